import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { mayWake, refusedCloses } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

/** A closing decision fails with UNHANDLED_DECISION only if another decision task waits, or something came that its decider has not seen. */
export const aCloseIsRefusedOnlyOverUnhandledEvents = ofEvents((events) => {
	let latest = 0;
	return judgeWithDecisionTasks(events, (event, { waiting }) => {
		const came = latest;
		if (mayWake(event.eventType)) latest = event.eventId;
		if (!refusedCloses.has(event.eventType) || event.attributes["cause"] !== "UNHANDLED_DECISION") return [];
		const completed = referred(events, event, "decisionTaskCompletedEventId", "DecisionTaskCompleted");
		// The decider has seen what came before its task was started.
		const seen = integerOf(completed?.attributes, "startedEventId");
		if (waiting !== undefined || seen === undefined || came > seen) return [];
		return [breachOf(event, `${named(event)} with cause UNHANDLED_DECISION although nothing was unhandled`, "cause")];
	});
});
