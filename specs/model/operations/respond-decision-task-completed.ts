import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { append, wake } from "../append.ts";
import { continueAsNew } from "../continue-as-new.ts";
import { batchProblem, decide } from "../decisions.ts";
import { isOpen } from "../execution.ts";
import type { Ids } from "../ids.ts";
import type { Instant } from "../instant.ts";
import type { Model } from "../model.ts";
import { answer, invalid, invalidToken, type Operation, type Step, unknownDecisionTask, unknownExecution } from "../outcome.ts";
import { readTaskToken } from "../tokens.ts";
import { wakesDecider } from "../wakes.ts";

/** Completes a decision task and carries out its decisions, all at one time and in their order; a bad batch changes nothing. */
export const respondDecisionTaskCompleted: Operation<"RespondDecisionTaskCompleted"> = ({ model, now, ids }, input) => {
	const { decisions = [] } = input;
	const problem = batchProblem(decisions);
	if (problem !== undefined) return invalid(problem);
	if (input.taskList === undefined && input.taskListScheduleToStartTimeout !== undefined) {
		return invalid("taskListScheduleToStartTimeout must not be specified without taskList");
	}
	const task = findHeldDecisionTask(model, input.taskToken);
	if (task.kind === "fault") return task;
	const { runId, scheduledEventId, startedEventId } = task;
	const completed = draft("DecisionTaskCompleted", {
		...pick(input, "executionContext", "taskList", "taskListScheduleToStartTimeout"),
		scheduledEventId,
		startedEventId,
	});
	return answer(carryOut(append(model, runId, now, completed), runId, decisions, now, ids));
};

interface HeldDecisionTask {
	readonly kind: "held";
	readonly runId: string;
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
	return { kind: "held", runId, scheduledEventId, startedEventId };
}

/** Decisions that failed wake the decider once, behind the whole batch. */
function carryOut(completed: Model, runId: string, decisions: readonly Value<"Decision">[], now: Instant, ids: Ids): Model {
	const decisionTaskCompletedEventId = completed.executions.get(runId)?.history.size ?? 0;
	let model = completed;
	let mustWake = false;
	for (const decision of decisions) {
		const execution = model.executions.get(runId);
		if (execution === undefined) return model;
		const event = decide({ model, execution, completed: { decisionTaskCompletedEventId }, ids }, decision);
		model = append(model, runId, now, event);
		mustWake ||= wakesDecider[event.eventType];
	}
	return continueAsNew(mustWake ? wake(model, runId, now) : model, runId, now);
}
