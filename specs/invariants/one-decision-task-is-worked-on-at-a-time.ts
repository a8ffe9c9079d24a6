import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/** While a decision task of an execution is being worked on, no other is started. */
export const oneDecisionTaskIsWorkedOnAtATime = ofEvents((events) =>
	judgeWithDecisionTasks(events, (event, { started }) =>
		event.eventType === "DecisionTaskStarted" && started !== undefined
			? [breachOf(event, `${named(event)} while the task of ${named(started)} was still open`)]
			: [],
	),
);
