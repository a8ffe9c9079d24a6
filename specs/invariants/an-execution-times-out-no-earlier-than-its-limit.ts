import { ofEachEvent } from "./support/invariant.ts";
import { beforeItsTime } from "./support/limits.ts";
import { startOf } from "./support/start-of.ts";

/** WorkflowExecutionTimedOut comes when executionStartToCloseTimeout has passed since the start, or later. */
export const anExecutionTimesOutNoEarlierThanItsLimit = ofEachEvent((event, events) => {
	const start = event.eventType === "WorkflowExecutionTimedOut" ? startOf(events) : undefined;
	// Events may say NONE, and no execution lives longer than a year.
	return start?.attributes["executionStartToCloseTimeout"] === "NONE"
		? []
		: beforeItsTime(event, start, start, "executionStartToCloseTimeout");
});
