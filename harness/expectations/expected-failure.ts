import type { Position } from "../scenario/problem.ts";

/** The verdicts that can be expected: an error of the kit and a skipped case never are. */
export const expectableVerdicts = ["fail", "warn", "inconclusive", "unsupported"] as const;

export type ExpectableVerdict = (typeof expectableVerdicts)[number];

/** The one finding that an entry means: everything that is said here has to fit. */
export interface ExpectedFinding {
	/** Id of the clause. */
	readonly clause?: string;
	/** A part of the message, letter by letter. */
	readonly message?: string;
	/** The step, as `3` or `4.2.1`. */
	readonly step?: string;
}

/** A verdict other than pass that somebody expects, and why. */
export interface ExpectedFailure {
	readonly at: Position;
	/** A glob over case ids. */
	readonly cases: string;
	readonly verdict: ExpectableVerdict;
	/** Without it every finding is expected. */
	readonly finding?: ExpectedFinding;
	readonly reason: string;
	readonly link?: string;
	/** The day, YYYY-MM-DD, since which it is known. It only informs. */
	readonly since?: string;
	/** The last day, YYYY-MM-DD, on which the entry counts. */
	readonly expires?: string;
	/** Ranges or names of the target's versions that it is about; all without them. */
	readonly versions?: readonly string[];
}
