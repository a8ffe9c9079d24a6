import { ofEachEvent } from "./support/invariant.ts";
import { beforeItsTime } from "./support/limits.ts";
import { referred } from "./support/references.ts";

/** TimerFired comes startToFireTimeout after TimerStarted, or later. */
export const aTimerFiresNoEarlierThanAsked = ofEachEvent((event, events) => {
	const started = event.eventType === "TimerFired" ? referred(events, event, "startedEventId", "TimerStarted") : undefined;
	return beforeItsTime(event, started, started, "startToFireTimeout");
});
