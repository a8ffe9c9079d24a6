import type { Level } from "../../reports/report.ts";
import { suiteOf } from "../../reports/summarize.ts";
import { levelOfCase } from "../judge.ts";
import { select } from "../plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Definitions, Freeze, ProfileDefinition } from "./catalog.ts";

/** What a profile knows of a case. */
export interface Member {
	readonly id: string;
	readonly level: Level;
	/** Of the scenario's text. */
	readonly digest: string;
}

const strongestFirst: readonly Level[] = ["MUST", "SHOULD", "MAY"];

/** The cases of the suites as they stand. */
export const membersIn = (scenarios: readonly Scenario[]): readonly Member[] =>
	scenarios.map((scenario) => ({ id: scenario.id, level: levelOfCase(scenario), digest: scenario.digest }));

/** The cases that there were. */
export const membersOf = ({ scenarios }: Freeze): readonly Member[] =>
	Object.entries(scenarios).flatMap(([id, { digest, rows }]) =>
		strongestFirst.flatMap((level) =>
			(rows[level] ?? []).map((row) => ({ id: row === "" ? id : `${id}:${row}`, level, digest })),
		),
	);

/** What a name means: a profile that is defined, or a suite that some of the cases are of. */
export function definitionOf(
	name: string,
	{ profiles, suites }: Definitions,
	members: readonly Member[],
): Omit<ProfileDefinition, "about"> | undefined {
	const defined = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
	if (defined !== undefined) return defined;
	return members.some((member) => suiteOf(member) === name) ? { level: suites.level, cases: [`${name}/**`] } : undefined;
}

/** The cases that belong to a profile. */
export function belonging(
	{ cases, except, level }: Omit<ProfileDefinition, "about">,
	members: readonly Member[],
): readonly Member[] {
	const not = new Set(except === undefined ? [] : select(members, except));
	return select(members, cases).filter(
		(member) => !not.has(member) && strongestFirst.indexOf(member.level) <= strongestFirst.indexOf(level),
	);
}
