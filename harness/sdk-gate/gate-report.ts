import { shortened } from "../../reports/visible.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { SdkBuild } from "../clients/sdk-build.ts";
import type { PackageVersions } from "../clients/wire-packages.ts";
import { type Accepted, accepts } from "./accepted.ts";
import type { Difference } from "./difference.ts";
import { type Effect, type Rule, type RuleName, ruleNames, ruleOf, rules } from "./rules.ts";

/** A build as the report names it. */
export interface ReportedBuild {
	/** As the command line names it. */
	readonly path: string;
	readonly version: string;
	readonly packages: PackageVersions;
}

/** A difference, and where it shows. One of a breaking rule that no entry accepts makes the gate fail. */
export interface ReportedDifference extends Omit<Difference, "probe"> {
	readonly probes: readonly string[];
	/** Why it is accepted, where it is. */
	readonly accepted?: string;
}

/** A rule that found something. */
export interface ReportedRule {
	readonly rule: RuleName;
	readonly effect: Effect;
	readonly reason: string;
	readonly differences: readonly ReportedDifference[];
}

/** What going over from one build to another means. */
export interface GateReport {
	readonly report: "swf-conformance sdk-gate";
	readonly format: 1;
	readonly kit: { readonly version: string; readonly node: string };
	readonly baseline: ReportedBuild;
	readonly candidate: ReportedBuild;
	/** How much was tried. */
	readonly tried: { readonly probes: number; readonly cases: number };
	/** How many differences are breaking and accepted by nobody, each counted once for every probe where it shows. */
	readonly breaking: number;
	/** Breaking ones first, then changed, then harmless. */
	readonly rules: readonly ReportedRule[];
	/** Entries of the file of accepted differences that accept nothing. */
	readonly stale: readonly Accepted[];
}

const effects: readonly Effect[] = ["breaking", "changed", "harmless"];

/** What a gate needs to know beside the differences. */
export type GateFacts = Pick<GateReport, "kit" | "baseline" | "candidate" | "tried"> & { readonly accepted: readonly Accepted[] };

export function assembleGateReport(differences: readonly Difference[], { accepted, ...facts }: GateFacts): GateReport {
	const table: Readonly<Record<RuleName, Rule>> = rules;
	const entries = accepted.map((entry) => ({ entry, accepts: accepts(entry) }));
	const used = new Set<Accepted>();
	const found = new Map<RuleName, Map<string, ReportedDifference>>();
	for (const difference of differences) {
		const rule = ruleOf(difference);
		const means = table[rule].effect === "breaking" ? entries.filter((each) => each.accepts(rule, difference)) : [];
		for (const { entry } of means) used.add(entry);
		const reason = means[0]?.entry.reason;
		const { probe, ...told } = { ...short(difference), ...(reason === undefined ? {} : { accepted: reason }) };
		const alike = found.get(rule) ?? new Map<string, ReportedDifference>();
		const key = JSON.stringify(told);
		found.set(rule, alike.set(key, { ...told, probes: [...(alike.get(key)?.probes ?? []), probe] }));
	}
	const reported = ruleNames.flatMap((rule): readonly ReportedRule[] => {
		const of = found.get(rule);
		return of === undefined
			? []
			: [{ rule, effect: table[rule].effect, reason: table[rule].reason, differences: [...of.values()] }];
	});
	return {
		...{ report: "swf-conformance sdk-gate", format: 1, ...facts },
		breaking: placesIn(reported.filter(({ effect }) => effect === "breaking").flatMap(unaccepted)),
		rules: effects.flatMap((effect) => reported.filter((rule) => rule.effect === effect)),
		stale: accepted.filter((entry) => !used.has(entry)),
	};
}

/** Those that nobody accepted. */
export const unaccepted = ({ differences }: Pick<ReportedRule, "differences">): readonly ReportedDifference[] =>
	differences.filter(({ accepted }) => accepted === undefined);

/** At how many places differences show. */
export const placesIn = (differences: readonly ReportedDifference[]): number =>
	differences.reduce((sum, { probes }) => sum + probes.length, 0);

export const reportedBuild = (path: string, { version, packages }: SdkBuild): ReportedBuild => ({ path, version, packages });

const longest = 500;

/** Whole histories and longest texts would make a report that nobody opens; where two texts begin to differ is kept. */
function short(difference: Difference): Difference {
	const { baseline, candidate } = difference;
	const start = typeof baseline === "string" && typeof candidate === "string" ? firstDifference(baseline, candidate) : 0;
	const cut = (value: Json): Json => {
		if (typeof value === "string" && value.length > longest) {
			return start <= 100 ? shortened(value, longest) : `…${shortened(value.slice(start - 100), longest)}`;
		}
		if (Array.isArray(value)) return value.map(cut);
		return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([member, of]) => [member, cut(of)])) : value;
	};
	return {
		...difference,
		...(baseline === undefined ? {} : { baseline: cut(baseline) }),
		...(candidate === undefined ? {} : { candidate: cut(candidate) }),
	};
}

function firstDifference(one: string, other: string): number {
	let index = 0;
	while (index < one.length && one[index] === other[index]) index += 1;
	return index;
}
