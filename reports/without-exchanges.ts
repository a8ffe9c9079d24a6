const [quote, backslash, openList, closeList, openMembers, closeMembers] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * A report, one document or lines, in which `exchanges` of every case is empty: they are nearly all of it, and who compares verdicts and
 * findings need not have them in memory. Nothing is said of whether it is a report: what is wrong with the rest is wrong as before.
 */
export function withoutExchanges(bytes: Buffer): Buffer {
	const kept: Buffer[] = [];
	let [depth, from, top, key] = [0, 0, "", ""];
	for (let at = 0; at < bytes.length; at += 1) {
		const character = bytes[at];
		if (character === quote) {
			const end = endOfText(bytes, at + 1);
			// Only names this far out can be meant.
			if (depth <= 3) key = end - at > 16 ? "" : bytes.toString("latin1", at + 1, end);
			at = end;
		} else if (character === closeList || character === closeMembers) depth -= 1;
		else if (character === openList && key === "exchanges" && depth === depths.get(top)) {
			kept.push(bytes.subarray(from, at + 1));
			from = endOfList(bytes, at + 1);
			at = from;
		} else if (character === openList || character === openMembers) {
			if (depth === 1) top = key;
			depth += 1;
		}
	}
	return Buffer.concat([...kept, bytes.subarray(from)]);
}

/** How many brackets are open within a case: in a document under `cases`, in a line under `case`. */
const depths: ReadonlyMap<string, number> = new Map([
	["cases", 3],
	["case", 2],
]);

/** Where the quotation mark is that ends a text, or all. */
function endOfText(bytes: Buffer, from: number): number {
	let at = from;
	while (at < bytes.length && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
	return at;
}

/** Where the bracket is that ends a list, or all. */
function endOfList(bytes: Buffer, from: number): number {
	let depth = 1;
	for (let at = from; at < bytes.length; at += 1) {
		const character = bytes[at];
		if (character === quote) at = endOfText(bytes, at + 1);
		else if (character === openList || character === openMembers) depth += 1;
		else if (character === closeList || character === closeMembers) depth -= 1;
		if (depth === 0) return at;
	}
	return bytes.length;
}
