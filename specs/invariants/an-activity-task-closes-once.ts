import { activityTaskEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

/** A scheduled activity task completes, fails, times out or is cancelled, once at most. */
export const anActivityTaskClosesOnce = ofEvents((events) =>
	namedTwice(events, activityTaskEvents.closed, "scheduledEventId", (first) => `${named(first)} closed it already`),
);
