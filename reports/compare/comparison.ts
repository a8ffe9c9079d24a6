import type { Finding, Level, Report, Score, Verdict } from "../report.ts";
import type { Change } from "./change-of.ts";

/** What is said of one of the two reports. */
export type Side = Pick<Report, "kit" | "target" | "client" | "clock" | "started" | "interrupted" | "expectations"> & {
	/** Of the cases that were compared. */
	readonly score: Score;
};

/** Something that differs between the two runs, beside what their cases came to. */
export interface Difference {
	readonly what: "kit" | "suites" | "shard" | "target" | "image" | "region" | "client" | "packages" | "clock" | "expectations";
	readonly base: string;
	readonly head: string;
}

/** A case that both reports have and that did not stay the same. */
export interface ComparedCase {
	readonly id: string;
	readonly change: Exclude<Change, "same">;
	/** Of a case of level MAY in both, nothing is a regression or a fix. */
	readonly level: Level;
	readonly base: Verdict;
	readonly head: Verdict;
	/** Why, where the head report gives a reason. */
	readonly reason?: string;
	/** Findings of the head report that the base report lacks. */
	readonly added: readonly Finding[];
	/** Findings of the base report that the head report lacks. */
	readonly removed: readonly Finding[];
	/** Plays the case as the head report did. */
	readonly replay: string;
}

/** A case that only one of the reports has. */
export interface OneSided {
	readonly id: string;
	readonly verdict: Verdict;
}

/** What changed from one report to another. `specs/comparison.schema.json` is its published schema. */
export interface Comparison {
	readonly comparison: "swf-conformance";
	/** Version of this format. */
	readonly format: 1;
	readonly base: Side;
	readonly head: Side;
	/** How the runs differ. */
	readonly differences: readonly Difference[];
	/** Whether it is known of each compared case that both runs played the same scenario. */
	readonly sameScenarios: boolean;
	readonly summary: {
		/** Cases that both reports have, unchanged in the suites, and played. */
		readonly compared: number;
		readonly changes: { readonly [change in Change]: number };
		readonly new: number;
		readonly gone: number;
		readonly rewritten: number;
	};
	/** Worst first, then by id. */
	readonly cases: readonly ComparedCase[];
	readonly new: readonly OneSided[];
	readonly gone: readonly OneSided[];
	/** Cases whose scenario is not the same: the two verdicts are about different things. */
	readonly rewritten: readonly { readonly id: string; readonly base: Verdict; readonly head: Verdict }[];
}
