import { isOperationName, operationShape } from "../../../specs/wire/contract.ts";
import { parseShape, validationMessage } from "../../../specs/wire/parse.ts";
import type { Exchange } from "../../evidence.ts";
import { allowsFault, allSteps, type Scenario, type Step } from "../../scenario/scenario.ts";
import { isCall } from "./read-reply.ts";

/** A request of the kit's that breaks the contract although its scenario did not mean it. */
export interface Defect {
	/** Position of the exchange. */
	readonly exchange: number;
	readonly message: string;
}

/**
 * The first request of our own that a target may rightly refuse. A step that reckons with a fault, or that says what to send to the
 * letter, means what it sends; fixtures, readings of histories and clearing up never do.
 */
export function defectIn({ steps }: Scenario, exchanges: readonly Exchange[]): Defect | undefined {
	const meant = new Set(allSteps(steps).flatMap((step) => (isMeant(step) ? [step.path] : [])));
	const isRaw = allSteps(steps).some(({ action }) => action === "send");
	for (const [index, exchange] of exchanges.entries()) {
		const { step, operation, input, request } = exchange;
		// What a target took that it should have refused is read and cleared up by the names that it has there.
		if (isRaw && afterwards.includes(step)) continue;
		if (meant.has(step) || !isOperationName(operation) || !isCall(operation, request.headers)) continue;
		const parsed = parseShape(operationShape(operation).input, input);
		if (parsed.kind === "value") continue;
		const problem = parsed.kind === "invalid" ? validationMessage(parsed.problems) : `a wrong type at '${parsed.path}'`;
		return { exchange: index, message: `the kit sent a ${operation} that breaks the contract at ${placeOf(step)}: ${problem}` };
	}
	return undefined;
}

const afterwards: readonly string[] = ["history", "clearing"];

const ordinary: readonly string[] = [
	"operation",
	"history",
	"decide",
	"decisionTask",
	"activityTask",
	"elapse",
	"together",
] satisfies readonly Step["action"][];

const isMeant = (step: Step): boolean => allowsFault(step) || !ordinary.includes(step.action);

const placeOf = (step: string) => (/^\d/.test(step) ? `step ${step}` : step);
