import { clockTolerance } from "./support/clock-tolerance.ts";
import { breachOf, type Invariant, named } from "./support/invariant.ts";
import { closeOf, startOf } from "./support/start-of.ts";

/** Of the runs of one workflowId in one domain, each starts when the one before is closed, or later. */
export const runsOfOneWorkflowIdDoNotOverlap: Invariant = ({ runs }) => {
	const lives = runs.flatMap((run) => {
		const start = startOf(run.events);
		return start === undefined || run.workflowId === "" ? [] : [{ run, start, close: closeOf(run.events) }];
	});
	lives.sort((one, other) => one.start.eventTimestamp - other.start.eventTimestamp);
	const last = new Map<string, (typeof lives)[number]>();
	return lives.flatMap((life) => {
		const key = JSON.stringify([life.run.domain, life.run.workflowId]);
		const before = last.get(key);
		last.set(key, life);
		if (before?.close === undefined || life.start.eventTimestamp >= before.close.eventTimestamp - clockTolerance) return [];
		const times = { expected: `${before.close.eventTimestamp} or later`, observed: life.start.eventTimestamp };
		const message = `${named(life.start)} while run ${before.run.runId} of the same workflowId was open`;
		return [{ ...breachOf(life.start, message, "eventTimestamp", times), run: life.run }];
	});
};
