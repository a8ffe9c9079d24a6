import { activityTaskEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice, only } from "./support/once.ts";

/** A scheduled activity task is started once at most. */
export const anActivityTaskStartsOnce = ofEvents((events) =>
	namedTwice(events, only(activityTaskEvents.started), "scheduledEventId", (first) => `${named(first)} started it already`),
);
