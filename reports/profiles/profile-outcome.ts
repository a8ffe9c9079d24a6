import { type CaseEntry, type Level, type ProfileOutcome, type Verdict, verdicts } from "../report.ts";
import type { Profile } from "./profile.ts";

/**
 * Whether a case does what a profile requires. What the run expected, could not tell or did not play is no pass; what only warns broke
 * something of level SHOULD, which is nothing to a profile of level MUST.
 */
export const passes = (verdict: Verdict, level: Level): boolean => verdict === "pass" || (verdict === "warn" && level === "MUST");

/** What the cases of a report say of a profile. */
export function profileOutcome(profile: Profile, cases: readonly Pick<CaseEntry, "id" | "verdict">[]): ProfileOutcome {
	const { name, level, required, addedAfter, removed, rewritten } = profile;
	const its = cases.filter(({ id }) => required.has(id));
	const passed = its.filter(({ verdict }) => passes(verdict, level)).length;
	const given = verdicts
		.map((verdict) => [verdict, its.filter((one) => one.verdict === verdict).length] as const)
		.filter(([, count]) => count > 0);
	return {
		...{ name, level, conformant: required.size > 0 && passed === required.size, required: required.size, passed },
		...{ missing: required.size - its.length, verdicts: Object.fromEntries(given) },
		...{ addedAfter, removed, rewritten },
	};
}

/** `core@1 is not conformant: 3 of 5 required cases passed; 1 fail, 1 not in the report`. */
export function outcomeText(outcome: ProfileOutcome): string {
	const { name, level, conformant, required, passed } = outcome;
	const others = verdicts
		.filter((verdict) => !passes(verdict, level))
		.map((verdict) => [outcome.verdicts[verdict] ?? 0, verdict] as const);
	const why = [...others, [outcome.missing, "not in the report"] as const]
		.filter(([count]) => count > 0)
		.map(([count, what]) => `${count} ${what}`);
	const figures = `${passed} of ${required} required cases passed`;
	return `${name} is ${conformant ? "" : "not "}conformant: ${[figures, ...(why.length === 0 ? [] : [why.join(", ")])].join("; ")}`;
}

const listed = (what: string, ids: readonly string[]) => (ids.length === 0 ? [] : [{ what, ids }]);

/** What is to be said of a frozen profile beside its figures: cases that do not count, and those that are not what they were. */
export const profileNotes = ({
	addedAfter,
	removed,
	rewritten,
}: Pick<ProfileOutcome, "addedAfter" | "removed" | "rewritten">): readonly {
	readonly what: string;
	readonly ids: readonly string[];
}[] => [
	...listed("not scored: added after", addedAfter),
	...listed("not asked any more: removed since", removed),
	...listed("required as it is now: rewritten since", rewritten),
];

const mostIds = 5;

/** The first of some ids, each as the reader's form has it, and how many there are beyond. */
export const listedIds = (ids: readonly string[], shown: (id: string) => string): string =>
	[...ids.slice(0, mostIds).map((id) => shown(id)), ...(ids.length > mostIds ? [`and ${ids.length - mostIds} more`] : [])].join(
		", ",
	);
