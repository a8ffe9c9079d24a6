/** Headers that belong to one connection and not to the message: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const ofTheConnection = ["connection", "keep-alive", "proxy-connection", "te", "transfer-encoding", "upgrade"];

/** Names and values in turn, as node:http gives and takes them: spelling, order and repetitions stay as they were. */
export type RawHeaders = readonly string[];

/** The headers that go through. Everything that a signature can cover is among them. */
export function endToEnd(raw: RawHeaders): string[] {
	const pairs = pairsOf(raw);
	const named = pairs.flatMap(([name, value]) => (name.toLowerCase() === "connection" ? value.toLowerCase().split(",") : []));
	const dropped = new Set([...ofTheConnection, ...named.map((name) => name.trim())]);
	return pairs.flatMap(([name, value]) => (dropped.has(name.toLowerCase()) ? [] : [name, value]));
}

/** As the checks read them; a header that comes several times is one list. */
export function recorded(raw: RawHeaders): { readonly [name: string]: string } {
	const all = new Map<string, string>();
	for (const [name, value] of pairsOf(raw)) {
		const before = all.get(name.toLowerCase());
		all.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
	}
	return Object.fromEntries(all);
}

const pairsOf = (raw: RawHeaders): readonly (readonly [name: string, value: string])[] =>
	raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));
