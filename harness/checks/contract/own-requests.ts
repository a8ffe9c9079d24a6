import { isDeepStrictEqual } from "node:util";
import { isOperationName, operationShape } from "../../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../../specs/wire/json.ts";
import { parseShape, validationMessage } from "../../../specs/wire/parse.ts";
import type { Evidence, Exchange } from "../../evidence.ts";
import { allowsFault, allSteps, type Scenario, type Step } from "../../scenario/scenario.ts";
import { isCall } from "./read-reply.ts";

/** A request of the kit's that breaks the contract although its scenario did not mean it. */
export interface Defect {
	/** Position of the exchange. */
	readonly exchange: number;
	/** Whether what is bad about it came out of the target's own answers. */
	readonly isGiven: boolean;
	readonly message: string;
}

/**
 * The first request that a target may rightly refuse, the kit's own making before what the target gave. A step that reckons with a fault, or that
 * says what to send to the letter, means what it sends; fixtures, readings of histories and clearing up never do.
 */
export function defectIn(
	{ steps }: Scenario,
	{ exchanges, bindings }: Pick<Evidence, "exchanges" | "bindings">,
): Defect | undefined {
	const meant = new Set(allSteps(steps).flatMap((step) => (isMeant(step) ? [step.path] : [])));
	const isRaw = allSteps(steps).some(({ action }) => action === "send");
	let given: Defect | undefined;
	for (const [index, { step, operation, input, request }] of exchanges.entries()) {
		// What a target took that it should have refused is read and cleared up by the names that it has there.
		if (isRaw && afterwards.includes(step)) continue;
		if (meant.has(step) || !isOperationName(operation) || !isCall(operation, request.headers)) continue;
		const parsed = parseShape(operationShape(operation).input, input);
		if (parsed.kind === "value") continue;
		const before = exchanges.slice(0, index);
		const isGiven = (parsed.kind === "invalid" ? parsed.paths : [parsed.path]).every((path) =>
			isFrom(before, bindings, input, path),
		);
		const problem = parsed.kind === "invalid" ? validationMessage(parsed.problems) : `a wrong type at '${parsed.path}'`;
		const sent = isGiven ? "the target gave what made the kit send a" : "the kit sent a";
		const defect = {
			exchange: index,
			isGiven,
			message: `${sent} ${operation} that breaks the contract at ${placeOf(step)}: ${problem}`,
		};
		if (!isGiven) return defect;
		given ??= defect;
	}
	return given;
}

/**
 * Whether what stands at a path of a request came out of an answer: an answer before it has the same value under the same name, or it stands in an
 * object that is, as a whole, what an answer was bound to.
 */
function isFrom(before: readonly Exchange[], bindings: JsonObject, input: JsonObject, path: string): boolean {
	const names = path.replaceAll(/(\d+)\.member/g, "$1").split(".");
	const way: Json[] = [];
	let value: Json | undefined = input;
	for (const name of names) {
		value = isJsonObject(value)
			? own(value, name)
			: Array.isArray(value)
				? (value as readonly Json[])[Number(name) - 1]
				: undefined;
		if (value === undefined) break;
		way.push(value);
	}
	if (way.some((each) => isJsonObject(each) && Object.values(bindings).some((bound) => isDeepStrictEqual(bound, each))))
		return true;
	const member = names.findLast((name) => !/^\d/.test(name)) ?? "";
	return value !== undefined && before.some(({ outcome }) => outcome.kind === "answer" && holds(outcome.output, member, value));
}

const own = (object: JsonObject, name: string): Json | undefined => (Object.hasOwn(object, name) ? object[name] : undefined);

/** Whether there is this value under this name, as a whole or as an item of a list, however deep. */
function holds(json: Json, member: string, value: Json): boolean {
	if (Array.isArray(json)) return (json as readonly Json[]).some((item) => holds(item, member, value));
	if (!isJsonObject(json)) return false;
	return Object.entries(json).some(
		([name, of]) =>
			(name === member &&
				[of, ...(Array.isArray(of) ? (of as readonly Json[]) : [])].some((each) => isDeepStrictEqual(each, value))) ||
			holds(of, member, value),
	);
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
