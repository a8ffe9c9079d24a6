import { batchOf } from "./support/batches.ts";
import { clockTolerance } from "./support/clock-tolerance.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** What decisions record has the time of the DecisionTaskCompleted that brought them. */
export const decisionEventsHaveTheTimeOfTheirDecisionTask = ofEachEvent((event, events) => {
	const completed = events[(batchOf(event) ?? 0) - 1];
	if (
		completed?.eventType !== "DecisionTaskCompleted" ||
		Math.abs(event.eventTimestamp - completed.eventTimestamp) <= clockTolerance
	)
		return [];
	const times = { expected: completed.eventTimestamp, observed: event.eventTimestamp };
	return [breachOf(event, `${named(event)} has another time than ${named(completed)}`, "eventTimestamp", times)];
});
