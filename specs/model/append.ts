import { type Draft, draft, type EventAttributes } from "../wire/history-event.ts";
import { pick } from "../wire/pick.ts";
import { applyEvent } from "./apply-event.ts";
import { byDueTime, type Due, dueAfter } from "./deadlines.ts";
import { beginExecution, type Execution, type ExecutionKey, isOpen } from "./execution.ts";
import { withItem } from "./heap.ts";
import { type Instant, toWire } from "./instant.ts";
import { changed, type Model, withDomain } from "./model.ts";
import { withOfferedTasks } from "./task-lists.ts";
import { withWaitingTasks } from "./waiting-tasks.ts";
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
	const openRuns = domain.openRuns.set(key.workflowId, key.runId);
	const listed = withDomain(model, { ...domain, openRuns });
	return settle(listed, awake(listed, beginExecution(key, started), at));
}

/** Records events in a run, oldest first, and schedules a decision task behind them if one of them calls for it. */
export function record(model: Model, runId: string, at: Instant, ...drafts: readonly Draft[]): Model {
	const mustWake = drafts.some(({ eventType }) => wakesDecider[eventType]);
	return change(model, runId, (before) => {
		const after = drafts.reduce((grown, next) => grow(model, grown, at, next), before);
		return mustWake ? awake(model, after, at) : after;
	});
}

/** Records one event and nothing with it. */
export const append = (model: Model, runId: string, at: Instant, given: Draft): Model =>
	change(model, runId, (before) => grow(model, before, at, given));

function change(model: Model, runId: string, grown: (before: Execution) => Execution): Model {
	const before = model.executions.get(runId);
	if (before === undefined) return model;
	const after = grown(before);
	return after === before ? model : settle(model, after, before);
}

/** The run with one more event; one that is closed stays as it is. The model does not know of it until it is settled. */
export function grow(model: Model, before: Execution, at: Instant, given: Draft): Execution {
	if (!isOpen(before)) return before;
	const eventId = before.history.size + 1;
	return applyEvent(before, { eventId, eventTimestamp: toWire(at), ...withinEventLimit(model, before, given, eventId) });
}

/** The run with a decision task, unless one is pending; a decision task that a decider holds is no hindrance. */
export const awake = (model: Model, execution: Execution, at: Instant): Execution =>
	execution.pendingDecisionTask === undefined ? grow(model, execution, at, decisionTaskScheduled(execution)) : execution;

function decisionTaskScheduled({ started, redirection }: Execution): Draft {
	return draft("DecisionTaskScheduled", {
		taskList: redirection === undefined ? started.taskList : { name: redirection.taskList },
		// Recordings of 2023 carry NONE here, those of 2016 and 2017 nothing.
		scheduleToStartTimeout: redirection?.scheduleToStartTimeout ?? "NONE",
		...(started.taskStartToCloseTimeout === undefined ? {} : { startToCloseTimeout: started.taskStartToCloseTimeout }),
		...pick(started, "taskPriority"),
	});
}

/** The last event that a history may hold is its termination by the service. */
function withinEventLimit({ limits }: Model, { started }: Execution, given: Draft, eventId: number): Draft {
	if (eventId < limits.historyEvents) return given;
	return draft("WorkflowExecutionTerminated", { childPolicy: started.childPolicy, cause: "EVENT_LIMIT_EXCEEDED" });
}

/** Puts the run in the place of what it was, and does the bookkeeping that the events since then entail outside of it. */
export function settle(model: Model, execution: Execution, before?: Execution): Model {
	const events = execution.history.slice(before?.history.size ?? 0);
	const { key } = execution;
	const due = events.flatMap((event) => dueAfter(event, execution));
	return changed(model, {
		executions: model.executions.set(key.runId, execution),
		deadlines: withDeadlines(model, key.runId, due),
		taskLists: withOfferedTasks(model, execution, events, before),
		waitingTasks: withWaitingTasks(model, execution, events, before),
		// More than any of these has used up.
		sequence: model.sequence + due.length + events.length + 1,
		...(isOpen(execution) ? {} : { domains: withoutOpenRun(model.domains, key) }),
	});
}

/** Sets a deadline for a run. */
export const withDeadline = (model: Model, runId: string, due: Due): Model =>
	changed(model, { deadlines: withDeadlines(model, runId, [due]), sequence: model.sequence + 1 });

const withDeadlines = ({ sequence, deadlines }: Model, runId: string, due: readonly Due[]): Model["deadlines"] =>
	due.reduce(
		(grown, { kind, at, eventId }, index) => withItem(grown, { kind, at, eventId, runId, arrival: sequence + index }, byDueTime),
		deadlines,
	);

function withoutOpenRun(domains: Model["domains"], { domain: name, workflowId, runId }: ExecutionKey): Model["domains"] {
	const domain = domains.get(name);
	if (domain === undefined) return domains;
	return domains.set(name, {
		...domain,
		openRuns: domain.openRuns.delete(workflowId),
		closedRuns: domain.closedRuns.push(runId),
	});
}
