import type { HistoryEvent } from "../wire/history-event.ts";
import { type Execution, isOpen } from "./execution.ts";
import type { Model } from "./model.ts";
import { type TaskKind, taskListKey } from "./task-lists.ts";

/** Keeps count of the tasks that wait on each list, from what an event has made of its run; counting them would take too long. */
export function countWaiting(model: Model, event: HistoryEvent, after: Execution, before: Execution | undefined): Model {
	const changes = [...decisionTask(before).map(leaves), ...decisionTask(after).map(comes)];
	for (const id of touchedActivities(event, after, before)) {
		changes.push(...activityTask(before, id).map(leaves), ...activityTask(after, id).map(comes));
	}
	let { waitingTasks } = model;
	for (const { list, by } of changes) {
		const count = waitingTasks.get(list, 0) + by;
		waitingTasks = count === 0 ? waitingTasks.delete(list) : waitingTasks.set(list, count);
	}
	return waitingTasks === model.waitingTasks ? model : { ...model, waitingTasks };
}

const comes = (list: string) => ({ list, by: 1 });
const leaves = (list: string) => ({ list, by: -1 });

const keyOf = ({ key: { domain } }: Execution, kind: TaskKind, name: string): string => taskListKey({ domain, kind, name });

/** The list on which the run's decision task waits: one that became necessary while another is held does not wait yet. */
function decisionTask(execution: Execution | undefined): readonly string[] {
	const pending = execution?.pendingDecisionTask;
	if (execution === undefined || pending === undefined || !isOpen(execution)) return [];
	return execution.startedDecisionTask === undefined ? [keyOf(execution, "decision", pending.taskList)] : [];
}

function activityTask(execution: Execution | undefined, scheduledEventId: number): readonly string[] {
	const activity = execution?.openActivities.get(scheduledEventId);
	if (execution === undefined || activity === undefined || !isOpen(execution)) return [];
	if (activity.startedEventId !== undefined || activity.cancelRequestedEventId !== undefined) return [];
	return [keyOf(execution, "activity", activity.scheduled.taskList.name)];
}

/** The activities that the event changes: the one that it is about, or all when the run closes. */
function touchedActivities(event: HistoryEvent, after: Execution, before: Execution | undefined): Iterable<number> {
	switch (event.eventType) {
		case "ActivityTaskScheduled":
			return [event.eventId];
		case "ActivityTaskStarted":
			return [event.activityTaskStartedEventAttributes.scheduledEventId];
		case "ActivityTaskTimedOut":
			return [event.activityTaskTimedOutEventAttributes.scheduledEventId];
		case "ActivityTaskCancelRequested":
			return [after.openActivityIds.get(event.activityTaskCancelRequestedEventAttributes.activityId, 0)];
		default:
			return isOpen(after) ? [] : (before?.openActivities.keys() ?? []);
	}
}
