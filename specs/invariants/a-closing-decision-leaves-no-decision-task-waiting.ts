import { judgeWithDecisionTasks } from "./support/decision-tasks.ts";
import { closingDecisionEvents } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";

/** A decision does not close an execution while another decision task waits: its events have not been handled. */
export const aClosingDecisionLeavesNoDecisionTaskWaiting = ofEvents((events) =>
	judgeWithDecisionTasks(events, (event, { waiting }) =>
		closingDecisionEvents.has(event.eventType) && waiting !== undefined
			? [breachOf(event, `${named(event)} although the decision task of ${named(waiting)} was waiting`)]
			: [],
	),
);
