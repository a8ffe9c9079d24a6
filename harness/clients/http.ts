import type { HttpRequest, HttpResponse } from "@smithy/protocol-http";
import { redactHeaders, redactText } from "../../reports/redact.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import type { Outcome, RecordedRequest, RecordedResponse } from "../evidence.ts";
import { type Credentials, longestAnswer, mostValues } from "./client.ts";
import { countValues } from "./count-values.ts";

/** Thrown when a target sends more than any answer of SWF could be. */
export class AnswerTooLong extends Error {}

/** Reads a response's body to its end, to the deadline or to the limit, whichever comes first. */
export async function readBody(body: unknown, signal: AbortSignal): Promise<Uint8Array> {
	if (body === undefined || body === null) return new Uint8Array();
	if (body instanceof Uint8Array) return body;
	if (typeof body === "string") return new TextEncoder().encode(body);
	const stream = body as AsyncIterable<Uint8Array> & { destroy?: (error?: Error) => void };
	const stop = () => stream.destroy?.(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
	if (signal.aborted) stop();
	signal.addEventListener("abort", stop, { once: true });
	try {
		const chunks: Uint8Array[] = [];
		let length = 0;
		for await (const chunk of stream) {
			length += chunk.length;
			if (length > longestAnswer) throw new AnswerTooLong(`an answer of more than ${longestAnswer} bytes`);
			chunks.push(chunk);
		}
		return Buffer.concat(chunks);
	} finally {
		signal.removeEventListener("abort", stop);
	}
}

/**
 * What is pending, or the reason of the signal. Whoever carries a request may forget whom it owes an answer: @smithy/node-http-handler does where the
 * target switches protocols, and hears no signal from then on.
 */
export function orAborted<Pending>(pending: Promise<Pending>, signal: AbortSignal): Promise<Pending> {
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal.reason);
		signal.addEventListener("abort", stop, { once: true });
		pending.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
	});
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** By its bytes: the SDK's own kind of array would rather be asked for its text, and warns that this will end. */
const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
	Buffer.from(buffer, byteOffset, byteLength).toString("utf8");

/** What must not stand in any record, wherever a target echoes it. */
export const secretsOf = ({ secretAccessKey, sessionToken }: Credentials): readonly string[] => [
	secretAccessKey,
	...(sessionToken === undefined ? [] : [sessionToken]),
];

/** The bodies that we send are the scenario's own; only the headers carry secrets. */
export const recordRequest = ({ headers, body }: HttpRequest, secrets: readonly string[]): RecordedRequest => ({
	headers: redactHeaders(lowerCased(headers), secrets),
	body: typeof body === "string" ? body : body instanceof Uint8Array ? textOf(body) : "",
});

/** A response as it came. It holds whatever the target sent: record it only through `withoutSecrets`. Throws AnswerTooLong before anybody reads its JSON. */
export function readResponse({ statusCode, headers }: HttpResponse, body: Uint8Array): RecordedResponse {
	const text = textOf(body);
	if (text.length > mostValues && countValues(text) > mostValues)
		throw new AnswerTooLong(`an answer of more than ${mostValues} values`);
	return { status: statusCode, headers: lowerCased(headers), body: text };
}

/** A response and what a client made of it, fit to be recorded: a target may echo a secret anywhere. */
export function withoutSecrets(
	response: RecordedResponse,
	outcome: Outcome,
	secrets: readonly string[],
): { readonly response: RecordedResponse; readonly outcome: Outcome } {
	const body = redactText(response.body, secrets);
	const recorded = { ...response, headers: redactHeaders(response.headers, secrets), body };
	return {
		response: recorded,
		outcome: body === response.body ? outcome : (redactJson(outcome as unknown as Json, secrets) as unknown as Outcome),
	};
}

/** Text by text: replacing in the JSON as a whole could break it. */
export function redactJson(value: Json, secrets: readonly string[]): Json {
	if (typeof value === "string") return redactText(value, secrets);
	if (Array.isArray(value)) return (value as readonly Json[]).map((item) => redactJson(item, secrets));
	if (!isJsonObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([member, of]) => [member, redactJson(of, secrets)]));
}

/** Why no complete response came, in a few words without an address of this machine's making. */
export function transportProblem(error: unknown, signal: AbortSignal): string {
	if (signal.aborted) return signal.reason instanceof Error ? signal.reason.message : String(signal.reason);
	const cause = error instanceof AggregateError ? error.errors[0] : error;
	if (!(cause instanceof Error)) return String(cause);
	const code = "code" in cause && typeof cause.code === "string" ? `${cause.code}: ` : "";
	return `${code}${cause.message}`;
}
