import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { readOutcome } from "../clients/read-outcome.ts";
import type { Exchange } from "../evidence.ts";

/** What is known of an exchange. */
export interface Given {
	readonly operation: string;
	readonly input: JsonObject;
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly requestHeaders?: Readonly<Record<string, string>>;
	/** JSON, or the text that came. */
	readonly body: Json;
}

/** An exchange as a client records it; what is not known is as it should be. Exchanges follow one another by their position. */
export function exchangeOf({ operation, input, status = 200, headers, requestHeaders, body }: Given, position: number): Exchange {
	const contentType = "application/x-amz-json-1.0";
	const response = {
		status,
		headers: headers ?? { "content-type": contentType, "x-amzn-requestid": "00000000-0000-4000-8000-000000000000" },
		body: typeof body === "string" ? body : JSON.stringify(body),
	};
	return {
		step: String(position + 1),
		operation,
		input,
		request: {
			headers: { ...requestHeaders, "content-type": contentType, "x-amz-target": `SimpleWorkflowService.${operation}` },
			body: JSON.stringify(input),
		},
		response,
		outcome: readOutcome(response),
		sentAfterMs: position,
		durationMs: 0.5,
	};
}

/** Headers by their names in lower case; undefined for anything but texts by name. */
export function headersOf(value: Json | undefined): Readonly<Record<string, string>> | undefined {
	if (!isJsonObject(value ?? null)) return undefined;
	return Object.fromEntries(
		Object.entries(value as JsonObject).flatMap(([name, text]) => (typeof text === "string" ? [[name.toLowerCase(), text]] : [])),
	);
}
