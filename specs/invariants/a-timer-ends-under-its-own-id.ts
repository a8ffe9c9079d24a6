import { timerEnds } from "./support/event-kinds.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

/** TimerFired and TimerCanceled have the timerId of the TimerStarted that they name. */
export const aTimerEndsUnderItsOwnId = ofEachEvent((event, events) => {
	const started = timerEnds.has(event.eventType) ? referred(events, event, "startedEventId", "TimerStarted") : undefined;
	const expected = started?.attributes["timerId"];
	const observed = event.attributes["timerId"];
	if (started === undefined || expected === observed) return [];
	return [
		breachOf(event, `${named(event)} has another timerId than ${named(started)}`, "timerId", {
			expected: shown(expected),
			observed: shown(observed),
		}),
	];
});
