import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import type { Outcome, RecordedResponse } from "../evidence.ts";

/**
 * The bare name of an error code: what stands behind `#` and before `:`.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html (operation error serialization)
 */
export const bareCode = (code: string): string => (code.split(":")[0] ?? code).replace(/^.*#/, "");

const textOf = (object: JsonObject, ...names: readonly string[]): string | undefined => {
	for (const name of names) {
		const value = object[name];
		if (typeof value === "string") return value;
	}
	return undefined;
};

/** Reads a raw response as SWF would mean it. Whatever a target sends comes out as one of the outcomes. */
export function readOutcome({ status, headers, body }: RecordedResponse): Outcome {
	const parsed = body === "" ? {} : parse(body);
	if (status >= 200 && status < 300) {
		if (isTooDeep(parsed)) return { kind: "garbage", problem: `HTTP ${status} with a body that is ${tooDeep}: ${excerpt(body)}` };
		if (isJsonObject(parsed)) return { kind: "answer", output: parsed };
		return { kind: "garbage", problem: `HTTP ${status} with a body that is no JSON object: ${excerpt(body)}` };
	}
	const code = (isJsonObject(parsed) ? textOf(parsed, "__type", "code", "Code") : undefined) ?? headers["x-amzn-errortype"];
	if (code === undefined || bareCode(code) === "")
		return { kind: "garbage", problem: `HTTP ${status} that names no fault: ${excerpt(body)}` };
	const message = isJsonObject(parsed) ? textOf(parsed, "message", "Message") : undefined;
	return { kind: "fault", type: bareCode(code), ...(message === undefined ? {} : { message }) };
}

/** SWF's own answers are not nested deeper than ten; walking through one that is would end the kit and not the case. */
const mostDepth = 100;
export const tooDeep = `nested deeper than ${mostDepth}`;

export const isTooDeep = (value: unknown, depth = 0): boolean =>
	typeof value === "object" &&
	value !== null &&
	(depth >= mostDepth || Object.values(value).some((inner) => isTooDeep(inner, depth + 1)));

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		// Not JSON: the caller says so, with an excerpt.
		return undefined;
	}
}

export const excerpt = (body: string): string =>
	body.length <= 200 ? body : `${body.slice(0, 200)}… (${body.length} characters)`;
