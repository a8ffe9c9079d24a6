import type { CaseReport, Report } from "../report.ts";
import { summarize } from "../summarize.ts";
import { type Change, changeOf } from "./change-of.ts";
import type { ComparedCase, Comparison, Difference, OneSided, Side } from "./comparison.ts";
import { findingChanges } from "./finding-changes.ts";

/** Tells what changed from a base report to a head report, over the cases that both have and that are the same. */
export function compareReports(base: Report, head: Report): Comparison {
	const [before, after] = [byId(base), byId(head)];
	const both = base.cases.flatMap((one) => {
		const other = after.get(one.id);
		return other === undefined ? [] : [{ one, other }];
	});
	const [rewritten, same] = split(both, ({ one, other }) => isRewritten(one, other));
	const outcomes = same.map(({ one, other }) => ({ one, other, ...outcomeOf(one, other) }));
	const played = outcomes.filter(({ change }) => change !== "unplayed");
	const [added, gone] = [head.cases.filter(({ id }) => !before.has(id)), base.cases.filter(({ id }) => !after.has(id))];
	return {
		comparison: "swf-conformance",
		format: 1,
		base: sideOf(
			base,
			played.map(({ one }) => one),
		),
		head: sideOf(
			head,
			played.map(({ other }) => other),
		),
		differences: differencesOf(base, head),
		sameScenarios:
			base.kit.suites === head.kit.suites ||
			played.every(({ one, other }) => one.digest !== undefined && one.digest === other.digest),
		summary: {
			compared: played.length,
			changes: tally(outcomes.map(({ change }) => change)),
			...{ new: added.length, gone: gone.length, rewritten: rewritten.length },
		},
		cases: outcomes.flatMap(({ one, other, ...outcome }) => comparedCase(one, other, outcome)).sort(worstFirst),
		new: added.map(oneSided),
		gone: gone.map(oneSided),
		rewritten: rewritten.map(({ one, other }) => ({ id: one.id, base: one.verdict, head: other.verdict })),
	};
}

const order: readonly Change[] = ["regression", "undecided", "accepted", "changed", "fix", "unplayed", "same"];

const byId = ({ cases }: Report): ReadonlyMap<string, CaseReport> => new Map(cases.map((one) => [one.id, one]));

const isRewritten = (one: CaseReport, other: CaseReport): boolean =>
	one.digest !== undefined && other.digest !== undefined && one.digest !== other.digest;

type Outcome = ReturnType<typeof findingChanges> & { readonly change: Change };

/** A case that fails nobody can be no regression; one whose findings are others is another case of failing. */
function outcomeOf(one: CaseReport, other: CaseReport): Outcome {
	const verdicts = changeOf(one.verdict, other.verdict);
	const findings = findingChanges(one.findings, other.findings);
	const isInformational = one.level === "MAY" && other.level === "MAY";
	if (isInformational && (verdicts === "regression" || verdicts === "fix" || verdicts === "accepted"))
		return { ...findings, change: "changed" };
	const differs = findings.added.length + findings.removed.length > 0;
	return { ...findings, change: verdicts === "same" && differs ? "changed" : verdicts };
}

const comparedCase = (one: CaseReport, other: CaseReport, { change, added, removed }: Outcome): readonly ComparedCase[] =>
	change === "same" || (one.verdict === "skipped" && other.verdict === "skipped")
		? []
		: [
				{
					...{ id: one.id, change, level: other.level, base: one.verdict, head: other.verdict },
					...(other.reason === undefined ? {} : { reason: other.reason }),
					...{ added, removed, replay: other.replay },
				},
			];

const worstFirst = (one: ComparedCase, other: ComparedCase): number =>
	order.indexOf(one.change) - order.indexOf(other.change) || (one.id < other.id ? -1 : 1);

const oneSided = ({ id, verdict }: CaseReport): OneSided => ({ id, verdict });

function sideOf({ kit, target, client, clock, started, interrupted, expectations }: Report, cases: readonly CaseReport[]): Side {
	const { scored, failed, supported, divergence, coverage } = summarize(cases);
	return {
		...{ kit, target, client, clock, started, interrupted },
		...(expectations === undefined ? {} : { expectations }),
		score: { scored, failed, supported, divergence, coverage },
	};
}

const told = {
	kit: ({ kit }) => kit.version,
	suites: ({ kit }) => kit.suites,
	shard: ({ shard }) => (shard === undefined ? "none" : `${shard.index} of ${shard.of}`),
	target: ({ target }) => (target.name === target.endpoint ? target.name : `${target.name} at ${target.endpoint}`),
	image: ({ target: { image } }) => (image === undefined ? "none" : `${image.name} ${image.digest ?? image.id}`),
	region: ({ target }) => target.region,
	client: ({ client }) => `${client.name} ${client.version}`,
	packages: ({ client }) => JSON.stringify(Object.entries(client.packages ?? {}).sort()),
	clock: ({ clock }) => clock,
	// Older reports do not say what the file held.
	expectations: ({ expectations, expectationsDigest: digest }, other) =>
		[expectations ?? "none", ...(digest === undefined || other.expectationsDigest === undefined ? [] : [digest])].join(" "),
} satisfies Record<Difference["what"], (report: Report, other: Report) => string>;

const differencesOf = (base: Report, head: Report): readonly Difference[] =>
	Object.entries(told)
		.map(([what, of]) => ({ what: what as Difference["what"], base: of(base, head), head: of(head, base) }))
		.filter((each) => each.base !== each.head);

function tally(changes: readonly Change[]): { readonly [change in Change]: number } {
	const counts = Object.fromEntries(order.map((change) => [change, 0])) as Record<Change, number>;
	for (const change of changes) counts[change] += 1;
	return counts;
}

function split<T>(items: readonly T[], isMeant: (item: T) => boolean): readonly [meant: readonly T[], rest: readonly T[]] {
	return [items.filter(isMeant), items.filter((item) => !isMeant(item))];
}
