import { areaOf, type Clause } from "../specs/clause.ts";
import type { Corpus } from "./scenario/corpus.ts";
import type { Problem } from "./scenario/problem.ts";
import { allSteps, type Scenario } from "./scenario/scenario.ts";

/** Something outside of the suites that holds targets to a clause. */
export interface Rule {
	readonly kind: "invariant" | "contract rule";
	readonly name: string;
	readonly clause: string;
}

/** A clause and what tests it. */
export interface LedgerEntry {
	readonly clause: Clause;
	/** Scenarios of which an expectation rests on it. */
	readonly scenarios: readonly string[];
	/** Scenarios that cite it and expect nothing for it. */
	readonly onlyCitedBy: readonly string[];
	readonly rules: readonly Rule[];
}

/** How much of an area is tested. */
export interface AreaFigures {
	readonly area: string;
	readonly clauses: number;
	readonly tested: number;
	/** Clauses that say why nothing tests them. */
	readonly untested: number;
}

/** A scenario by its file, whatever the row. */
const fileId = ({ id }: Scenario): string => id.split(":")[0] ?? id;

/** The clauses that a case can show to be broken. What it expects without saying so rests on the first that it cites. */
export const clausesExpected = ({ clauses, steps }: Scenario): ReadonlySet<string> =>
	new Set([clauses[0], ...allSteps(steps).flatMap(({ expectations }) => expectations.map(({ clause }) => clause))]);

export const isTested = ({ scenarios, rules }: LedgerEntry): boolean => scenarios.length + rules.length > 0;

const grouped = <Item>(items: Iterable<readonly [string, Item]>): ReadonlyMap<string, ReadonlySet<Item>> => {
	const groups = new Map<string, Set<Item>>();
	for (const [key, item] of items) groups.set(key, (groups.get(key) ?? new Set()).add(item));
	return groups;
};

/** Every clause with what tests it, in the order of the files. */
export function ledger({ vocabulary, scenarios }: Corpus, rules: readonly Rule[]): readonly LedgerEntry[] {
	const expecting = grouped(
		scenarios.flatMap((scenario) => [...clausesExpected(scenario)].map((clause) => [clause, fileId(scenario)] as const)),
	);
	const citing = grouped(scenarios.flatMap((scenario) => scenario.clauses.map((clause) => [clause, fileId(scenario)] as const)));
	return [...vocabulary.clauses.values()].map((clause) => {
		const tests = expecting.get(clause.id) ?? new Set();
		return {
			clause,
			scenarios: [...tests],
			onlyCitedBy: [...(citing.get(clause.id) ?? [])].filter((id) => !tests.has(id)),
			rules: rules.filter((rule) => rule.clause === clause.id),
		};
	});
}

export function figures(entries: readonly LedgerEntry[]): readonly AreaFigures[] {
	const areas = grouped(entries.map((entry) => [areaOf(entry.clause.id), entry]));
	return [...areas].map(([area, of]) => ({
		area,
		clauses: of.size,
		tested: [...of].filter(isTested).length,
		untested: [...of].filter(({ clause }) => clause.untested !== undefined).length,
	}));
}

const fileOf = (id: string): string => `specs/clauses/${areaOf(id)}.yaml`;

/** What is wrong with the ledger: clauses that nothing tests, or that say so and are, and rules that rest on none. */
export function ledgerProblems(
	entries: readonly LedgerEntry[],
	rules: readonly Rule[],
	clauses: ReadonlyMap<string, Clause>,
): readonly Problem[] {
	return [
		...entries.flatMap((entry) => {
			const message = complaint(entry);
			if (message === undefined) return [];
			return [{ file: fileOf(entry.clause.id), at: { line: entry.clause.line, column: 1 }, message }];
		}),
		...rules
			.filter(({ clause }) => !clauses.has(clause))
			.map(({ kind, name, clause }) => ({
				file: fileOf(clause),
				at: { line: 1, column: 1 },
				message: `the ${kind} ${name} rests on ${clause}, which is not there; write the clause`,
			})),
	];
}

function complaint(entry: LedgerEntry): string | undefined {
	const { clause, scenarios, onlyCitedBy, rules } = entry;
	const [first] = [...scenarios, ...rules.map(({ kind, name }) => `the ${kind} ${name}`)];
	if (clause.untested !== undefined)
		return first === undefined ? undefined : `${clause.id} says why nothing tests it, but ${first} does; take untested out`;
	if (first !== undefined) return undefined;
	const [citing] = onlyCitedBy;
	return citing === undefined
		? `nothing tests ${clause.id}: no scenario, invariant or contract rule rests on it; write one, or say under untested why not`
		: `nothing tests ${clause.id}: ${citing} cites it, but no expectation there rests on it; give it to one, clause: ${clause.id}`;
}
