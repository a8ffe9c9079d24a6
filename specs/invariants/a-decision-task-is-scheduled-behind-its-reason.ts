import { batchOf } from "./support/batches.ts";
import { mayWake } from "./support/event-kinds.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import type { RecordedEvent } from "./support/observed.ts";

/** DecisionTaskScheduled stands directly behind what made it necessary, or behind the batch of decisions in which one failed. */
export const aDecisionTaskIsScheduledBehindItsReason = ofEachEvent((event, events) => {
	const previous = events[event.eventId - 2];
	if (event.eventType !== "DecisionTaskScheduled" || previous === undefined || mayWake(previous.eventType)) return [];
	if (failedIn(batchOf(previous), previous, events)) return [];
	return [breachOf(event, `${named(event)} stands behind ${named(previous)}, which needs no decision`)];
});

/** Whether a decision failed in the batch that ends with this event. */
function failedIn(batch: number | undefined, last: RecordedEvent, events: readonly RecordedEvent[]): boolean {
	return (
		batch !== undefined && events.slice(batch, last.eventId).some((event) => batchOf(event) === batch && mayWake(event.eventType))
	);
}
