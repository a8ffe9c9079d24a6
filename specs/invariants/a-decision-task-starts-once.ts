import { decisionTaskEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice, only } from "./support/once.ts";

/** A scheduled decision task is started once at most. */
export const aDecisionTaskStartsOnce = ofEvents((events) =>
	namedTwice(events, only(decisionTaskEvents.started), "scheduledEventId", (first) => `${named(first)} started it already`),
);
