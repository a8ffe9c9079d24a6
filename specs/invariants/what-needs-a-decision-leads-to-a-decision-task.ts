import { batchOf } from "./support/batches.ts";
import { withDecisionTasks } from "./support/decision-tasks.ts";
import { closesExecution, knownToWake } from "./support/event-kinds.ts";
import { type Breach, breachOf, named, ofEvents } from "./support/invariant.ts";
import type { RecordedEvent } from "./support/observed.ts";

/**
 * Where an event makes a decision task necessary and none is waiting, one is scheduled with the next event, or behind the batch of decisions that it
 * belongs to, unless that closes the execution. The end of what is known of a history proves nothing.
 */
export const whatNeedsADecisionLeadsToADecisionTask = ofEvents((events) => {
	const breaches: Breach[] = [];
	for (const { event, waiting } of withDecisionTasks(events)) {
		if (!knownToWake.has(event.eventType) || waiting.length > 0) continue;
		const next = behindBatch(event, events);
		if (next === undefined || next.eventType === "DecisionTaskScheduled" || closesExecution(next.eventType)) continue;
		const difference = { expected: "DecisionTaskScheduled", observed: next.eventType };
		breaches.push(breachOf(next, `${named(event)} needs a decision, and ${named(next)} follows`, "eventType", difference));
	}
	return breaches;
});

/** The event that follows, or that follows the batch, or the close that ends it. */
function behindBatch(event: RecordedEvent, events: readonly RecordedEvent[]): RecordedEvent | undefined {
	const batch = batchOf(event);
	for (let next = events[event.eventId]; next !== undefined; next = events[next.eventId]) {
		if (batch === undefined || batchOf(next) !== batch || closesExecution(next.eventType)) return next;
	}
	return undefined;
}
