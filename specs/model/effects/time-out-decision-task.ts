import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import type { Effect } from "./effect.ts";

/** Takes the task back from a decider that did not answer in time; unless one is pending already, another is scheduled. */
export const timeOutStartedDecisionTask: Effect = ({ model, execution, eventId, at }) => {
	const task = execution.startedDecisionTask;
	if (task?.startedEventId !== eventId) return model;
	return record(model, execution.key.runId, at, draft("DecisionTaskTimedOut", { timeoutType: "START_TO_CLOSE", ...task }));
};

/** Gives up on a temporary task list that nobody polled; the event names no start, as there was none. */
export const timeOutPendingDecisionTask: Effect = ({ model, execution, eventId, at }) => {
	const task = execution.pendingDecisionTask;
	if (task?.scheduledEventId !== eventId) return model;
	const timedOut = { timeoutType: "SCHEDULE_TO_START", scheduledEventId: eventId, startedEventId: 0 } as const;
	return record(model, execution.key.runId, at, draft("DecisionTaskTimedOut", timedOut));
};
