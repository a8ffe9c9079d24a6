import { isOperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { InputError } from "../scenario/problem.ts";
import type { Batch, Place } from "./batch.ts";
import { exchangeOf, type Given, headersOf } from "./exchange-of.ts";

/** Whether a document is one exchange: `{operation, request, status, headers, body}`. */
export const isExchange = (document: Json): document is JsonObject =>
	isJsonObject(document) && typeof document["operation"] === "string";

/** Exchanges, in the order in which they were made. Throws an InputError for what is none. */
export function exchangeBatch(documents: readonly { readonly document: JsonObject; readonly place: Place }[]): Batch {
	const given = documents.map(({ document, place }) => givenIn(document, place));
	const withoutHeaders = given.some(({ headers }) => headers === undefined);
	return {
		exchanges: given.map(exchangeOf),
		places: documents.map(({ place }) => place),
		what: `${documents.length} ${documents.length === 1 ? "exchange" : "exchanges"}`,
		...(withoutHeaders ? { lacks: "headers" as const } : {}),
	};
}

function givenIn(document: JsonObject, { file, line }: Place): Given {
	const refuse = (message: string): never => {
		throw new InputError([{ file, at: { line, column: 1 }, message }]);
	};
	const operation = String(document["operation"]).replace(/^.*\./, "");
	if (!isOperationName(operation)) return refuse(`SWF has no operation ${operation}`);
	// Recorders that keep request and response apart are understood too.
	const response = isJsonObject(document["response"] ?? null) ? (document["response"] as JsonObject) : document;
	const { status = 200, body = "" } = response;
	if (typeof status !== "number") return refuse(`the status of ${operation} is not a number`);
	const headers = headersOf(response["headers"]);
	const input = inputIn(document["input"] ?? document["request"]) ?? refuse(`the request of ${operation} is not a JSON object`);
	return { operation, input, status, body, ...(headers === undefined ? {} : { headers }) };
}

/** What was asked: the members of the request, its body as text, or a record of its headers and its body. */
function inputIn(request: Json | undefined): JsonObject | undefined {
	if (typeof request === "string") return request === "" ? {} : asObject(parse(request));
	if (!isJsonObject(request ?? null)) return undefined;
	const members = request as JsonObject;
	return "body" in members && !("domain" in members) ? inputIn(members["body"]) : members;
}

const asObject = (value: Json | undefined): JsonObject | undefined =>
	isJsonObject(value ?? null) ? (value as JsonObject) : undefined;

function parse(text: string): Json | undefined {
	try {
		return JSON.parse(text);
	} catch {
		// No object, which the caller says.
		return undefined;
	}
}
