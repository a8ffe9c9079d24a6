import { type CaseReport, type Score, type Summary, type Verdict, verdicts } from "./report.ts";

type Tally = { readonly [verdict in Verdict]: number };

/** What counting needs of a case. */
type Counted = Pick<CaseReport, "id" | "verdict" | "level">;

/** Counts what became of the cases. A case counts towards the figures unless it was skipped or is of level MAY. */
export const summarize = (cases: readonly Counted[]): Summary => ({
	cases: cases.length,
	...scoreAndTally(cases),
	suites: Object.fromEntries([...bySuite(cases)].map(([suite, its]) => [suite, scoreAndTally(its)])),
});

/** The suite of a case is the first folder of its id. */
export const suiteOf = ({ id }: Pick<Counted, "id">): string => id.split("/", 1)[0] ?? id;

function scoreAndTally(cases: readonly Counted[]): Score & { readonly verdicts: Tally } {
	const scored = cases.filter(isScored);
	const failed = scored.filter(({ verdict }) => verdict === "fail" || verdict === "expected-failure").length;
	const supported = scored.filter(({ verdict }) => verdict !== "unsupported").length;
	return {
		scored: scored.length,
		failed,
		supported,
		divergence: ratio(failed, scored.length),
		coverage: ratio(supported, scored.length),
		verdicts: tally(cases),
	};
}

const isScored = ({ verdict, level }: Counted): boolean => verdict !== "skipped" && level !== "MAY";

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function tally(cases: readonly Counted[]): Tally {
	const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
	for (const { verdict } of cases) counts[verdict] += 1;
	return counts;
}

function bySuite(cases: readonly Counted[]): ReadonlyMap<string, readonly Counted[]> {
	const suites = new Map<string, Counted[]>();
	for (const name of [...new Set(cases.map(suiteOf))].sort()) suites.set(name, []);
	for (const one of cases) suites.get(suiteOf(one))?.push(one);
	return suites;
}
