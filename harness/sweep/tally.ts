import type { Came } from "./ask-patiently.ts";

/** What clearing came to. */
export interface Tally {
	readonly executionsTerminated: number;
	readonly typesDeprecated: number;
	readonly typesDeleted: number;
	readonly domainsDeprecated: number;
	/** Closed, deleted or deprecated before, or never made. */
	readonly goneBefore: number;
}

export interface Counter {
	readonly tally: Tally;
	/** Counts what came, and tells whether nothing more is to be done: it was granted, or refused with a fault that says so. */
	settled(came: Came, counted: keyof Tally, ...gone: readonly string[]): boolean;
}

export function createCounter(): Counter {
	const tally = { executionsTerminated: 0, typesDeprecated: 0, typesDeleted: 0, domainsDeprecated: 0, goneBefore: 0 };
	return {
		tally,
		settled(came, counted, ...gone) {
			if (came.kind === "done") tally[counted] += 1;
			else if (came.kind === "fault" && gone.includes(came.type)) tally.goneBefore += 1;
			else return false;
			return true;
		},
	};
}
