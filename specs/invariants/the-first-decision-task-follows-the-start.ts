import { clockTolerance } from "./support/clock-tolerance.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { startOf } from "./support/start-of.ts";

/** The second event is DecisionTaskScheduled, at the moment of the start. */
export const theFirstDecisionTaskFollowsTheStart = ofEvents((events) => {
	const start = startOf(events);
	const second = events[1];
	if (start === undefined || second === undefined) return [];
	if (second.eventType !== "DecisionTaskScheduled")
		return [
			breachOf(second, `${named(second)} follows the start`, "eventType", {
				expected: "DecisionTaskScheduled",
				observed: second.eventType,
			}),
		];
	if (Math.abs(second.eventTimestamp - start.eventTimestamp) <= clockTolerance) return [];
	const times = { expected: start.eventTimestamp, observed: second.eventTimestamp };
	return [breachOf(second, "the first decision task is not scheduled at the moment of the start", "eventTimestamp", times)];
});
