import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/**
 * While a decision task waits to be taken, no other is scheduled. Whether one that replaces a task that timed out is an exception is not known, so it is
 * let pass.
 */
export const oneDecisionTaskWaitsAtATime = ofEvents((events) =>
	judgeWithDecisionTasks(events, (event, { previous, waiting }) =>
		event.eventType === "DecisionTaskScheduled" && waiting !== undefined && previous?.eventType !== "DecisionTaskTimedOut"
			? [breachOf(event, `${named(event)} while the task of ${named(waiting)} was still waiting`)]
			: [],
	),
);
