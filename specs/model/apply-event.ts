import type { HistoryEvent } from "../wire/history-event.ts";
import {
	activityTaskCancelRequested,
	activityTaskClosed,
	activityTaskScheduled,
	activityTaskStarted,
} from "./apply/activities.ts";
import { childEnded, childInitiated, childStarted } from "./apply/children.ts";
import {
	decisionTaskCompleted,
	decisionTaskScheduled,
	decisionTaskStarted,
	decisionTaskTimedOut,
} from "./apply/decision-tasks.ts";
import { cancelRequestInitiated, cancelRequestSettled, signalInitiated, signalSettled } from "./apply/external-executions.ts";
import { lambdaFunctionEnded, lambdaFunctionScheduled, lambdaFunctionStarted } from "./apply/lambda-functions.ts";
import { cancelRequested, closed } from "./apply/lifecycle.ts";
import { timerEnded, timerStarted } from "./apply/timers.ts";
import { beginExecution, type Change, changedExecution, type Execution, type ExecutionKey } from "./execution.ts";

/** The execution after one more event. Nothing else changes an execution. */
export const applyEvent = (execution: Execution, event: HistoryEvent): Execution =>
	changedExecution(execution, { history: execution.history.push(event), ...consequence(execution, event) });

/** The execution that a whole history, oldest first, stands for; nothing when it does not begin with a start. */
export function foldHistory(key: ExecutionKey, history: Iterable<HistoryEvent>): Execution | undefined {
	const [first, ...rest] = history;
	return first?.eventType === "WorkflowExecutionStarted" ? rest.reduce(applyEvent, beginExecution(key, first)) : undefined;
}

function consequence(execution: Execution, event: HistoryEvent): Change {
	switch (event.eventType) {
		case "WorkflowExecutionCancelRequested":
			return cancelRequested;
		case "WorkflowExecutionCompleted":
			return closed(execution, event, "COMPLETED");
		case "WorkflowExecutionFailed":
			return closed(execution, event, "FAILED");
		case "WorkflowExecutionCanceled":
			return closed(execution, event, "CANCELED");
		case "WorkflowExecutionContinuedAsNew":
			return closed(execution, event, "CONTINUED_AS_NEW");
		case "WorkflowExecutionTimedOut":
			return closed(execution, event, "TIMED_OUT", event.workflowExecutionTimedOutEventAttributes.childPolicy);
		case "WorkflowExecutionTerminated":
			return closed(execution, event, "TERMINATED", event.workflowExecutionTerminatedEventAttributes.childPolicy);
		case "DecisionTaskScheduled":
			return decisionTaskScheduled(execution, event);
		case "DecisionTaskStarted":
			return decisionTaskStarted(execution, event);
		case "DecisionTaskCompleted":
			return decisionTaskCompleted(execution, event.decisionTaskCompletedEventAttributes);
		case "DecisionTaskTimedOut":
			return decisionTaskTimedOut(execution, event.decisionTaskTimedOutEventAttributes);
		case "ActivityTaskScheduled":
			return activityTaskScheduled(execution, event);
		case "ActivityTaskStarted":
			return activityTaskStarted(execution, event);
		case "ActivityTaskCancelRequested":
			return activityTaskCancelRequested(execution, event);
		case "ActivityTaskCompleted":
			return activityTaskClosed(execution, event, event.activityTaskCompletedEventAttributes);
		case "ActivityTaskFailed":
			return activityTaskClosed(execution, event, event.activityTaskFailedEventAttributes);
		case "ActivityTaskCanceled":
			return activityTaskClosed(execution, event, event.activityTaskCanceledEventAttributes);
		case "ActivityTaskTimedOut":
			return activityTaskClosed(execution, event, event.activityTaskTimedOutEventAttributes);
		case "TimerStarted":
			return timerStarted(execution, event);
		case "TimerFired":
			return timerEnded(execution, event.timerFiredEventAttributes);
		case "TimerCanceled":
			return timerEnded(execution, event.timerCanceledEventAttributes);
		case "StartChildWorkflowExecutionInitiated":
			return childInitiated(execution, event);
		case "StartChildWorkflowExecutionFailed":
			return childEnded(execution, event.startChildWorkflowExecutionFailedEventAttributes);
		case "ChildWorkflowExecutionStarted":
			return childStarted(execution, event);
		case "ChildWorkflowExecutionCompleted":
			return childEnded(execution, event.childWorkflowExecutionCompletedEventAttributes);
		case "ChildWorkflowExecutionFailed":
			return childEnded(execution, event.childWorkflowExecutionFailedEventAttributes);
		case "ChildWorkflowExecutionCanceled":
			return childEnded(execution, event.childWorkflowExecutionCanceledEventAttributes);
		case "ChildWorkflowExecutionTimedOut":
			return childEnded(execution, event.childWorkflowExecutionTimedOutEventAttributes);
		case "ChildWorkflowExecutionTerminated":
			return childEnded(execution, event.childWorkflowExecutionTerminatedEventAttributes);
		case "SignalExternalWorkflowExecutionInitiated":
			return signalInitiated(execution, event);
		case "SignalExternalWorkflowExecutionFailed":
			return signalSettled(execution, event.signalExternalWorkflowExecutionFailedEventAttributes);
		case "ExternalWorkflowExecutionSignaled":
			return signalSettled(execution, event.externalWorkflowExecutionSignaledEventAttributes);
		case "RequestCancelExternalWorkflowExecutionInitiated":
			return cancelRequestInitiated(execution, event);
		case "RequestCancelExternalWorkflowExecutionFailed":
			return cancelRequestSettled(execution, event.requestCancelExternalWorkflowExecutionFailedEventAttributes);
		case "ExternalWorkflowExecutionCancelRequested":
			return cancelRequestSettled(execution, event.externalWorkflowExecutionCancelRequestedEventAttributes);
		case "LambdaFunctionScheduled":
			return lambdaFunctionScheduled(execution, event);
		case "LambdaFunctionStarted":
			return lambdaFunctionStarted(execution, event);
		case "LambdaFunctionCompleted":
			return lambdaFunctionEnded(execution, event.lambdaFunctionCompletedEventAttributes);
		case "LambdaFunctionFailed":
			return lambdaFunctionEnded(execution, event.lambdaFunctionFailedEventAttributes);
		case "LambdaFunctionTimedOut":
			return lambdaFunctionEnded(execution, event.lambdaFunctionTimedOutEventAttributes);
		case "StartLambdaFunctionFailed":
			return lambdaFunctionEnded(execution, event.startLambdaFunctionFailedEventAttributes);
		// A start opens an execution (`beginExecution`), so it never meets one; the others only tell what did not happen.
		case "WorkflowExecutionStarted":
		case "WorkflowExecutionSignaled":
		case "MarkerRecorded":
		case "CompleteWorkflowExecutionFailed":
		case "FailWorkflowExecutionFailed":
		case "CancelWorkflowExecutionFailed":
		case "ContinueAsNewWorkflowExecutionFailed":
		case "ScheduleActivityTaskFailed":
		case "RequestCancelActivityTaskFailed":
		case "RecordMarkerFailed":
		case "StartTimerFailed":
		case "CancelTimerFailed":
		case "ScheduleLambdaFunctionFailed":
			return {};
	}
}
