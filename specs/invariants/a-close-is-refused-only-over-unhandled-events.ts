import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { mayWake, refusedCloses } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";
import type { RecordedEvent } from "./support/observed.ts";
import { referred } from "./support/references.ts";

/** A closing decision fails with UNHANDLED_DECISION only if another decision task waits, or something came that its decider has not seen. */
export const aCloseIsRefusedOnlyOverUnhandledEvents = ofEvents((events) =>
	judgeWithDecisionTasks(events, (event, { waiting }) => {
		if (!refusedCloses.has(event.eventType) || event.attributes["cause"] !== "UNHANDLED_DECISION") return [];
		if (waiting !== undefined || somethingCame(event, events)) return [];
		return [breachOf(event, `${named(event)} with cause UNHANDLED_DECISION although nothing was unhandled`, "cause")];
	}),
);

/** Whether an event that needs a decision was recorded while the decider worked, or earlier in its own batch; true where that cannot be known. */
function somethingCame(refused: RecordedEvent, events: readonly RecordedEvent[]): boolean {
	const completed = referred(events, refused, "decisionTaskCompletedEventId", "DecisionTaskCompleted");
	const started = integerOf(completed?.attributes, "startedEventId");
	return started === undefined || events.slice(started, refused.eventId - 1).some(({ eventType }) => mayWake(eventType));
}
