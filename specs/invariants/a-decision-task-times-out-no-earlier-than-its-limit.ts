import { ofEachEvent } from "./support/invariant.ts";
import { beforeItsTime } from "./support/limits.ts";
import { referred } from "./support/references.ts";

/** DecisionTaskTimedOut comes when the limit of its task has passed, or later, and never where there is none. */
export const aDecisionTaskTimesOutNoEarlierThanItsLimit = ofEachEvent((event, events) => {
	if (event.eventType !== "DecisionTaskTimedOut") return [];
	const scheduled = referred(events, event, "scheduledEventId", "DecisionTaskScheduled");
	return event.attributes["timeoutType"] === "SCHEDULE_TO_START"
		? beforeItsTime(event, scheduled, scheduled, "scheduleToStartTimeout")
		: beforeItsTime(event, referred(events, event, "startedEventId", "DecisionTaskStarted"), scheduled, "startToCloseTimeout");
});
