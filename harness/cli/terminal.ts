/** Where a command prints. Only `harness/cli.ts` makes one that reaches the process. */
export interface Terminal {
	out(text: string): void;
	err(text: string): void;
	/** Prints a program, which names credentials without holding any: only secrets that are known are taken out. Like `out` where it is absent. */
	readonly program?: (text: string) => void;
	/** Whether progress may redraw its line. */
	readonly isLive: boolean;
	readonly color: boolean;
	/** Columns. */
	readonly width: number;
}

/** What a command ends with. */
export const exitCodes = {
	/** Nothing unexpected. */
	fine: 0,
	/** Failures or unexpected passes. */
	failures: 1,
	/** Bad input or usage. */
	badInput: 2,
	/** The target does not answer. */
	unreachable: 3,
	/** Only inconclusive cases or errors of the kit. */
	undecided: 4,
	/** Nothing unexpected, but what was accepted to be spent kept cases from being played. */
	capped: 5,
	/** Something that was to be written was not; the message tells where what was measured is. */
	unwritten: 6,
	/** Interrupted, what was measured written. */
	interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Input on the command line that cannot be understood; exit code 2. */
export class UsageError extends Error {}

/** A target that does not answer at all; exit code 3. */
export class UnreachableError extends Error {}

/** What to throw for an endpoint that does not answer. */
export const unreachable = (endpoint: string, problem: string): UnreachableError =>
	new UnreachableError(`${endpoint} does not answer (${problem}); is it running, and is the address right?`);
