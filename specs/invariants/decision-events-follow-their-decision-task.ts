import { batchOf } from "./support/batches.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** What decisions record stands directly behind the DecisionTaskCompleted that brought them, with nothing in between. */
export const decisionEventsFollowTheirDecisionTask = ofEachEvent((event, events) => {
	const batch = batchOf(event);
	const previous = events[event.eventId - 2];
	if (batch === undefined || events[batch - 1]?.eventType !== "DecisionTaskCompleted" || previous === undefined) return [];
	if (previous.eventId === batch || batchOf(previous) === batch) return [];
	const message = `${named(event)} belongs to the decisions of event ${batch} and stands behind ${named(previous)}`;
	return [breachOf(event, message, "decisionTaskCompletedEventId")];
});
