import { decisionTaskEvents } from "./support/event-kinds.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

/** A scheduled decision task completes or times out, once at most. */
export const aDecisionTaskClosesOnce = ofEvents((events) =>
	namedTwice(events, decisionTaskEvents.closed, "scheduledEventId", (first) => `${named(first)} closed it already`),
);
