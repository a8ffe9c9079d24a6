import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Exchange } from "../evidence.ts";
import { isThrottling, isTransport, refusesOperation } from "../play/refusals.ts";
import { pauses } from "../play/waiting.ts";

/** Asks the target, once. */
export type Ask = (operation: OperationName, input: JsonObject) => Promise<Pick<Exchange, "outcome" | "response">>;

/** What came of a request, as far as clearing up cares. */
export type Came =
	| { readonly kind: "done" }
	| { readonly kind: "fault"; readonly type: string }
	/** The target says that it does not know the operation. */
	| { readonly kind: "unknown" }
	/** Neither done nor refused in words of SWF. */
	| { readonly kind: "unclear"; readonly problem: string; readonly answered: boolean }
	/** Nothing more is asked. */
	| { readonly kind: "stopped"; readonly problem: string };

/** What was in the way of something that was not granted. */
export function problemOf(came: Came): string {
	if (came.kind === "fault") return `refused with ${came.type}`;
	if (came.kind === "unknown") return "the target does not know how";
	return came.kind === "done" ? "granted" : came.problem;
}

export interface PatientAsk {
	(operation: OperationName, input: JsonObject): Promise<Came>;
	/** Why nothing more is asked: the target does not answer, or throttles without an end, or somebody interrupted it. */
	readonly stopped: () => string | undefined;
}

/** Requests without an answer, in a row, after which the target is taken to be gone. */
const mostUnanswered = 3;
/** Times that one request is tried against throttling: about half a minute, with the pauses between. */
const mostThrottled = 60;

/** Waits where a target throttles, and stops where it is no use to go on. */
export function askPatiently(ask: Ask, signal: AbortSignal): PatientAsk {
	let unanswered = 0;
	let stopped: string | undefined;
	const asking = async (operation: OperationName, input: JsonObject): Promise<Came> => {
		const pause = pauses(signal);
		for (let tries = 0; stopped === undefined; tries += 1) {
			if (signal.aborted) stopped = "it was interrupted";
			else {
				const exchange = await ask(operation, input);
				const came = read(exchange);
				unanswered = came.kind === "unclear" && !came.answered ? unanswered + 1 : 0;
				if (came.kind === "unclear" && unanswered >= mostUnanswered) stopped = `the target does not answer (${came.problem})`;
				if (!isThrottling(exchange.outcome)) return came;
				if (tries >= mostThrottled) stopped = "the target throttles on and on";
				else await pause();
			}
		}
		return { kind: "stopped", problem: stopped };
	};
	return Object.assign(asking, { stopped: () => stopped });
}

function read(exchange: Pick<Exchange, "outcome" | "response">): Came {
	const { outcome } = exchange;
	if (outcome.kind === "answer") return { kind: "done" };
	if (refusesOperation(exchange)) return { kind: "unknown" };
	if (outcome.kind === "fault") return { kind: "fault", type: outcome.type };
	return { kind: "unclear", problem: outcome.problem, answered: !isTransport(outcome) };
}
