import { ofEachEvent } from "./support/invariant.ts";
import { beforeItsTime } from "./support/limits.ts";
import { referred } from "./support/references.ts";

/** LambdaFunctionTimedOut comes when the startToCloseTimeout of its function has passed, or later. */
export const aLambdaFunctionTimesOutNoEarlierThanItsLimit = ofEachEvent((event, events) => {
	if (event.eventType !== "LambdaFunctionTimedOut") return [];
	const scheduled = referred(events, event, "scheduledEventId", "LambdaFunctionScheduled");
	return beforeItsTime(
		event,
		referred(events, event, "startedEventId", "LambdaFunctionStarted"),
		scheduled,
		"startToCloseTimeout",
	);
});
