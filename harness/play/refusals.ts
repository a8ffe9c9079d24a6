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

/** Codes by which AWS's services ask to be called less often, as the AWS SDKs know them. */
const throttling = [
	"ThrottlingException",
	"Throttling",
	"ThrottledException",
	"RequestThrottled",
	"RequestThrottledException",
	"RequestLimitExceeded",
	"TooManyRequestsException",
	"SlowDown",
];

/** Whether a target asks to be called less often: that tells nothing of how it answers. */
export const isThrottling = (outcome: Outcome): outcome is Extract<Outcome, { kind: "fault" }> =>
	outcome.kind === "fault" && throttling.includes(outcome.type);

/** What ends a case whatever its expectations are: the line is broken, the target throttles, or the client cannot say what it is asked to send. */
export function troubleIn(operation: string, outcome: Outcome): Evidence["trouble"] {
	if (outcome.kind === "transport") return { kind: "transport", message: `${operation}: ${outcome.problem}` };
	if (isThrottling(outcome)) return { kind: "transport", message: `${operation}: the target throttles (${outcome.type})` };
	if (outcome.kind === "inexpressible")
		return { kind: "unsupported", message: `the client cannot express ${operation}: ${outcome.problem}` };
	return undefined;
}

/** Whether an outcome tells nothing of the target's behaviour. */
export const isTransport = (outcome: Outcome): outcome is Extract<Outcome, { kind: "transport" }> => outcome.kind === "transport";
