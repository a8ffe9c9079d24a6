import type { JsonObject } from "../../wire/json.ts";
import type { Line } from "./scene.ts";

export const type = { name: "t", version: "1" };
export const taskList = { name: "l" };

/** The settings of an execution that begins as all of them do here. */
export const settings = { childPolicy: "TERMINATE", taskList, executionStartToCloseTimeout: "60", taskStartToCloseTimeout: "10" };

export const started = (more: JsonObject = {}, seconds?: number): Line => {
	const attributes = { ...settings, workflowType: type, parentInitiatedEventId: 0, ...more };
	return seconds === undefined ? ["WorkflowExecutionStarted", attributes] : ["WorkflowExecutionStarted", attributes, seconds];
};
export const decisionTask: Line = ["DecisionTaskScheduled", { taskList, startToCloseTimeout: "10" }];
export const decisionStarted = (scheduledEventId: number): Line => ["DecisionTaskStarted", { scheduledEventId }];
export const decided = (scheduledEventId: number, startedEventId: number, more: JsonObject = {}): Line => [
	"DecisionTaskCompleted",
	{ scheduledEventId, startedEventId, ...more },
];

/** Events 1 to 4: an execution of which the first decision task is completed. */
export const begun: readonly Line[] = [started(), decisionTask, decisionStarted(2), decided(2, 3)];

/** Made by the decision task that event 4 completed. */
export const byDecision = { decisionTaskCompletedEventId: 4 };

export const signaled: Line = ["WorkflowExecutionSignaled", { signalName: "s", externalInitiatedEventId: 0 }];
export const completed = (decisionTaskCompletedEventId = 4): Line => [
	"WorkflowExecutionCompleted",
	{ decisionTaskCompletedEventId },
];
export const terminated: Line = ["WorkflowExecutionTerminated", { childPolicy: "TERMINATE", cause: "OPERATOR_INITIATED" }];

export const activity = (activityId = "a", more: JsonObject = {}): Line => [
	"ActivityTaskScheduled",
	{
		activityId,
		activityType: type,
		taskList,
		scheduleToStartTimeout: "5",
		scheduleToCloseTimeout: "NONE",
		startToCloseTimeout: "20",
		heartbeatTimeout: "NONE",
		...byDecision,
		...more,
	},
];
export const activityStarted = (scheduledEventId: number): Line => ["ActivityTaskStarted", { scheduledEventId }];
export const activityCompleted = (scheduledEventId: number, startedEventId: number): Line => [
	"ActivityTaskCompleted",
	{ scheduledEventId, startedEventId },
];
export const cancelRequest = (activityId = "a", decisionTaskCompletedEventId = 4): Line => [
	"ActivityTaskCancelRequested",
	{ activityId, decisionTaskCompletedEventId },
];

export const timer = (timerId = "x", startToFireTimeout = "5"): Line => [
	"TimerStarted",
	{ timerId, startToFireTimeout, ...byDecision },
];
export const fired = (startedEventId: number, seconds: number, timerId = "x"): Line => [
	"TimerFired",
	{ timerId, startedEventId },
	seconds,
];

export const lambda: Line = ["LambdaFunctionScheduled", { id: "f", name: "f", startToCloseTimeout: "5", ...byDecision }];
export const lambdaStarted = (scheduledEventId: number): Line => ["LambdaFunctionStarted", { scheduledEventId }];
export const lambdaCompleted = (scheduledEventId: number, startedEventId: number): Line => [
	"LambdaFunctionCompleted",
	{ scheduledEventId, startedEventId },
];

export const child = { workflowId: "c", runId: "cr" };
export const announced = (workflowId = "c", more: JsonObject = {}): Line => [
	"StartChildWorkflowExecutionInitiated",
	{ workflowId, workflowType: type, ...settings, ...byDecision, ...more },
];
export const childStarted = (initiatedEventId: number, workflowExecution = child): Line => [
	"ChildWorkflowExecutionStarted",
	{ workflowExecution, workflowType: type, initiatedEventId },
];
export const childCompleted = (initiatedEventId: number, startedEventId: number, more: JsonObject = {}): Line => [
	"ChildWorkflowExecutionCompleted",
	{ workflowExecution: child, workflowType: type, initiatedEventId, startedEventId, ...more },
];

/** Events 1 to 7: an execution whose child has started. */
export const withChild: readonly Line[] = [...begun, announced(), childStarted(5), decisionTask];

/** What the start of that child says of its parent. */
export const parentage = { parentWorkflowExecution: { workflowId: "w", runId: "r" }, parentInitiatedEventId: 5 };

/** Another execution, by which or to which signals go. */
export const other = { workflowId: "o", runId: "or" };
export const sentSignal = (more: JsonObject = {}): Line => [
	"SignalExternalWorkflowExecutionInitiated",
	{ ...other, signalName: "s", input: "i", ...byDecision, ...more },
];
export const signalConfirmed = (initiatedEventId = 5, workflowExecution = other): Line => [
	"ExternalWorkflowExecutionSignaled",
	{ workflowExecution, initiatedEventId },
];
export const sentCancel: Line = ["RequestCancelExternalWorkflowExecutionInitiated", { ...other, ...byDecision }];
export const cancelConfirmed: Line = [
	"ExternalWorkflowExecutionCancelRequested",
	{ workflowExecution: other, initiatedEventId: 5 },
];
export const sender = { externalWorkflowExecution: { workflowId: "w", runId: "r" }, externalInitiatedEventId: 5 };
