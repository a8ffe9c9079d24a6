import { Map as ImmutableMap } from "immutable";
import type { EventAttributes, HistoryEvent } from "../wire/history-event.ts";
import type { Value } from "../wire/value.ts";
import { GrowingList } from "./growing-list.ts";
import { fromWire, type Instant } from "./instant.ts";

/** Names one run: the run id alone would do, the rest is what the service asks for. */
export interface ExecutionKey {
	readonly domain: string;
	readonly workflowId: string;
	readonly runId: string;
}

/** A decision task on a task list that nobody has started. */
export interface PendingDecisionTask {
	readonly scheduledEventId: number;
	readonly taskList: string;
	readonly priority: number;
	/** Present while the task list is a temporary one. */
	readonly scheduleToStartTimeout?: string;
}

/** A decision task that a decider holds. */
export interface StartedDecisionTask {
	readonly scheduledEventId: number;
	readonly startedEventId: number;
}

/** Where later decision tasks go, set by a decider in place of the execution's own task list. */
export interface Redirection {
	readonly taskList: string;
	/** Present when the redirection is temporary. */
	readonly scheduleToStartTimeout?: string;
}

/** An activity task between ActivityTaskScheduled and its close. */
export interface OpenActivity {
	readonly scheduledEventId: number;
	readonly scheduled: EventAttributes<"ActivityTaskScheduled">;
	readonly startedEventId?: number;
	readonly startedAt?: Instant;
	/** The latest request to cancel it. */
	readonly cancelRequestedEventId?: number;
}

/** A timer between TimerStarted and its end. */
export interface OpenTimer {
	readonly timerId: string;
	readonly startedEventId: number;
}

/** A child between StartChildWorkflowExecutionInitiated and its close. */
export interface OpenChild {
	readonly initiatedEventId: number;
	readonly initiated: EventAttributes<"StartChildWorkflowExecutionInitiated">;
	/** Absent until ChildWorkflowExecutionStarted. */
	readonly startedEventId?: number;
}

/** A Lambda function between LambdaFunctionScheduled and its end. */
export interface OpenLambdaFunction {
	readonly scheduledEventId: number;
	readonly scheduled: EventAttributes<"LambdaFunctionScheduled">;
	readonly startedEventId?: number;
}

/** A signal to another execution that was not delivered yet. */
export type OutgoingSignal = EventAttributes<"SignalExternalWorkflowExecutionInitiated">;
/** A request to cancel another execution that was not delivered yet. */
export type OutgoingCancelRequest = EventAttributes<"RequestCancelExternalWorkflowExecutionInitiated">;

/** How and when an execution closed. */
export interface Closure {
	readonly status: Value<"CloseStatus">;
	readonly at: Instant;
	/** The policy named by the close event, which a termination may have overridden. */
	readonly childPolicy: Value<"ChildPolicy">;
}

/**
 * What a history has made true of one run. Nothing in it comes from elsewhere than the events.
 *
 * All members are always there, if undefined: what has one form is copied fastest.
 */
export interface Execution {
	readonly key: ExecutionKey;
	readonly history: GrowingList<HistoryEvent>;
	readonly started: EventAttributes<"WorkflowExecutionStarted">;
	readonly startedAt: Instant;
	readonly closure: Closure | undefined;
	readonly cancelRequested: boolean;
	readonly pendingDecisionTask: PendingDecisionTask | undefined;
	readonly startedDecisionTask: StartedDecisionTask | undefined;
	/** The DecisionTaskStarted event of the last decision task that was completed; 0 before. */
	readonly previousStartedEventId: number;
	readonly redirection: Redirection | undefined;
	readonly latestExecutionContext: string | undefined;
	readonly latestActivityTaskAt: Instant | undefined;
	/** By scheduled event id. */
	readonly openActivities: ImmutableMap<number, OpenActivity>;
	/** The scheduled event id of each open activity, by activity id. */
	readonly openActivityIds: ImmutableMap<string, number>;
	/** By timer id. */
	readonly openTimers: ImmutableMap<string, OpenTimer>;
	/** By initiated event id. */
	readonly openChildren: ImmutableMap<number, OpenChild>;
	/** By scheduled event id. */
	readonly openLambdaFunctions: ImmutableMap<number, OpenLambdaFunction>;
	/** By initiated event id. */
	readonly outgoingSignals: ImmutableMap<number, OutgoingSignal>;
	/** By initiated event id. */
	readonly outgoingCancelRequests: ImmutableMap<number, OutgoingCancelRequest>;
}

/** What an event changes in a run. */
export type Change = Partial<Omit<Execution, "key">>;

type Started = Extract<HistoryEvent, { readonly eventType: "WorkflowExecutionStarted" }>;

/** The execution that its first event brings about. */
export const beginExecution = (key: ExecutionKey, event: Started): Execution => ({
	key,
	history: GrowingList.of<HistoryEvent>(event),
	started: event.workflowExecutionStartedEventAttributes,
	startedAt: fromWire(event.eventTimestamp),
	closure: undefined,
	cancelRequested: false,
	pendingDecisionTask: undefined,
	startedDecisionTask: undefined,
	previousStartedEventId: 0,
	redirection: undefined,
	latestExecutionContext: undefined,
	latestActivityTaskAt: undefined,
	openActivities: ImmutableMap(),
	openActivityIds: ImmutableMap(),
	openTimers: ImmutableMap(),
	openChildren: ImmutableMap(),
	openLambdaFunctions: ImmutableMap(),
	outgoingSignals: ImmutableMap(),
	outgoingCancelRequests: ImmutableMap(),
});

/** The execution with what an event changes in it. Written out for the reason given at the `changed` of the model. */
export const changedExecution = (execution: Execution, change: Change): Execution => ({
	key: execution.key,
	history: execution.history,
	started: execution.started,
	startedAt: execution.startedAt,
	closure: execution.closure,
	cancelRequested: execution.cancelRequested,
	pendingDecisionTask: execution.pendingDecisionTask,
	startedDecisionTask: execution.startedDecisionTask,
	previousStartedEventId: execution.previousStartedEventId,
	redirection: execution.redirection,
	latestExecutionContext: execution.latestExecutionContext,
	latestActivityTaskAt: execution.latestActivityTaskAt,
	openActivities: execution.openActivities,
	openActivityIds: execution.openActivityIds,
	openTimers: execution.openTimers,
	openChildren: execution.openChildren,
	openLambdaFunctions: execution.openLambdaFunctions,
	outgoingSignals: execution.outgoingSignals,
	outgoingCancelRequests: execution.outgoingCancelRequests,
	...change,
});

/** Whether the execution takes further events. */
export const isOpen = (execution: Execution): boolean => execution.closure === undefined;

/** The `{workflowId, runId}` pair under which the wire names the run. */
export const wireExecution = ({ key }: Execution): Value<"WorkflowExecution"> => ({
	workflowId: key.workflowId,
	runId: key.runId,
});

/** The object without one member. */
export function without<Whole extends object, Member extends keyof Whole>(whole: Whole, member: Member): Omit<Whole, Member> {
	const { [member]: _removed, ...rest } = whole;
	return rest;
}
