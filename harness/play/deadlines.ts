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
/** Once one operation will not come and so many never came, each of these has had its only try at full length. */
const mostSilent = 3;

export function createDeadlines({ call = callSeconds, atOnce = 1 }: DeadlineOptions = {}): Deadlines {
	const unanswered = new Map<string, number>();
	const answeredOnce = new Set<string>();
	const most = mostInVain + atOnce;
	let waitedInVain = 0;
	const isSilent = (operation: string): boolean => {
		const inVain = unanswered.get(operation) ?? 0;
		if (inVain === 0 || inVain >= most || answeredOnce.has(operation)) return inVain >= most;
		const never = [...unanswered].filter(([other]) => !answeredOnce.has(other)).map(([, count]) => count);
		return never.length >= mostSilent && never.some((count) => count >= most);
	};
	return {
		secondsOf: (operation) => (call + (operation.startsWith("PollFor") ? heldSeconds : 0)) * (isSilent(operation) ? little : 1),
		ended: (operation, answered) => {
			if (answered) answeredOnce.add(operation);
			unanswered.set(operation, answered ? 0 : (unanswered.get(operation) ?? 0) + 1);
		},
		taskShare: () => (waitedInVain < most ? 1 : little),
		waited: (arrived) => {
			waitedInVain = arrived ? 0 : waitedInVain + 1;
		},
	};
}
