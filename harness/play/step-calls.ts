import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { evaluate, type Seen } from "../scenario/evaluate.ts";
import { resolve } from "../scenario/references.ts";
import type { Step, Template } from "../scenario/scenario.ts";
import type { CaseContext } from "./case-context.ts";
import type { CallOptions, Recorded } from "./recorder.ts";
import { refusesOperation, troubleIn } from "./refusals.ts";

/** Resolves a template, or notes that the step cannot be played because something earlier was not bound. */
export function filled(template: Template, step: Step, context: CaseContext): Json | undefined {
	const resolved = resolve(template, context.environment());
	if ("unbound" in resolved) {
		context.note({ step: step.path, outcome: "unbound", final: [], task: [], note: resolved.unbound });
		return undefined;
	}
	return resolved.value ?? {};
}

export function filledObject(template: Template, step: Step, context: CaseContext): JsonObject | undefined {
	const value = filled(template, step, context);
	return value === undefined ? undefined : isJsonObject(value) ? value : {};
}

export const optionsOf = ({ departed }: CaseContext): CallOptions => (departed === undefined ? {} : { departed });

/**
 * Whether trouble that has nothing to do with the expectations ends the case.
 *
 * @param refusalTells whether an answer that says "unknown operation" is about this operation
 */
export async function isTrouble(
	operation: OperationName,
	{ index, outcome }: Recorded,
	context: CaseContext,
	refusalTells = true,
): Promise<boolean> {
	const exchange = context.recorder.exchanges[index];
	const trouble = troubleIn(operation, outcome);
	if (trouble !== undefined) {
		context.trouble(trouble);
		return true;
	}
	if (exchange === undefined) return false;
	const lacking = refusalTells && refusesOperation(exchange) ? operation : await context.survey.lacking(exchange);
	if (lacking === undefined) return false;
	context.trouble({ kind: "unsupported", message: `the target does not know ${lacking}` });
	return true;
}

/** Evaluates the expectations of a step, takes in what they named, and tells whether all held. */
export function meets(step: Step, seen: Seen, context: CaseContext): boolean {
	let all = true;
	for (const { rule, ignoring } of step.expectations) {
		const found = evaluate(rule, ignoring, seen, context.environment());
		if ("holds" in found && found.holds) context.bindAll(found.bindings);
		else all = false;
	}
	return all;
}

/** A start binds the execution, so that other operations can take it whole. */
export function boundAnswer(operation: OperationName, input: JsonObject, output: JsonObject): Json {
	if (operation !== "StartWorkflowExecution") return output;
	const { workflowId } = input;
	const { runId } = output;
	return { ...(workflowId === undefined ? {} : { workflowId }), ...(runId === undefined ? {} : { runId }) };
}
