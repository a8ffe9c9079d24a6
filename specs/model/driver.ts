import type { OperationName } from "../wire/contract.ts";
import type { HistoryEvent } from "../wire/history-event.ts";
import { isJsonObject, type Json, type JsonObject } from "../wire/json.ts";
import type { InputOf } from "../wire/value.ts";
import { advance, nextDeadline } from "./advance.ts";
import { type Caller, dispatch } from "./dispatch.ts";
import { seededIds } from "./ids.ts";
import { type Instant, instant, justAfter, secondsAfter } from "./instant.ts";
import { emptyModel, type Model, type ModelSettings } from "./model.ts";
import type { Outcome } from "./outcome.ts";

/** A model at hand: each call a millisecond after the last, and what follows at once done with it. For tests and experiments. */
export interface Driver {
	readonly call: (operation: OperationName, input: Json, caller?: Caller) => Outcome;
	/** The answer of a call that must succeed. */
	readonly ask: <Name extends OperationName>(operation: Name, input: InputOf<Name>, caller?: Caller) => JsonObject;
	/** The type of the fault that a call must end in. */
	readonly refusal: (operation: OperationName, input: Json, caller?: Caller) => string;
	readonly elapse: (seconds: number) => void;
	readonly model: () => Model;
	readonly now: () => Instant;
	/** The events of a run, or of the latest run of a workflow id. */
	readonly events: (of: string) => readonly HistoryEvent[];
}

/** Hears of every call and what came of it. */
export type Observer = (operation: OperationName, input: Json, outcome: Outcome) => void;

/** A model in which nothing has happened yet, with its clock at a round number. */
export function drive(settings: Partial<ModelSettings> = {}, observe?: Observer): Driver {
	const ids = seededIds("driver");
	let model = emptyModel({ region: "us-east-1", account: "123456789012", ...settings });
	let now = instant(1_700_000_000_000);

	function settle(until: Instant): void {
		for (let next = nextDeadline(model); next !== undefined && next <= until; next = nextDeadline(model)) {
			if (next > now) now = next;
			model = advance(model, now, ids);
		}
	}

	function call(operation: OperationName, input: Json, caller?: Caller): Outcome {
		now = justAfter(now);
		const dispatched = dispatch(model, operation, input, now, ids, caller);
		model = dispatched.model;
		for (let next = nextDeadline(model); next !== undefined && next <= justAfter(now); next = nextDeadline(model)) settle(next);
		observe?.(operation, input, dispatched.outcome);
		return dispatched.outcome;
	}

	return {
		call,
		ask: (operation, input, caller) => {
			const outcome = call(operation, input as Json, caller);
			if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type} ${outcome.fault.message ?? ""}`);
			return outcome.output ?? {};
		},
		refusal: (operation, input, caller) => {
			const outcome = call(operation, input, caller);
			if (outcome.kind === "answer") throw new Error(`${operation} was answered`);
			return outcome.fault.type;
		},
		elapse: (seconds) => {
			const target = secondsAfter(now, seconds);
			settle(target);
			now = target;
		},
		model: () => model,
		now: () => now,
		events: (of) => {
			const runs = [...model.executions.values()].filter(({ key }) => key.runId === of || key.workflowId === of);
			return runs.at(-1)?.history.toArray() ?? [];
		},
	};
}

/** The string member of an answer, or an empty one. */
export const text = (answer: Json | undefined, member: string): string => {
	const value = isJsonObject(answer) ? answer[member] : undefined;
	return typeof value === "string" ? value : "";
};
