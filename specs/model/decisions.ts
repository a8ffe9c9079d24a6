import { decisionAttributesMember } from "../wire/contract.ts";
import type { DecisionAttributes, DecisionType } from "../wire/decision.ts";
import type { Draft } from "../wire/history-event.ts";
import type { Value } from "../wire/value.ts";
import { cancelTimer } from "./decisions/cancel-timer.ts";
import { cancelWorkflowExecution } from "./decisions/cancel-workflow-execution.ts";
import { completeWorkflowExecution } from "./decisions/complete-workflow-execution.ts";
import { continueAsNewWorkflowExecution } from "./decisions/continue-as-new-workflow-execution.ts";
import type { DecisionContext, DecisionRule } from "./decisions/decision-rule.ts";
import { failWorkflowExecution } from "./decisions/fail-workflow-execution.ts";
import { recordMarker } from "./decisions/record-marker.ts";
import { requestCancelActivityTask } from "./decisions/request-cancel-activity-task.ts";
import { requestCancelExternalWorkflowExecution } from "./decisions/request-cancel-external-workflow-execution.ts";
import { scheduleActivityTask } from "./decisions/schedule-activity-task.ts";
import { scheduleLambdaFunction } from "./decisions/schedule-lambda-function.ts";
import { signalExternalWorkflowExecution } from "./decisions/signal-external-workflow-execution.ts";
import { startChildWorkflowExecution } from "./decisions/start-child-workflow-execution.ts";
import { startTimer } from "./decisions/start-timer.ts";

type DecisionRules = { readonly [Type in DecisionType]: DecisionRule<Type> };

const decisionRules: DecisionRules = {
	CancelTimer: cancelTimer,
	CancelWorkflowExecution: cancelWorkflowExecution,
	CompleteWorkflowExecution: completeWorkflowExecution,
	ContinueAsNewWorkflowExecution: continueAsNewWorkflowExecution,
	FailWorkflowExecution: failWorkflowExecution,
	RecordMarker: recordMarker,
	RequestCancelActivityTask: requestCancelActivityTask,
	RequestCancelExternalWorkflowExecution: requestCancelExternalWorkflowExecution,
	ScheduleActivityTask: scheduleActivityTask,
	ScheduleLambdaFunction: scheduleLambdaFunction,
	SignalExternalWorkflowExecution: signalExternalWorkflowExecution,
	StartChildWorkflowExecution: startChildWorkflowExecution,
	StartTimer: startTimer,
};

/** The four decisions that close the execution; they need no attributes. */
const closing: readonly DecisionType[] = [
	"CancelWorkflowExecution",
	"CompleteWorkflowExecution",
	"ContinueAsNewWorkflowExecution",
	"FailWorkflowExecution",
];

/** Turns one decision into its event. */
export const decide = (context: DecisionContext, decision: Value<"Decision">): Draft =>
	decideAs(decision.decisionType, context, decision);

const decideAs = <Type extends DecisionType>(type: Type, context: DecisionContext, decision: Value<"Decision">): Draft =>
	decisionRules[type](context, attributesOf(type, decision));

// `batchProblem` has refused a decision whose type needs attributes and that has none; the rest have only optional members.
const attributesOf = <Type extends DecisionType>(type: Type, decision: Value<"Decision">): DecisionAttributes<Type> =>
	(attributesIn(type, decision) ?? {}) as DecisionAttributes<Type>;

const attributesIn = (type: DecisionType, decision: Value<"Decision">): unknown =>
	decision[decisionAttributesMember(type) as keyof Value<"Decision">];

/** What makes a whole batch of decisions unacceptable, although each is valid by shape; the words are the service's own. */
export function batchProblem(decisions: readonly Value<"Decision">[]): string | undefined {
	const bare = decisions.find((decision) => lacksAttributes(decision))?.decisionType;
	if (bare !== undefined) return `${bare}DecisionAttributes must be specified for decision of type ${bare}`;
	const close = decisions.findIndex(({ decisionType }) => closing.includes(decisionType));
	return close >= 0 && close < decisions.length - 1 ? "Close must be last decision in list" : undefined;
}

const lacksAttributes = (decision: Value<"Decision">): boolean =>
	!closing.includes(decision.decisionType) && attributesIn(decision.decisionType, decision) === undefined;
