import { type Draft, draft } from "../wire/history-event.ts";
import { pick } from "../wire/pick.ts";
import type { Value } from "../wire/value.ts";
import type { DecisionContext } from "./decisions/decision-rule.ts";

/** Why a decision is refused before its own rule is asked. */
export type Refusal = "notPermitted" | "rateExceeded";

const notPermitted = "OPERATION_NOT_PERMITTED";

/**
 * The events of a decision that is refused whatever it says; none when the contract has no cause to say so, and the decision is
 * carried out then. Requests to other executions are announced first, as always: their failure has to refer to the announcement.
 */
export function refuseDecision(
	{ execution, completed }: DecisionContext,
	decision: Value<"Decision">,
	why: Refusal,
): readonly Draft[] {
	const initiatedEventId = execution.history.size + 1;
	const isRate = why === "rateExceeded";
	switch (decision.decisionType) {
		case "ScheduleActivityTask": {
			const { scheduleActivityTaskDecisionAttributes: given } = decision;
			const cause = isRate ? "ACTIVITY_CREATION_RATE_EXCEEDED" : notPermitted;
			return given === undefined
				? []
				: [draft("ScheduleActivityTaskFailed", { ...pick(given, "activityType", "activityId"), cause, ...completed })];
		}
		case "StartTimer": {
			const { startTimerDecisionAttributes: given } = decision;
			const cause = isRate ? "TIMER_CREATION_RATE_EXCEEDED" : notPermitted;
			return given === undefined ? [] : [draft("StartTimerFailed", { timerId: given.timerId, cause, ...completed })];
		}
		case "StartChildWorkflowExecution": {
			const { startChildWorkflowExecutionDecisionAttributes: given } = decision;
			if (given === undefined) return [];
			const cause = isRate ? "CHILD_CREATION_RATE_EXCEEDED" : notPermitted;
			const child = pick(given, "workflowType", "workflowId", "control");
			return [draft("StartChildWorkflowExecutionFailed", { ...child, cause, initiatedEventId: 0, ...completed })];
		}
		case "SignalExternalWorkflowExecution": {
			const { signalExternalWorkflowExecutionDecisionAttributes: given } = decision;
			if (given === undefined) return [];
			const cause = isRate ? "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED" : notPermitted;
			const target = { ...pick(given, "workflowId", "runId", "control"), ...completed };
			return [
				draft("SignalExternalWorkflowExecutionInitiated", { ...target, ...pick(given, "signalName", "input") }),
				draft("SignalExternalWorkflowExecutionFailed", { ...target, cause, initiatedEventId }),
			];
		}
		case "RequestCancelExternalWorkflowExecution": {
			const { requestCancelExternalWorkflowExecutionDecisionAttributes: given } = decision;
			if (given === undefined) return [];
			const cause = isRate ? "REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED" : notPermitted;
			const target = { ...pick(given, "workflowId", "runId", "control"), ...completed };
			return [
				draft("RequestCancelExternalWorkflowExecutionInitiated", target),
				draft("RequestCancelExternalWorkflowExecutionFailed", { ...target, cause, initiatedEventId }),
			];
		}
		case "ContinueAsNewWorkflowExecution": {
			const cause = isRate ? "CONTINUE_AS_NEW_WORKFLOW_EXECUTION_RATE_EXCEEDED" : notPermitted;
			return [draft("ContinueAsNewWorkflowExecutionFailed", { cause, ...completed })];
		}
		case "ScheduleLambdaFunction": {
			const { scheduleLambdaFunctionDecisionAttributes: given } = decision;
			if (given === undefined || !isRate) return [];
			const cause = "LAMBDA_FUNCTION_CREATION_RATE_EXCEEDED";
			return [draft("ScheduleLambdaFunctionFailed", { ...pick(given, "id", "name"), cause, ...completed })];
		}
		default:
			return isRate ? [] : forbidden(decision, completed);
	}
}

/** The decisions that know no rate. */
function forbidden(decision: Value<"Decision">, completed: DecisionContext["completed"]): readonly Draft[] {
	const cause = notPermitted;
	switch (decision.decisionType) {
		case "RequestCancelActivityTask": {
			const { requestCancelActivityTaskDecisionAttributes: given } = decision;
			return given === undefined
				? []
				: [draft("RequestCancelActivityTaskFailed", { activityId: given.activityId, cause, ...completed })];
		}
		case "CancelTimer": {
			const { cancelTimerDecisionAttributes: given } = decision;
			return given === undefined ? [] : [draft("CancelTimerFailed", { timerId: given.timerId, cause, ...completed })];
		}
		case "RecordMarker": {
			const { recordMarkerDecisionAttributes: given } = decision;
			return given === undefined ? [] : [draft("RecordMarkerFailed", { markerName: given.markerName, cause, ...completed })];
		}
		case "CompleteWorkflowExecution":
			return [draft("CompleteWorkflowExecutionFailed", { cause, ...completed })];
		case "FailWorkflowExecution":
			return [draft("FailWorkflowExecutionFailed", { cause, ...completed })];
		case "CancelWorkflowExecution":
			return [draft("CancelWorkflowExecutionFailed", { cause, ...completed })];
		default:
			return [];
	}
}
