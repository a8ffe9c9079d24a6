import type { HttpRequest, HttpResponse } from "@smithy/protocol-http";
import { redactHeaders } from "../../reports/redact.ts";
import type { RecordedRequest, RecordedResponse } from "../evidence.ts";
import { longestAnswer } from "./client.ts";

/** Thrown when a target sends more than any answer of SWF could be. */
export class AnswerTooLong extends Error {}

/** Reads a response's body to its end, to the deadline or to the limit, whichever comes first. */
export async function readBody(body: unknown, signal: AbortSignal): Promise<Uint8Array> {
	if (body === undefined || body === null) return new Uint8Array();
	if (body instanceof Uint8Array) return body;
	if (typeof body === "string") return new TextEncoder().encode(body);
	const stream = body as AsyncIterable<Uint8Array> & { destroy?: (error?: Error) => void };
	const stop = () => stream.destroy?.(signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason)));
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

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

/** By its bytes: the SDK's own kind of array would rather be asked for its text, and warns that this will end. */
const textOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
	Buffer.from(buffer, byteOffset, byteLength).toString("utf8");

export const recordRequest = ({ headers, body }: HttpRequest): RecordedRequest => ({
	headers: redactHeaders(lowerCased(headers)),
	body: typeof body === "string" ? body : body instanceof Uint8Array ? textOf(body) : "",
});

export const recordResponse = ({ statusCode, headers }: HttpResponse, body: Uint8Array): RecordedResponse => ({
	status: statusCode,
	headers: redactHeaders(lowerCased(headers)),
	body: textOf(body),
});

/** Why no complete response came, in a few words without an address of this machine's making. */
export function transportProblem(error: unknown, signal: AbortSignal): string {
	if (signal.aborted) return signal.reason instanceof Error ? signal.reason.message : String(signal.reason);
	const cause = error instanceof AggregateError ? error.errors[0] : error;
	if (!(cause instanceof Error)) return String(cause);
	const code = "code" in cause && typeof cause.code === "string" ? `${cause.code}: ` : "";
	return `${code}${cause.message}`;
}
