import { redactHeaders, redactText } from "../../reports/redact.ts";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";
import { parse } from "../checks/contract/read-reply.ts";
import { mostValues } from "../clients/client.ts";
import { countValues } from "../clients/count-values.ts";
import { readOutcome } from "../clients/read-outcome.ts";
import type { Exchange, Outcome, RecordedResponse } from "../evidence.ts";
import type { Passed } from "./passed.ts";

/**
 * What went by as the checks take it, without secrets. A response that is compressed, or longer than any answer, is told and not kept.
 *
 * @param number which request it was, from 1
 * @param began milliseconds of the clock that the times are of
 * @param secrets that are known beside those which the request shows
 */
export function exchangeOf(passed: Passed, number: number, began: number, secrets: readonly string[] = []): Exchange {
	const { method, path, requestHeaders, requestBody, sentAt, durationMs } = passed;
	const known = [...secrets, ...secretsIn(requestHeaders)];
	const body = redactText(requestBody.isWhole ? requestBody.text : `${requestBody.size} bytes`, known);
	const { response, outcome } = receivedOf(passed, known);
	return {
		step: String(number),
		operation: operationOf(requestHeaders["x-amz-target"]) ?? `${method} ${redactText(path.split("?")[0] ?? "")}`,
		input: objectOf(body),
		request: { headers: redactHeaders(requestHeaders, known), body },
		...(response === undefined ? {} : { response }),
		outcome,
		sentAfterMs: rounded(sentAt - began),
		durationMs: rounded(durationMs),
	};
}

/** The last part of a target names the operation, whatever stands before. */
const operationOf = (target: string | undefined): string | undefined => /(?:^|\.)(\w+)$/.exec(target ?? "")?.[1];

function receivedOf(
	{ response, broken }: Passed,
	known: readonly string[],
): {
	readonly response?: RecordedResponse;
	readonly outcome: Outcome;
} {
	if (broken !== undefined) return { outcome: { kind: "transport", problem: broken.problem } };
	if (response === undefined) return { outcome: { kind: "transport", problem: "no response" } };
	const { status, headers, body } = response;
	const encoding = headers["content-encoding"] ?? "identity";
	if (encoding !== "identity") return unread(`HTTP ${status} with a body in ${redactText(encoding)}, which is not read`);
	if (!body.isWhole) return unread(`HTTP ${status} with a body of ${body.size} bytes, which is not read`);
	if (body.text.length > mostValues && countValues(body.text) > mostValues)
		return unread(`HTTP ${status} with a body of more than ${mostValues} values, which is not read`);
	const kept = { status, headers: redactHeaders(headers, known), body: redactText(body.text, known) };
	return { response: kept, outcome: readOutcome(kept) };
}

/** What a caller let the proxy see of its secrets; an upstream may echo it anywhere. */
const secretsIn = (headers: Passed["requestHeaders"]): readonly string[] => {
	const { "x-amz-security-token": token = "", authorization = "", cookie = "" } = headers;
	const signed = [...authorization.matchAll(/(?:Credential|Signature)=([^/,\s]+)/g)].map(([, value = ""]) => value);
	const values = cookie.split(/;\s*/).map((each) => each.slice(each.indexOf("=") + 1));
	return [token, ...signed, ...(signed.length > 0 ? [] : [authorization.replace(/^\S+\s+/, "")]), ...values];
};

const unread = (problem: string) => ({ outcome: { kind: "garbage" as const, problem } });

function objectOf(text: string): JsonObject {
	const value = parse(text);
	return isJsonObject(value) ? value : {};
}

const rounded = (milliseconds: number) => Math.round(milliseconds * 1000) / 1000;
