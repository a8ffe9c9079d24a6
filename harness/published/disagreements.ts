import type { Comparison } from "../../reports/compare/comparison.ts";
import type { Finding, Json, Verdict } from "../../reports/report.ts";

/** What of a finding is the same in each run: not the values, in which times, the machine's speed and other cases' leavings show. */
const kindOf = ({ check, clause, level, step }: Finding): string =>
	[check, clause, level, ...(step === undefined ? [] : [`step ${step}`])].join(", ");

/** Seconds since 1970: two of these that should be one may be so by chance. */
const isTime = (value: Json | undefined): boolean =>
	typeof value === "number" ? value > 1e9 : typeof value === "string" && /^\d{10}(\.\d+)? or later$/.test(value);

const kindsOf = (findings: readonly Finding[]): ReadonlySet<string> =>
	new Set(findings.filter(({ expected, observed }) => !(isTime(expected) && isTime(observed))).map(kindOf));

/** Verdicts between which nothing of level MUST decides. */
const mild: readonly Verdict[] = ["pass", "warn"];

/** Cases that break one rule or another as it happens which of two calls comes first: only their verdicts have to be the same. */
const races: ReadonlySet<string> = new Set(["polling/a-poll-that-waits-is-answered-when-a-task-comes"]);

/**
 * In what a new run disagrees with a published one, a text for each case: another verdict, or other rules that are broken. A rule that is broken
 * at another place or by another value is the same, and times that are not the same are none.
 */
export const disagreements = ({ cases }: Comparison): readonly string[] =>
	cases.flatMap(({ id, base, head, added, removed }) => {
		const [before, after] = [kindsOf(removed), kindsOf(added)];
		const only = (sign: string, these: ReadonlySet<string>, those: ReadonlySet<string>) =>
			[...these].filter((kind) => !those.has(kind)).map((kind) => `  ${sign} ${kind}`);
		const differing = [...only("-", before, after), ...only("+", after, before)];
		if (base === head && races.has(id)) return [];
		if (differing.length === 0 && (base === head || (mild.includes(base) && mild.includes(head)))) return [];
		return [[`${id}: ${base === head ? head : `${base} → ${head}`}`, ...differing].join("\n")];
	});

/** How many cases cannot be compared, since the suites went on after the report was published; empty if none. */
export const asideText = ({ new: added, gone, rewritten }: Comparison): string =>
	[
		...(added.length === 0 ? [] : [`${added.length} added since`]),
		...(rewritten.length === 0 ? [] : [`${rewritten.length} rewritten since`]),
		...(gone.length === 0 ? [] : [`${gone.length} gone since`]),
	].join(", ");
