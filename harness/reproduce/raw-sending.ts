import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { UsageError } from "../cli/terminal.ts";
import type { SendStep } from "../scenario/scenario.ts";
import type { RawSending } from "./recipe.ts";
import type { RecordedExchange } from "./recorded-case.ts";

/** Members of `sign` that a command line cannot imitate. */
const inimitable: { readonly [member: string]: string } = {
	ago: "a signature of another time",
	body: "a signature of another body",
};

/**
 * How a step's request was sent that no SDK would send.
 *
 * @throws {UsageError} where curl could not send it either
 */
export function rawSending({ path, headers, sign }: SendStep, { request }: RecordedExchange): RawSending {
	const refuse = (what: string): never => {
		throw new UsageError(`step ${path} sends ${what}, which no script made here can; swf-conformance run sends it`);
	};
	for (const member of Object.keys(sign === false ? {} : sign)) {
		const what = inimitable[member];
		if (what !== undefined) refuse(what);
	}
	if (Object.hasOwn(headers, "x-amz-date")) refuse("a signature of another time");
	const { authorization, ...others } = headers;
	// The record has the rest of what was sent, but no signature.
	const names = new Set([
		"content-type",
		"x-amz-target",
		...Object.keys(others),
		...(authorization === undefined ? [] : ["x-amz-date"]),
	]);
	const sent = [...names].map((name): readonly [string, string | null] => [name, request.headers[name] ?? null]);
	const { sessionToken, ...signing } = sign === false ? {} : sign;
	return {
		headers: [
			...sent,
			...(typeof authorization === "string" ? [["authorization", authorization] as const] : []),
			...(typeof sessionToken === "string" ? [["x-amz-security-token", sessionToken] as const] : []),
		],
		sign: sign === false || authorization !== undefined ? false : textsOf(signing),
	};
}

const textsOf = (members: Json): { readonly [member: string]: string } =>
	isJsonObject(members)
		? Object.fromEntries(Object.entries(members).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])))
		: {};
