import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import type { Exchange, Outcome } from "../evidence.ts";
import { type Seen, seenBy } from "../scenario/evaluate.ts";
import {
	allowsFault,
	type DecideStep,
	type HistoryStep,
	type OperationStep,
	type Step,
	type TaskStep,
	type Template,
} from "../scenario/scenario.ts";
import { weightOf } from "./allowance.ts";
import type { CaseContext } from "./case-context.ts";
import { playSend } from "./play-send.ts";
import { readHistory } from "./read-history.ts";
import type { Recorded } from "./recorder.ts";
import { boundAnswer, filledObject, isTrouble, meets, optionsOf } from "./step-calls.ts";
import { type ArrivedTask, awaitTask, type TaskKind } from "./tasks.ts";
import { pauses } from "./waiting.ts";

/** Seconds that a task may take to arrive where the scenario does not say. */
const taskSeconds = 10;

/** Plays steps in order. Returns whether the case can go on. */
export async function playSteps(steps: readonly Step[], context: CaseContext): Promise<boolean> {
	for (const step of steps) {
		if (context.interrupt.aborted) {
			context.trouble({ kind: "interrupted", message: "the run was interrupted" });
			return false;
		}
		if (!(await playStep(step, context))) return false;
	}
	return true;
}

function playStep(step: Step, context: CaseContext): Promise<boolean> {
	switch (step.action) {
		case "operation":
			return playOperation(step, context);
		case "send":
			return playSend(step, context);
		case "history":
			return playHistory(step, context);
		case "decisionTask":
		case "activityTask":
			return playTask(step, context);
		case "decide":
			return playDecide(step, context);
		case "elapse":
			return playElapse(step.seconds, context);
		case "together":
			return playTogether(step.branches, context);
	}
}

async function playElapse(seconds: number, { clock, recorder, interrupt }: CaseContext): Promise<boolean> {
	await clock.elapse(seconds, recorder.polls, interrupt);
	recorder.timePassed();
	return true;
}

/** Each branch sets out when the first request of the one before is on its way. */
async function playTogether(branches: readonly (readonly Step[])[], context: CaseContext): Promise<boolean> {
	const running: Promise<boolean>[] = [];
	for (const branch of branches) {
		await new Promise<void>((departed) => {
			running.push(playSteps(branch, { ...context, departed }).finally(departed));
		});
	}
	return (await Promise.all(running)).every((goesOn) => goesOn);
}

/** Calls once, or with `within` until the expectations hold, and tells whether the case can go on. */
async function reading(
	step: Step,
	operation: OperationName,
	hasHistory: boolean,
	read: () => Promise<readonly Recorded[]>,
	context: CaseContext,
): Promise<Seen | undefined> {
	const until = context.now() + (step.within ?? 0) * context.patience * 1000;
	const pause = pauses(context.interrupt);
	for (;;) {
		const pages = await read();
		const last = pages.at(-1);
		if (last === undefined || (await isTrouble(operation, last, context))) return undefined;
		const exchanges = pages.flatMap(({ index }) => context.recorder.exchanges[index] ?? []);
		const seen = seenBy(exchanges, hasHistory);
		if (seen === undefined) return undefined;
		if (meets(step, seen, context) || context.now() >= until || context.interrupt.aborted) {
			context.note({ step: step.path, outcome: "done", final: pages.map(({ index }) => index), task: [] });
			return seen;
		}
		await pause(pauseThatLasts(exchanges, until - context.now(), context));
	}
}

/**
 * The pause by which answers as heavy as these can be looked at until patience is over, for half of what the case may still keep: a long
 * list, asked for as often as a short one, would end the case before what it waits for can come.
 */
function pauseThatLasts(exchanges: readonly Exchange[], left: number, { room }: CaseContext): number {
	const weight = exchanges.reduce((sum, exchange) => sum + weightOf(exchange), 0);
	return Math.max(0, left * Math.min(1, weight / (room() / 2)));
}

const goesOn = (step: Step, outcome: Outcome) => outcome.kind === "answer" || (outcome.kind === "fault" && allowsFault(step));

