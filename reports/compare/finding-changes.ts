import type { Finding, Json } from "../report.ts";

/** What one report found and the other did not. */
export interface FindingChanges {
	readonly added: readonly Finding[];
	readonly removed: readonly Finding[];
}

/** Compares what was found in one case. Names, ids and times differ from run to run and are left out of it. */
export function findingChanges(base: readonly Finding[], head: readonly Finding[]): FindingChanges {
	if (base.length === 0 && head.length === 0) return none;
	return { added: without(head, base), removed: without(base, head) };
}

const none: FindingChanges = { added: [], removed: [] };

/** The findings that have no counterpart among others, each of which is a counterpart once. */
function without(findings: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
	const left = new Map<string, number>();
	for (const key of others.filter(isOfTheCase).map(keyOf)) left.set(key, (left.get(key) ?? 0) + 1);
	return findings.filter(isOfTheCase).filter((finding) => {
		const key = keyOf(finding);
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
}

/** What a check sees by the way and scores nobody for, it sees in every case alike. */
const isOfTheCase = ({ check, level }: Finding): boolean => check === "expectations" || level !== "MAY";

/** The message is prose, of the kit's and partly of the target's, so it is no part of what a finding is. */
const keyOf = ({ check, clause, level, step, at, expected, observed }: Finding): string =>
	JSON.stringify([check, clause, level, step ?? null, at ?? null, steady(expected), steady(observed)]);

const deepest = 64;

/** A value without what is another one in every run. */
function steady(value: Json | undefined, depth = 0): unknown {
	if (typeof value === "string") return steadyText(value);
	// Times in seconds or milliseconds of the years since 2001.
	if (typeof value === "number") return value > 1e9 ? "(time)" : value;
	if (typeof value !== "object" || value === null) return value ?? null;
	if (depth > deepest) return "(deep)";
	if (Array.isArray(value)) return value.map((item: Json) => steady(item, depth + 1));
	return Object.entries(value)
		.map(([member, inner]) => [member, steady(inner, depth + 1)] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The token by which names are unique to a run and a case. */
const runToken = /(?<![0-9a-z])[0-9a-f]{10}-[0-9a-z]+(?![0-9a-z])/g;
/** Ids and tokens that a target makes: long, without blanks, and neither a word nor a name of SWF's. */
const madeId = /(?<![\w+/=.:-])(?=[\w+/=.:-]*\d)[\w+/=.:-]{16,}(?![\w+/=.:-])/g;
/** Seconds that something took or was waited for, and times of day. */
const time = /\d{4}-\d\d-\d\dT[\d:.]+Z?|\b\d+(?:\.\d+)? m?s\b/g;

/** Longer texts are compared by their beginning: patterns over what a hostile target sends must not take long. */
const longest = 4_000;

const steadyText = (text: string): string =>
	text.slice(0, longest).replace(time, "(time)").replace(runToken, "(unique)").replace(madeId, "(id)");
