/**
 * How long a target is waited for. Shared by all cases of a run: what it has not answered many times in a row, it will not answer the next case
 * either, and 1,000 cases that each wait in vain would take hours.
 */
export interface Deadlines {
	/** Seconds until a call of this operation is given up. */
	readonly secondsOf: (operation: string) => number;
	/** To be told how each call ended. */
	readonly ended: (operation: string, answered: boolean) => void;
	/** The share of its patience that a step still has for a task: 1, or little once no task came for anybody for long. */
	readonly taskShare: () => number;
	/** To be told how each wait for a task ended. */
	readonly waited: (arrived: boolean) => void;
}

export interface DeadlineOptions {
	/** Seconds that an answer may take. A poll gets 65 s more: SWF may hold it for 60 s by documentation. */
	readonly call?: number;
	/** How many cases are played at once: each of them may be the first to find out. */
	readonly atOnce?: number;
}

const callSeconds = 10;
const heldSeconds = 65;
/** What is left of the time for what never comes; it is whole again as soon as it comes. */
const little = 0.1;
/** So many in a row, beside one for each case that is played at once, say that the next will not come either. */
const mostInVain = 8;

export function createDeadlines({ call = callSeconds, atOnce = 1 }: DeadlineOptions = {}): Deadlines {
	const unanswered = new Map<string, number>();
	let waitedInVain = 0;
	const shareAfter = (inVain: number) => (inVain < mostInVain + atOnce ? 1 : little);
	return {
		secondsOf: (operation) =>
			(call + (operation.startsWith("PollFor") ? heldSeconds : 0)) * shareAfter(unanswered.get(operation) ?? 0),
		ended: (operation, answered) => {
			unanswered.set(operation, answered ? 0 : (unanswered.get(operation) ?? 0) + 1);
		},
		taskShare: () => shareAfter(waitedInVain),
		waited: (arrived) => {
			waitedInVain = arrived ? 0 : waitedInVain + 1;
		},
	};
}