async function playOperation(step: OperationStep, context: CaseContext): Promise<boolean> {
	const input = filledObject(step.input, step, context);
	if (input === undefined) return false;
	const hasHistory = step.operation === "GetWorkflowExecutionHistory" || step.operation === "PollForDecisionTask";
	const call = async () => [await context.recorder.call(step.path, step.operation, input, optionsOf(context))];
	const seen = await reading(step, step.operation, hasHistory, call, context);
	if (seen === undefined) return false;
	if (step.as !== undefined && seen.outcome.kind === "answer")
		context.bind(step.as, boundAnswer(step.operation, input, seen.outcome.output));
	return goesOn(step, seen.outcome);
}

async function playHistory(step: HistoryStep, context: CaseContext): Promise<boolean> {
	const input = filledObject({ domain: step.domain, execution: step.execution }, step, context);
	if (input === undefined) return false;
	const read = () => readHistory(context.recorder, step.path, input, optionsOf(context));
	const seen = await reading(step, "GetWorkflowExecutionHistory", true, read, context);
	if (seen === undefined) return false;
	if (step.as !== undefined && seen.events !== undefined) context.bind(step.as, { events: seen.events });
	return goesOn(step, seen.outcome);
}

const stringMember = (object: JsonObject, member: string): string | undefined => {
	const value = object[member];
	return typeof value === "string" ? value : undefined;
};

async function wait(
	step: Step,
	kind: TaskKind,
	templates: { readonly execution: Template; readonly taskList: Template; readonly activityId?: Template },
	context: CaseContext,
): Promise<ArrivedTask | undefined> {
	const wanted = filledObject({ domain: "$domains.main", ...templates }, step, context);
	if (wanted === undefined) return undefined;
	const { execution } = wanted;
	const runId = isJsonObject(execution) ? stringMember(execution, "runId") : undefined;
	const activityId = stringMember(wanted, "activityId");
	const waited = await awaitTask(
		{
			kind,
			step: step.path,
			domain: stringMember(wanted, "domain") ?? "",
			taskList: stringMember(wanted, "taskList") ?? "",
			workflowId: (isJsonObject(execution) ? stringMember(execution, "workflowId") : undefined) ?? "",
			...(runId === undefined ? {} : { runId }),
			...(activityId === undefined ? {} : { activityId }),
			seconds: (step.within ?? taskSeconds) * context.patience,
		},
		context,
	);
	if (waited === "ended") {
		if (context.interrupt.aborted) context.trouble({ kind: "interrupted", message: "the run was interrupted" });
		return undefined;
	}
	if ("arrived" in waited) return waited.arrived;
	const probe = context.recorder.exchanges.length - 1;
	context.note({ step: step.path, outcome: "missing-task", final: [probe], task: [], note: waited.missing });
	return undefined;
}

async function playTask(step: TaskStep, context: CaseContext): Promise<boolean> {
	const { action, execution, taskList, activityId } = step;
	const arrived = await wait(step, action, { execution, taskList, ...(activityId === undefined ? {} : { activityId }) }, context);
	if (arrived === undefined) return false;
	if (step.as !== undefined) context.bind(step.as, arrived.task);
	const exchanges = arrived.exchanges.flatMap((index) => context.recorder.exchanges[index] ?? []);
	const seen = seenBy(exchanges, action === "decisionTask");
	if (seen !== undefined) meets(step, seen, context);
	context.note({ step: step.path, outcome: "done", final: arrived.exchanges, task: arrived.exchanges });
	return true;
}

async function playDecide(step: DecideStep, context: CaseContext): Promise<boolean> {
	const { task } = step;
	const arrived = "held" in task ? undefined : await wait(step, "decisionTask", task, context);
	if ("execution" in task && arrived === undefined) return false;
	const held = "held" in task ? filledObject(task.held, step, context) : arrived?.task;
	if (held === undefined) return false;
	if (step.as !== undefined) context.bind(step.as, held);
	const response = filledObject({ decisions: step.decisions, ...step.members }, step, context);
	if (response === undefined) return false;
	const input = { taskToken: held["taskToken"] ?? "", ...response };
	const recorded = await context.recorder.call(step.path, "RespondDecisionTaskCompleted", input, optionsOf(context));
	if (await isTrouble("RespondDecisionTaskCompleted", recorded, context)) return false;
	const answered = seenBy([context.recorder.exchanges[recorded.index] ?? recorded], false);
	if (answered !== undefined) meets(step, answered, context);
	context.note({ step: step.path, outcome: "done", final: [recorded.index], task: arrived?.exchanges ?? [] });
	return goesOn(step, recorded.outcome);
}
