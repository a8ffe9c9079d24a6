import { batchOf } from "./support/batches.ts";
import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { closesExecution, knownToWake } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import type { RecordedEvent } from "./support/observed.ts";

/**
 * Where an event makes a decision task necessary and none is waiting, one is scheduled with the next event, or behind the batch of decisions that it
 * belongs to, unless that closes the execution. The end of what is known of a history proves nothing.
 */
export const whatNeedsADecisionLeadsToADecisionTask = ofEvents((events) => {
	const following = behindBatches(events);
	return judgeWithDecisionTasks(events, (event, { waiting }) => {
		const next = following[event.eventId - 1];
		if (!knownToWake.has(event.eventType) || waiting !== undefined || next === undefined) return [];
		if (next.eventType === "DecisionTaskScheduled" || closesExecution(next.eventType)) return [];
		const difference = { expected: "DecisionTaskScheduled", observed: next.eventType };
		return [breachOf(next, `${named(event)} needs a decision, and ${named(next)} follows`, "eventType", difference)];
	});
});

/** For each event the one that follows it, or its batch of decisions; the close that ends a batch counts as following. */
function behindBatches(events: readonly RecordedEvent[]): readonly (RecordedEvent | undefined)[] {
	const following: (RecordedEvent | undefined)[] = events.map((_, index) => events[index + 1]);
	for (let index = events.length - 2; index >= 0; index -= 1) {
		const [event, next] = [events[index], events[index + 1]];
		const batch = event === undefined ? undefined : batchOf(event);
		if (batch !== undefined && next !== undefined && batchOf(next) === batch && !closesExecution(next.eventType))
			following[index] = following[index + 1];
	}
	return following;
}
