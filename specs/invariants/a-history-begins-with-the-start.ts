import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** The first event of a history is WorkflowExecutionStarted. */
export const aHistoryBeginsWithTheStart = ofEachEvent((event) =>
	event.eventId !== 1 || event.eventType === "WorkflowExecutionStarted"
		? []
		: [
				breachOf(event, `the history begins with ${named(event)}`, "eventType", {
					expected: "WorkflowExecutionStarted",
					observed: event.eventType,
				}),
			],
);
