import type { ProfileOutcome, Report, Score, Verdict } from "../report.ts";

/** How a target did by one clause, over the scored cases that cite it. */
export interface ClauseScore extends Score {
	readonly clause: string;
	readonly text: string;
}

/** What is said of one report as a whole. */
export interface MatrixColumn extends Pick<Report, "kit" | "target" | "client" | "clock" | "started" | "interrupted"> {
	/** The report, as it was named. */
	readonly file: string;
	/** Where its own page lies, as seen from the matrix, if there is one beside it. */
	readonly page?: string;
	readonly cases: number;
	readonly score: Score;
	/** In the order in which they were asked for. */
	readonly profiles: readonly { readonly outcome: ProfileOutcome; readonly score: Score }[];
	/** The clause that most cases cite of those that hold in each; absent where none does. */
	readonly best?: ClauseScore;
	/** The clause that fails in most cases; absent where none does. */
	readonly worst?: ClauseScore;
}

/** A case that did not simply pass. */
export interface DifferingCase {
	readonly id: string;
	readonly verdict: Verdict;
	/** Its reason or its first finding. */
	readonly what?: string;
}

export interface MatrixCell extends Score {
	/** By id. Cases that passed or were skipped are not among them. */
	readonly differing: readonly DifferingCase[];
}

/** Targets beside one another. `specs/matrix.schema.json` is its published schema. */
export interface Matrix {
	readonly matrix: "swf-conformance";
	/** Version of this format. */
	readonly format: 1;
	/** Targets by name, their versions in order, their clients by name. */
	readonly columns: readonly MatrixColumn[];
	/** By name; a cell for each column, null where the report has no case of the area. */
	readonly areas: readonly { readonly area: string; readonly cells: readonly (MatrixCell | null)[] }[];
}
