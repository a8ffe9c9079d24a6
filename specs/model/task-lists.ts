import type { HistoryEvent } from "../wire/history-event.ts";
import { type Execution, isOpen } from "./execution.ts";
import { type Compare, type Heap, itemsOf, withItem, withoutFirst } from "./heap.ts";
import { changed, type Model } from "./model.ts";

/** The two kinds of task never mix, even on lists of one name. */
export type TaskKind = "activity" | "decision";

/** Names a task list. */
export interface TaskListName {
	readonly domain: string;
	readonly kind: TaskKind;
	readonly name: string;
}

/** A task that was put on a list. It may have gone stale since, so it is checked when it comes up. */
export interface TaskListEntry {
	readonly runId: string;
	readonly scheduledEventId: number;
	readonly priority: number;
	readonly arrival: number;
}

/** The key of a task list in `Model.taskLists`. */
export const taskListKey = ({ domain, kind, name }: TaskListName): string => `${kind} ${domain.length} ${domain} ${name}`;

/** The number that a priority stands for; none counts as 0. */
export const priorityOf = (priority: string | undefined): number => (priority === undefined ? 0 : Number(priority));

// Urgent tasks first, then in order of arrival: https://docs.aws.amazon.com/amazonswf/latest/developerguide/programming-priority.html
const byUrgency: Compare<TaskListEntry> = (one, other) => other.priority - one.priority || one.arrival - other.arrival;

/** The lists with the tasks that a run has come to offer by events. */
export function withOfferedTasks(
	{ taskLists, sequence }: Model,
	execution: Execution,
	events: readonly HistoryEvent[],
	before: Execution | undefined,
): Model["taskLists"] {
	const { domain, runId } = execution.key;
	let offered = taskLists;
	let arrival = sequence;
	function offer(kind: TaskKind, name: string, scheduledEventId: number, priority: number): void {
		const list = taskListKey({ domain, kind, name });
		offered = offered.set(list, withItem(offered.get(list), { runId, scheduledEventId, priority, arrival }, byUrgency));
		arrival += 1;
	}
	for (const event of events) {
		if (event.eventType !== "ActivityTaskScheduled") continue;
		const { taskList, taskPriority } = event.activityTaskScheduledEventAttributes;
		offer("activity", taskList.name, event.eventId, priorityOf(taskPriority));
	}
	const { pendingDecisionTask: pending, startedDecisionTask } = execution;
	// A decision task that became necessary while another one is held is offered once that one is closed.
	const isNew = before?.pendingDecisionTask !== pending || before?.startedDecisionTask !== undefined;
	if (pending === undefined || startedDecisionTask !== undefined || !isNew) return offered;
	offer("decision", pending.taskList, pending.scheduledEventId, pending.priority);
	return offered;
}

/** Takes the first task that can still be handed out, if any, and drops the stale ones before it. */
export function takeTask(model: Model, list: TaskListName): { readonly model: Model; readonly entry?: TaskListEntry } {
	const key = taskListKey(list);
	const before = model.taskLists.get(key);
	let heap = before;
	while (heap !== undefined) {
		const entry = heap.item;
		heap = withoutFirst(heap, byUrgency);
		if (isAvailable(model, list.kind, entry)) return { model: withTaskList(model, key, heap), entry };
	}
	return { model: before === undefined ? model : withTaskList(model, key, undefined) };
}

/** How many tasks of the list wait to be started. */
export const countTasks = (model: Model, list: TaskListName): number => model.waitingTasks.get(taskListKey(list), 0);

/** How many tasks a poll of the list would find one after the other; `countTasks` comes to the same without looking at each. */
export function countOffered(model: Model, list: TaskListName): number {
	let count = 0;
	for (const entry of itemsOf(model.taskLists.get(taskListKey(list)))) if (isAvailable(model, list.kind, entry)) count += 1;
	return count;
}

const withTaskList = (model: Model, key: string, heap: Heap<TaskListEntry>): Model =>
	changed(model, { taskLists: heap === undefined ? model.taskLists.delete(key) : model.taskLists.set(key, heap) });

function isAvailable(model: Model, kind: TaskKind, { runId, scheduledEventId }: TaskListEntry): boolean {
	const execution = model.executions.get(runId);
	if (execution === undefined || !isOpen(execution)) return false;
	return kind === "decision" ? offersDecisionTask(execution, scheduledEventId) : offersActivityTask(execution, scheduledEventId);
}

const offersDecisionTask = ({ pendingDecisionTask }: Execution, scheduledEventId: number): boolean =>
	pendingDecisionTask?.scheduledEventId === scheduledEventId;

/** A task that was asked to be cancelled before anybody took it is the service's to cancel, so no worker gets it. */
function offersActivityTask({ openActivities }: Execution, scheduledEventId: number): boolean {
	const activity = openActivities.get(scheduledEventId);
	return activity !== undefined && activity.startedEventId === undefined && activity.cancelRequestedEventId === undefined;
}
