import { type OperationName, operationShape } from "../wire/contract.ts";
import type { Json, JsonObject } from "../wire/json.ts";
import { parseShape, validationMessage } from "../wire/parse.ts";
import type { InputOf } from "../wire/value.ts";
import { callRequest } from "./access/call-request.ts";
import { isAllowed } from "./access/is-allowed.ts";
import type { Principal } from "./access/policy.ts";
import { advance } from "./advance.ts";
import type { Ids } from "./ids.ts";
import { type Instant, laterOf } from "./instant.ts";
import type { Model } from "./model.ts";
import { operations } from "./operations.ts";
import {
	invalid,
	mistyped,
	type Operation,
	type OperationContext,
	type Outcome,
	operationNotPermitted,
	type Step,
	throttled,
} from "./outcome.ts";
import { admitCall } from "./rates/admit.ts";

/** The model after a call, and what the caller gets. */
export interface Dispatched {
	readonly model: Model;
	readonly outcome: Outcome;
}

/** What belongs to a call besides its input. */
export interface Caller {
	/** Who calls; without one everything is allowed. */
	readonly principal?: Principal;
	/** A poll that is tried again because there may be a task for it now: it counts as one call. */
	readonly isRepeated?: boolean;
}

/**
 * Carries out one call. What is due by `now` happens first; what the call sets off happens later, through `advance`.
 *
 * Polls do not wait: one that finds no task gets the empty answer, and whoever serves it may hold it and ask again.
 */
export function dispatch(
	model: Model,
	operation: OperationName,
	input: Json,
	now: Instant,
	ids: Ids,
	caller: Caller = {},
): Dispatched {
	const at = laterOf(now, model.clock);
	const advanced = advance(model, at, ids);
	const admitted = caller.isRepeated === true ? advanced : admitCall(advanced, operation, input, at);
	if (admitted === undefined) return { model: advanced, outcome: throttled };
	const step = run(operation, { model: admitted, now: at, ids, ...caller }, input);
	if (step.kind === "fault") return { model: admitted, outcome: step };
	return { model: step.model, outcome: { kind: "answer", output: step.output } };
}

type AnyOperations = { readonly [Name in OperationName]: Operation<Name, JsonObject | undefined> };

function run<Name extends OperationName>(name: Name, context: OperationContext, input: Json): Step<JsonObject | undefined> {
	const table: AnyOperations = operations;
	const parsed = parseShape(operationShape(name).input, input);
	switch (parsed.kind) {
		case "mistyped":
			return mistyped();
		case "invalid":
			return invalid(validationMessage(parsed.problems));
		case "value":
			// The shape parsed is the one that the contract gives to this operation.
			return runPermitted(table[name], name, context, parsed.value as unknown as InputOf<Name>);
	}
}

function runPermitted<Name extends OperationName>(
	operation: Operation<Name, JsonObject | undefined>,
	name: Name,
	context: OperationContext,
	input: InputOf<Name>,
): Step<JsonObject | undefined> {
	const { model, principal } = context;
	if (principal?.policy === undefined) return operation(context, input);
	const request = callRequest(model, name, input);
	if (isAllowed(principal.policy, request)) return operation(context, input);
	const who = `arn:aws:iam::${model.settings.account}:user/${principal.name}`;
	return operationNotPermitted(who, name, request.resources[0] ?? "*");
}
