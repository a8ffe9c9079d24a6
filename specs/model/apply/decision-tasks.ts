import type { EventAttributes, EventOf } from "../../wire/history-event.ts";
import type { Change, Execution, PendingDecisionTask, Redirection } from "../execution.ts";
import { priorityOf } from "../task-lists.ts";

export function decisionTaskScheduled(_: Execution, event: EventOf<"DecisionTaskScheduled">): Change {
	const { taskList, taskPriority, scheduleToStartTimeout } = event.decisionTaskScheduledEventAttributes;
	const pending: PendingDecisionTask = {
		scheduledEventId: event.eventId,
		taskList: taskList.name,
		priority: priorityOf(taskPriority),
		...(scheduleToStartTimeout === undefined || scheduleToStartTimeout === "NONE" ? {} : { scheduleToStartTimeout }),
	};
	return { pendingDecisionTask: pending };
}

export function decisionTaskStarted(_: Execution, event: EventOf<"DecisionTaskStarted">): Change {
	const { scheduledEventId } = event.decisionTaskStartedEventAttributes;
	return {
		pendingDecisionTask: undefined,
		startedDecisionTask: { scheduledEventId, startedEventId: event.eventId },
	};
}

export function decisionTaskCompleted(
	_: Execution,
	{ executionContext, startedEventId, taskList, taskListScheduleToStartTimeout }: EventAttributes<"DecisionTaskCompleted">,
): Change {
	return {
		startedDecisionTask: undefined,
		previousStartedEventId: startedEventId,
		// Recordings: without executionContext the earlier one stays, an empty one replaces it.
		...(executionContext === undefined ? {} : { latestExecutionContext: executionContext }),
		...(taskList === undefined ? {} : { redirection: redirection(taskList.name, taskListScheduleToStartTimeout) }),
	};
}

/**
 * A decision task that ran out of time ends a temporary redirection of the task list:
 * https://docs.aws.amazon.com/amazonswf/latest/apireference/API_RespondDecisionTaskCompleted.html
 */
export function decisionTaskTimedOut(execution: Execution, { startedEventId }: EventAttributes<"DecisionTaskTimedOut">): Change {
	const over = startedEventId > 0 ? { startedDecisionTask: undefined } : { pendingDecisionTask: undefined };
	return execution.redirection?.scheduleToStartTimeout === undefined ? over : { redirection: undefined, ...over };
}

const redirection = (taskList: string, timeout: string | undefined): Redirection =>
	timeout === undefined || timeout === "" || timeout === "NONE" ? { taskList } : { taskList, scheduleToStartTimeout: timeout };
