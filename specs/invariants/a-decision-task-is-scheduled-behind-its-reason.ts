import { batchOf } from "./support/batches.ts";
import { mayWake } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/** DecisionTaskScheduled stands directly behind what made it necessary, or behind the batch of decisions in which one failed. */
export const aDecisionTaskIsScheduledBehindItsReason = ofEvents((events) => {
	/** The batches in which a decision failed so far. */
	const failed = new Set<number | undefined>();
	return events.flatMap((event) => {
		const previous = events[event.eventId - 2];
		const batch = batchOf(event);
		if (batch !== undefined && mayWake(event.eventType)) failed.add(batch);
		if (event.eventType !== "DecisionTaskScheduled" || previous === undefined || mayWake(previous.eventType)) return [];
		if (failed.has(batchOf(previous))) return [];
		return [breachOf(event, `${named(event)} stands behind ${named(previous)}, which needs no decision`)];
	});
});
