import type { EventType } from "../../wire/history-event.ts";

const setOf = (...types: readonly EventType[]): ReadonlySet<EventType> => new Set(types);

/** The events that close an execution, and the close status that they give it. */
export const closeStatuses: Partial<Record<EventType, string>> = {
	WorkflowExecutionCompleted: "COMPLETED",
	WorkflowExecutionFailed: "FAILED",
	WorkflowExecutionCanceled: "CANCELED",
	WorkflowExecutionContinuedAsNew: "CONTINUED_AS_NEW",
	WorkflowExecutionTerminated: "TERMINATED",
	WorkflowExecutionTimedOut: "TIMED_OUT",
};

export const closesExecution = (type: EventType): boolean => Object.hasOwn(closeStatuses, type);

/** The closing events that a decision makes. */
export const closingDecisionEvents = setOf(
	"WorkflowExecutionCompleted",
	"WorkflowExecutionFailed",
	"WorkflowExecutionCanceled",
	"WorkflowExecutionContinuedAsNew",
);

/** Closing decisions that were refused. */
export const refusedCloses = setOf(
	"CompleteWorkflowExecutionFailed",
	"FailWorkflowExecutionFailed",
	"CancelWorkflowExecutionFailed",
	"ContinueAsNewWorkflowExecutionFailed",
);

/** What happens to one kind of task, in the order in which it happens. */
export interface TaskEvents {
	readonly scheduled: EventType;
	readonly started: EventType;
	/** Each ends the task. */
	readonly closed: ReadonlySet<EventType>;
}

export const activityTaskEvents: TaskEvents = {
	scheduled: "ActivityTaskScheduled",
	started: "ActivityTaskStarted",
	closed: setOf("ActivityTaskCompleted", "ActivityTaskFailed", "ActivityTaskTimedOut", "ActivityTaskCanceled"),
};

export const decisionTaskEvents: TaskEvents = {
	scheduled: "DecisionTaskScheduled",
	started: "DecisionTaskStarted",
	closed: setOf("DecisionTaskCompleted", "DecisionTaskTimedOut"),
};

export const lambdaFunctionEvents: TaskEvents = {
	scheduled: "LambdaFunctionScheduled",
	started: "LambdaFunctionStarted",
	closed: setOf("LambdaFunctionCompleted", "LambdaFunctionFailed", "LambdaFunctionTimedOut", "StartLambdaFunctionFailed"),
};

export const timerEnds = setOf("TimerFired", "TimerCanceled");

/** How a parent hears that a child has closed, and the event that closed the child. */
export const childCloses: Partial<Record<EventType, EventType>> = {
	ChildWorkflowExecutionCompleted: "WorkflowExecutionCompleted",
	ChildWorkflowExecutionFailed: "WorkflowExecutionFailed",
	ChildWorkflowExecutionCanceled: "WorkflowExecutionCanceled",
	ChildWorkflowExecutionTimedOut: "WorkflowExecutionTimedOut",
	ChildWorkflowExecutionTerminated: "WorkflowExecutionTerminated",
};

export const closesChild = (type: EventType): boolean => Object.hasOwn(childCloses, type);

/** Events that were seen on the live service to make a decision task necessary, or are documented to. */
export const knownToWake = setOf(
	"WorkflowExecutionStarted",
	"WorkflowExecutionSignaled",
	"WorkflowExecutionCancelRequested",
	"DecisionTaskTimedOut",
	"ActivityTaskCompleted",
	"ActivityTaskFailed",
	"ActivityTaskTimedOut",
	"ActivityTaskCanceled",
	"ScheduleActivityTaskFailed",
	"RequestCancelActivityTaskFailed",
	"TimerFired",
	"CancelTimerFailed",
	"StartChildWorkflowExecutionFailed",
	"ChildWorkflowExecutionStarted",
	"ChildWorkflowExecutionCompleted",
	"ChildWorkflowExecutionFailed",
	"ChildWorkflowExecutionCanceled",
	"ChildWorkflowExecutionTimedOut",
	"ChildWorkflowExecutionTerminated",
	"SignalExternalWorkflowExecutionFailed",
	"ExternalWorkflowExecutionSignaled",
	"RequestCancelExternalWorkflowExecutionFailed",
	"ExternalWorkflowExecutionCancelRequested",
	"LambdaFunctionCompleted",
	"LambdaFunctionFailed",
	"LambdaFunctionTimedOut",
	"StartLambdaFunctionFailed",
);

/** Refusals of which no recording is known; by the same logic they make a decision task necessary too. */
const saidToWake = setOf("StartTimerFailed", "RecordMarkerFailed", "ScheduleLambdaFunctionFailed", ...refusedCloses);

export const mayWake = (type: EventType): boolean => knownToWake.has(type) || saidToWake.has(type);
