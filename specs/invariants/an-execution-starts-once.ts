import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** No WorkflowExecutionStarted stands behind the first event. */
export const anExecutionStartsOnce = ofEachEvent((event) =>
	event.eventId > 1 && event.eventType === "WorkflowExecutionStarted"
		? [breachOf(event, `${named(event)} starts an execution that runs already`)]
		: [],
);
