import { timerEnds } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

/** A timer fires or is cancelled, once at most. */
export const aTimerEndsOnce = ofEvents((events) =>
	namedTwice(events, timerEnds, "startedEventId", (first) => `${named(first)} ended that timer already`),
);
