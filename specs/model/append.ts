import { type Draft, draft, type EventAttributes, type HistoryEvent } from "../wire/history-event.ts";
import { pick } from "../wire/pick.ts";
import { applyEvent } from "./apply-event.ts";
import { byDueTime, type Due, dueAfter } from "./deadlines.ts";
import { beginExecution, type Execution, type ExecutionKey, isOpen } from "./execution.ts";
import { withItem } from "./heap.ts";
import { type Instant, toWire } from "./instant.ts";
import { type Model, withDomain } from "./model.ts";
import { offerTask } from "./task-lists.ts";
import { countWaiting } from "./waiting-tasks.ts";
import { wakesDecider } from "./wakes.ts";

/** Opens a run: its first event, and the decision task that follows every start at the same time. */
export function openExecution(
	model: Model,
	key: ExecutionKey,
	attributes: EventAttributes<"WorkflowExecutionStarted">,
	at: Instant,
): Model {
	const domain = model.domains.get(key.domain);
	if (domain === undefined) return model;
	const started = {
		eventId: 1,
		eventTimestamp: toWire(at),
		eventType: "WorkflowExecutionStarted",
		workflowExecutionStartedEventAttributes: attributes,
	} as const;
	const listed = withDomain(model, { ...domain, openRuns: domain.openRuns.set(key.workflowId, key.runId) });
	// The number that made the run id is used up.
	const numbered = { ...listed, sequence: listed.sequence + 1 };
	return wake(settle(numbered, beginExecution(key, started), started), key.runId, at);
}

/** Records events in a run, oldest first, and schedules a decision task behind them if one of them calls for it. */
export function record(model: Model, runId: string, at: Instant, ...drafts: readonly Draft[]): Model {
	const recorded = drafts.reduce((grown, next) => append(grown, runId, at, next), model);
	return drafts.some(({ eventType }) => wakesDecider[eventType]) ? wake(recorded, runId, at) : recorded;
}

/** Records one event. A run that is closed stays as it is. */
export function append(model: Model, runId: string, at: Instant, given: Draft): Model {
	const before = model.executions.get(runId);
	if (before === undefined || !isOpen(before)) return model;
	const eventId = before.history.size + 1;
	const event = { ...withinEventLimit(model, before, given, eventId), eventId, eventTimestamp: toWire(at) };
	return settle(model, applyEvent(before, event), event, before);
}

/** Schedules a decision task unless one is pending; a decision task that a decider holds is no hindrance. */
export function wake(model: Model, runId: string, at: Instant): Model {
	const execution = model.executions.get(runId);
	if (execution === undefined || execution.pendingDecisionTask !== undefined) return model;
	return append(model, runId, at, decisionTaskScheduled(execution));
}

function decisionTaskScheduled({ started, redirection }: Execution): Draft {
	return draft("DecisionTaskScheduled", {
		taskList: redirection === undefined ? started.taskList : { name: redirection.taskList },
		...pick(started, "taskPriority"),
		...(started.taskStartToCloseTimeout === undefined ? {} : { startToCloseTimeout: started.taskStartToCloseTimeout }),
		// Recordings of 2023 carry NONE here, those of 2016 and 2017 nothing.
		scheduleToStartTimeout: redirection?.scheduleToStartTimeout ?? "NONE",
	});
}

/** The last event that a history may hold is its termination by the service. */
function withinEventLimit({ limits }: Model, { started }: Execution, given: Draft, eventId: number): Draft {
	if (eventId < limits.historyEvents) return given;
	return draft("WorkflowExecutionTerminated", { childPolicy: started.childPolicy, cause: "EVENT_LIMIT_EXCEEDED" });
}

/** Puts the execution back and does the bookkeeping that an event entails outside of it. */
function settle(model: Model, execution: Execution, event: HistoryEvent, before?: Execution): Model {
	const { runId } = execution.key;
	const stored = { ...model, executions: model.executions.set(runId, execution) };
	const due = dueAfter(event, execution).reduce((grown, next) => withDeadline(grown, runId, next), stored);
	const offered = countWaiting(offerTasks(due, execution, event, before), event, execution, before);
	return isOpen(execution) ? offered : withoutOpenRun(offered, execution.key);
}

/** Sets a deadline for a run. */
export function withDeadline(model: Model, runId: string, due: Due): Model {
	const deadline = { ...due, runId, arrival: model.sequence };
	return { ...model, sequence: model.sequence + 1, deadlines: withItem(model.deadlines, deadline, byDueTime) };
}

function offerTasks(model: Model, execution: Execution, event: HistoryEvent, before?: Execution): Model {
	const { key, pendingDecisionTask: pending, startedDecisionTask } = execution;
	if (event.eventType === "ActivityTaskScheduled") {
		const { taskList, taskPriority } = event.activityTaskScheduledEventAttributes;
		const task = { runId: key.runId, scheduledEventId: event.eventId, priority: Number(taskPriority ?? 0) };
		return offerTask(model, { domain: key.domain, kind: "activity", name: taskList.name }, task);
	}
	// A decision task that became necessary while another one is held is offered once that one is closed.
	const isNew = before?.pendingDecisionTask !== pending || before?.startedDecisionTask !== undefined;
	if (pending === undefined || startedDecisionTask !== undefined || !isNew) return model;
	const task = { runId: key.runId, scheduledEventId: pending.scheduledEventId, priority: pending.priority };
	return offerTask(model, { domain: key.domain, kind: "decision", name: pending.taskList }, task);
}

function withoutOpenRun(model: Model, { domain: name, workflowId, runId }: ExecutionKey): Model {
	const domain = model.domains.get(name);
	if (domain === undefined) return model;
	return withDomain(model, {
		...domain,
		openRuns: domain.openRuns.delete(workflowId),
		closedRuns: domain.closedRuns.push(runId),
	});
}
