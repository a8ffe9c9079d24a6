import { shortened, visibleLine } from "../../reports/visible.ts";
import { isOperationName } from "../../specs/wire/contract.ts";
import { refusesOperation } from "../play/refusals.ts";
import type { Action } from "./actions-used.ts";
import { type AskOnce, type Came, type Found, found } from "./found.ts";
import { type Harmless, harmless, type Place } from "./harmless.ts";

/** Seconds for a poll: who may not poll is told so at once, and who may waits for a task. */
const pollSeconds = 2;

/** Asks for each action whether it is allowed, by requests that can change nothing. */
export async function examinePermissions(actions: readonly Action[], place: Place, ask: AskOnce): Promise<readonly Found[]> {
	const results: Found[] = [];
	for (const action of actions) results.push(await examine(action, place, ask));
	return results;
}

async function examine(action: Action, place: Place, ask: AskOnce): Promise<Found> {
	const what = `permission ${action}`;
	if (!isOperationName(action)) return found(what, "unknown", "a decision: without an execution there is nothing to decide");
	const input: Harmless = harmless[action](place);
	if ("untold" in input && typeof input.untold === "string") return found(what, "unknown", input.untold);
	const isPoll = action.startsWith("PollFor");
	const exchange = await ask(action, input, isPoll ? pollSeconds : undefined);
	return found(what, ...readPermission(exchange, isPoll));
}

const denials = /^(?:OperationNotPermittedFault|AccessDenied)/;

function readPermission(exchange: Came, isPoll: boolean): readonly [Found["standing"], string] {
	const { outcome } = exchange;
	if (refusesOperation(exchange)) return ["concern", "the target does not know it"];
	if (outcome.kind === "answer") return ["fine", "allowed"];
	if (outcome.kind === "fault") {
		if (denials.test(outcome.type)) return ["bad", "denied"];
		// Only who may is told that it is not there.
		if (outcome.type === "UnknownResourceFault") return ["fine", "allowed"];
		return ["unknown", `answered with ${visibleLine(shortened(outcome.type, 200))}`];
	}
	if (outcome.kind === "transport" && isPoll) return ["fine", "allowed: the poll was held"];
	return ["unknown", visibleLine(shortened(outcome.problem, 200))];
}
