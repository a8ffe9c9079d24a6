import type { HistoryEvent } from "../wire/history-event.ts";
import { type Execution, isOpen } from "./execution.ts";
import type { Model } from "./model.ts";
import { type TaskKind, taskListKey } from "./task-lists.ts";

/** The counts of the tasks that wait on each list, after events have made of a run what it is; counting them would take too long. */
export function withWaitingTasks(
	{ waitingTasks }: Model,
	after: Execution,
	events: readonly HistoryEvent[],
	before: Execution | undefined,
): Model["waitingTasks"] {
	let counts = moved(waitingTasks, decisionTask(before), decisionTask(after));
	for (const id of touchedActivities(events, after, before)) {
		counts = moved(counts, activityTask(before, id), activityTask(after, id));
	}
	return counts;
}

/** The counts after a task has left one list, if it was on any, for another. */
function moved(counts: Model["waitingTasks"], from: string | undefined, to: string | undefined): Model["waitingTasks"] {
	if (from === to) return counts;
	const left = from === undefined ? counts : withCount(counts, from, counts.get(from, 0) - 1);
	return to === undefined ? left : withCount(left, to, left.get(to, 0) + 1);
}

const withCount = (counts: Model["waitingTasks"], list: string, count: number): Model["waitingTasks"] =>
	count === 0 ? counts.delete(list) : counts.set(list, count);

const keyOf = ({ key: { domain } }: Execution, kind: TaskKind, name: string): string => taskListKey({ domain, kind, name });

/** The list on which the run's decision task waits: one that became necessary while another is held does not wait yet. */
function decisionTask(execution: Execution | undefined): string | undefined {
	const pending = execution?.pendingDecisionTask;
	if (execution === undefined || pending === undefined || !isOpen(execution)) return undefined;
	return execution.startedDecisionTask === undefined ? keyOf(execution, "decision", pending.taskList) : undefined;
}

function activityTask(execution: Execution | undefined, scheduledEventId: number): string | undefined {
	const activity = execution?.openActivities.get(scheduledEventId);
	if (execution === undefined || activity === undefined || !isOpen(execution)) return undefined;
	if (activity.startedEventId !== undefined || activity.cancelRequestedEventId !== undefined) return undefined;
	return keyOf(execution, "activity", activity.scheduled.taskList.name);
}

/** The activities that events change: those that they are about, or all when the run closes. */
function touchedActivities(events: readonly HistoryEvent[], after: Execution, before: Execution | undefined): Iterable<number> {
	if (!isOpen(after)) return before?.openActivities.keys() ?? [];
	const touched = new Set<number>();
	for (const event of events) {
		const id = touchedActivity(event, after);
		if (id !== undefined) touched.add(id);
	}
	return touched;
}

function touchedActivity(event: HistoryEvent, after: Execution): number | undefined {
	switch (event.eventType) {
		case "ActivityTaskScheduled":
			return event.eventId;
		case "ActivityTaskStarted":
			return event.activityTaskStartedEventAttributes.scheduledEventId;
		case "ActivityTaskTimedOut":
			return event.activityTaskTimedOutEventAttributes.scheduledEventId;
		case "ActivityTaskCancelRequested":
			return after.openActivityIds.get(event.activityTaskCancelRequestedEventAttributes.activityId);
		default:
			return undefined;
	}
}
