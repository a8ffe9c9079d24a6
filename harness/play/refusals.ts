import type { Evidence, Exchange, Outcome } from "../evidence.ts";

/** Codes by which an endpoint says that it does not know an operation. */
const unknownOperation = [
	"UnknownOperationException",
	"UnknownOperation",
	"NotImplemented",
	"NotImplementedError",
	"NotImplementedException",
];

/** Whether a target refuses an operation as unknown to it, and not for what was asked. */
export function refusesOperation({ outcome, response }: Pick<Exchange, "outcome" | "response">): boolean {
	if (outcome.kind === "fault") return unknownOperation.includes(outcome.type);
	return response?.status === 501 && outcome.kind === "garbage";
}

/** What ends a case whatever its expectations are: the line is broken, or the client cannot say what it is asked to send. */
export function troubleIn(operation: string, outcome: Outcome): Evidence["trouble"] {
	if (outcome.kind === "transport") return { kind: "transport", message: `${operation}: ${outcome.problem}` };
	if (outcome.kind === "inexpressible")
		return { kind: "unsupported", message: `the client cannot express ${operation}: ${outcome.problem}` };
	return undefined;
}

/** Whether an outcome tells nothing of the target's behaviour. */
export const isTransport = (outcome: Outcome): outcome is Extract<Outcome, { kind: "transport" }> => outcome.kind === "transport";
