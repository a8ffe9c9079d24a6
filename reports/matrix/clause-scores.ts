import type { CaseReport, ReportFrame } from "../report.ts";
import { summarize } from "../summarize.ts";
import type { ClauseScore, MatrixColumn } from "./matrix.ts";

type Counted = Pick<CaseReport, "id" | "verdict" | "level" | "clauses">;

/** How a target did by each clause that a scored case cites, by id. */
export function clauseScores(cases: readonly Counted[], clauses: ReportFrame["clauses"]): readonly ClauseScore[] {
	const citing = new Map<string, Counted[]>();
	for (const one of cases)
		for (const clause of one.clauses) {
			const its = citing.get(clause);
			if (its === undefined) citing.set(clause, [one]);
			else its.push(one);
		}
	return [...citing]
		.map(([clause, its]) => {
			const { scored, failed, supported, divergence, coverage } = summarize(its);
			return { clause, text: clauses[clause]?.text ?? clause, scored, failed, supported, divergence, coverage };
		})
		.filter(({ scored }) => scored > 0)
		.sort((one, other) => (one.clause < other.clause ? -1 : 1));
}

/** The clause that holds in most cases, and the one that fails in most; of several alike the first by name. */
export function extremes(scores: readonly ClauseScore[]): Pick<MatrixColumn, "best" | "worst"> {
	const holding = scores.filter(({ failed, supported, scored }) => failed === 0 && supported === scored);
	const best = most(holding, ({ scored }) => scored);
	const worst = most(
		scores.filter(({ failed }) => failed > 0),
		({ failed }) => failed,
	);
	return { ...(best === undefined ? {} : { best }), ...(worst === undefined ? {} : { worst }) };
}

const most = (scores: readonly ClauseScore[], count: (score: ClauseScore) => number): ClauseScore | undefined =>
	scores.reduce<ClauseScore | undefined>(
		(found, each) => (found === undefined || count(each) > count(found) ? each : found),
		undefined,
	);
