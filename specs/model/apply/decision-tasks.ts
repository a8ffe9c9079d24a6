import type { EventAttributes, EventOf } from "../../wire/history-event.ts";
import { type Execution, type PendingDecisionTask, type Redirection, without } from "../execution.ts";
import { priorityOf } from "../task-lists.ts";

export function decisionTaskScheduled(execution: Execution, event: EventOf<"DecisionTaskScheduled">): Execution {
	const { taskList, taskPriority, scheduleToStartTimeout } = event.decisionTaskScheduledEventAttributes;
	const pending: PendingDecisionTask = {
		scheduledEventId: event.eventId,
		taskList: taskList.name,
		priority: priorityOf(taskPriority),
		...(scheduleToStartTimeout === undefined || scheduleToStartTimeout === "NONE" ? {} : { scheduleToStartTimeout }),
	};
	return { ...execution, pendingDecisionTask: pending };
}

export function decisionTaskStarted(execution: Execution, event: EventOf<"DecisionTaskStarted">): Execution {
	const { scheduledEventId } = event.decisionTaskStartedEventAttributes;
	return {
		...without(execution, "pendingDecisionTask"),
		startedDecisionTask: { scheduledEventId, startedEventId: event.eventId },
	};
}

export function decisionTaskCompleted(
	execution: Execution,
	{ executionContext, startedEventId, taskList, taskListScheduleToStartTimeout }: EventAttributes<"DecisionTaskCompleted">,
): Execution {
	return {
		...without(execution, "startedDecisionTask"),
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
export function decisionTaskTimedOut(
	execution: Execution,
	{ startedEventId }: EventAttributes<"DecisionTaskTimedOut">,
): Execution {
	const wasStarted = startedEventId > 0;
	const after = without(execution, wasStarted ? "startedDecisionTask" : "pendingDecisionTask");
	return after.redirection?.scheduleToStartTimeout === undefined ? after : without(after, "redirection");
}

const redirection = (taskList: string, timeout: string | undefined): Redirection =>
	timeout === undefined || timeout === "" || timeout === "NONE" ? { taskList } : { taskList, scheduleToStartTimeout: timeout };
