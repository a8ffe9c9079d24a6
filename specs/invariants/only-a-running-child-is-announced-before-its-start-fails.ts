import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/**
 * StartChildWorkflowExecutionFailed names the announcement of the child where the cause is WORKFLOW_ALREADY_RUNNING; for every other cause there is none,
 * and it names 0.
 */
export const onlyARunningChildIsAnnouncedBeforeItsStartFails = ofEachEvent((event) => {
	const { cause, initiatedEventId: id } = event.attributes;
	if (event.eventType !== "StartChildWorkflowExecutionFailed" || typeof id !== "number") return [];
	const isRunning = cause === "WORKFLOW_ALREADY_RUNNING";
	if (isRunning === id > 0) return [];
	const message = `${named(event)} with cause ${String(cause)} names ${id > 0 ? "an announcement" : "no announcement"}`;
	return [
		breachOf(event, message, "initiatedEventId", {
			expected: isRunning ? "the id of StartChildWorkflowExecutionInitiated" : 0,
			observed: id,
		}),
	];
});
