import { isJsonObject, type Json, jsonObjectIn } from "../../specs/wire/json.ts";
import type { RawRequest } from "../clients/raw.ts";
import { rawRequest } from "../clients/wire.ts";
import { seenBy } from "../scenario/evaluate.ts";
import type { SendStep } from "../scenario/scenario.ts";
import type { CaseContext } from "./case-context.ts";
import { boundAnswer, filled, filledObject, isTrouble, meets, optionsOf } from "./step-calls.ts";

/** Sends a request as the scenario wrote it. Whatever is answered, the next step can be played. */
export async function playSend(step: SendStep, context: CaseContext): Promise<boolean> {
	const request = requestOf(step, context);
	if (request === undefined) return false;
	const { body } = step;
	const input = "members" in body ? filledObject(body.members, step, context) : {};
	const send = await context.raw();
	const about = { step: step.path, operation: step.operation, input: input ?? {} };
	const means = "text" in body ? jsonObjectIn(request.body) : undefined;
	const options = { ...optionsOf(context), ...(means === undefined ? {} : { means }) };
	const recorded = await context.recorder.raw(about, (sending) => send(request, sending), options);
	// With headers of its own a request may be meant not to be understood.
	const isPlain = Object.keys(step.headers).length === 0;
	if (await isTrouble(step.operation, recorded, context, isPlain)) return false;
	const seen = seenBy([context.recorder.exchanges[recorded.index] ?? recorded], false);
	if (seen !== undefined) meets(step, seen, context);
	context.note({ step: step.path, outcome: "done", final: [recorded.index], task: [] });
	if (step.as !== undefined && recorded.outcome.kind === "answer")
		context.bind(step.as, boundAnswer(step.operation, input ?? {}, recorded.outcome.output));
	return true;
}

function requestOf(step: SendStep, context: CaseContext): RawRequest | undefined {
	const { operation, body, sign } = step;
	const content = "members" in body ? filled(body.members, step, context) : filled(body.text, step, context);
	const named = presentHeaders(step, context);
	const signing = sign === false ? sign : filledObject(sign, step, context);
	if (content === undefined || named === undefined || signing === undefined) return undefined;
	const plain = rawRequest(operation, Array.isArray(content) ? content.join("") : JSON.stringify(content));
	return { ...plain, headers: { ...plain.headers, ...named }, signing };
}

/** The headers that a step gives; one that it takes away is null. */
function presentHeaders(step: SendStep, context: CaseContext): RawRequest["headers"] | undefined {
	const entries = Object.entries(step.headers).map(([name, value]): readonly [string, Json | undefined] =>
		isJsonObject(value) && value["$absent"] === true ? [name, null] : [name, filled(value, step, context)],
	);
	if (entries.some(([, value]) => value === undefined)) return undefined;
	return Object.fromEntries(entries.map(([name, value]) => [name, value === null || value === undefined ? null : String(value)]));
}
