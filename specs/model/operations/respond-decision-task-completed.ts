import { type Draft, draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { decisionRequest } from "../access/decision-request.ts";
import { isAllowed } from "../access/is-allowed.ts";
import { awake, grow, settle } from "../append.ts";
import { continueAsNew } from "../continue-as-new.ts";
import type { DecisionContext } from "../decisions/decision-rule.ts";
import { batchProblem, decide } from "../decisions.ts";
import { type Execution, isOpen } from "../execution.ts";
import type { Model } from "../model.ts";
import {
	answer,
	invalid,
	invalidToken,
	type Operation,
	type OperationContext,
	type Step,
	unknownDecisionTask,
	unknownExecution,
} from "../outcome.ts";
import { admitDecision } from "../rates/admit.ts";
import { refuseDecision } from "../refuse-decision.ts";
import { readTaskToken } from "../tokens.ts";
import { wakesDecider } from "../wakes.ts";

/** Completes a decision task and carries out its decisions, all at one time and in their order; a bad batch changes nothing. */
export const respondDecisionTaskCompleted: Operation<"RespondDecisionTaskCompleted"> = (context, input) => {
	const { decisions = [] } = input;
	const problem = batchProblem(decisions);
	if (problem !== undefined) return invalid(problem);
	if (input.taskList === undefined && input.taskListScheduleToStartTimeout !== undefined) {
		return invalid("taskListScheduleToStartTimeout must not be specified without taskList");
	}
	const task = findHeldDecisionTask(context.model, input.taskToken);
	if (task.kind === "fault") return task;
	const { execution, scheduledEventId, startedEventId } = task;
	const completed = draft("DecisionTaskCompleted", {
		scheduledEventId,
		startedEventId,
		...pick(input, "executionContext", "taskList", "taskListScheduleToStartTimeout"),
	});
	return answer(carryOut(context, execution, completed, decisions));
};

interface HeldDecisionTask {
	readonly kind: "held";
	readonly execution: Execution;
	readonly scheduledEventId: number;
	readonly startedEventId: number;
}

function findHeldDecisionTask(model: Model, token: string): HeldDecisionTask | Extract<Step<never>, { kind: "fault" }> {
	const task = readTaskToken("decision", token);
	if (task === undefined) return invalidToken;
	const { runId, scheduledEventId, startedEventId } = task;
	const execution = model.executions.get(runId);
	if (execution === undefined) return unknownDecisionTask(scheduledEventId);
	if (!isOpen(execution)) return unknownExecution(execution.key.workflowId, runId);
	if (execution.startedDecisionTask?.startedEventId !== startedEventId) return unknownDecisionTask(scheduledEventId);
	return { kind: "held", execution, scheduledEventId, startedEventId };
}

/** Decisions that failed wake the decider once, behind the whole batch. */
function carryOut(given: OperationContext, before: Execution, closing: Draft, decisions: readonly Value<"Decision">[]): Model {
	const { now } = given;
	let { model } = given;
	let execution = grow(model, before, now, closing);
	const completed = { decisionTaskCompletedEventId: execution.history.size };
	let mustWake = false;
	for (const decision of decisions) {
		const admitted = admitDecision(model, execution, decision, now);
		const context = { execution, completed, ...given, model: admitted ?? model };
		const why = !isPermitted(context, decision) ? "notPermitted" : admitted === undefined ? "rateExceeded" : undefined;
		const refused = why === undefined ? [] : refuseDecision(context, decision, why);
		model = context.model;
		for (const event of refused.length === 0 ? [decide(context, decision)] : refused) {
			execution = grow(model, execution, now, event);
			mustWake ||= wakesDecider[event.eventType];
		}
	}
	const settled = settle(model, mustWake ? awake(model, execution, now) : execution, before);
	return continueAsNew(settled, before.key.runId, now);
}

function isPermitted({ model, execution, principal }: DecisionContext, decision: Value<"Decision">): boolean {
	const policy = principal?.policy;
	return policy === undefined || isAllowed(policy, decisionRequest(model, execution, decision));
}
