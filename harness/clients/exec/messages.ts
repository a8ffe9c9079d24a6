import { isJsonObject, type Json, type JsonObject } from "../../../specs/wire/json.ts";
import type { Outcome, RecordedRequest, RecordedResponse } from "../../evidence.ts";
import { excerpt, isTooDeep, tooDeep } from "../read-outcome.ts";

/** The version of the protocol that `harness/clients/adapters/README.md` describes. */
export const protocolVersion = 1;

/** The first line of a program. */
export interface Hello {
	readonly name: string;
	readonly version: string;
	readonly packages: { readonly [name: string]: string };
	/** Requests that one process can have under way. */
	readonly atOnce: number;
	/** It tells when a request has left; otherwise one is taken to leave as soon as the program is given it. */
	readonly departures: boolean;
}

/** A line that says what came of a request. */
export interface Told {
	readonly id: number;
	readonly outcome: Outcome;
	readonly request?: RecordedRequest;
	readonly response?: RecordedResponse;
}

/** A later line of a program: the request has left, or this came of it. */
export type Message = { readonly id: number; readonly departed: true } | Told;

/** A line that is not of the protocol. Its message says what is wrong with it, without the line. */
export class ProtocolError extends Error {}

function objectOf(line: string): JsonObject {
	let parsed: unknown;
	try {
		parsed = JSON.parse(line);
	} catch {
		throw new ProtocolError(`a line that is no JSON: ${excerpt(line)}`);
	}
	if (!isJsonObject(parsed)) throw new ProtocolError(`a line that is no JSON object: ${excerpt(line)}`);
	return parsed;
}

const isText = (value: Json | undefined): value is string => typeof value === "string";
const isWhole = (value: Json | undefined, least: number): value is number =>
	Number.isSafeInteger(value) && Number(value) >= least;
const isTexts = (value: Json | undefined): value is { readonly [name: string]: string } =>
	isJsonObject(value) && Object.values(value).every(isText);

/** Reads the first line. Throws a ProtocolError where it is no hello of this protocol. */
export function readHello(line: string): Hello {
	const { protocol, name, version, packages = {}, atOnce = 1, departures = false } = objectOf(line);
	if (protocol === undefined) throw new ProtocolError(`a first line without "protocol", which is no hello: ${excerpt(line)}`);
	if (protocol !== protocolVersion)
		throw new ProtocolError(`a hello of protocol ${JSON.stringify(protocol)}, and this kit speaks ${protocolVersion}`);
	if (!isText(name) || !isText(version)) throw new ProtocolError('a hello without the texts "name" and "version"');
	if (!isTexts(packages)) throw new ProtocolError('a hello whose "packages" is no object of texts');
	if (!isWhole(atOnce, 1)) throw new ProtocolError('a hello whose "atOnce" is no whole number, 1 or more');
	if (typeof departures !== "boolean") throw new ProtocolError('a hello whose "departures" is neither true nor false');
	return { name, version, packages, atOnce, departures };
}

/** Reads a later line. Throws a ProtocolError where it is none of the protocol. */
export function readMessage(line: string): Message {
	const message = objectOf(line);
	const { id, departed, request, response } = message;
	if (!isWhole(id, 0)) throw new ProtocolError(`a line without the "id" of a request: ${excerpt(line)}`);
	if (departed === true) return { id, departed };
	const kinds = Object.keys(outcomes).filter((kind) => Object.hasOwn(message, kind));
	const [kind] = kinds;
	if (kind === undefined || kinds.length > 1)
		throw new ProtocolError(
			`a line with ${kinds.join(" and ") || "none"} of ${Object.keys(outcomes).join(", ")}: ${excerpt(line)}`,
		);
	const outcome = outcomes[kind]?.(message[kind]);
	if (outcome === undefined) throw new ProtocolError(`a line with "${kind}" of another form: ${excerpt(line)}`);
	return {
		id,
		outcome,
		...(request === undefined ? {} : { request: requestOf(request) }),
		...(response === undefined ? {} : { response: responseOf(response) }),
	};
}

const problem =
	(kind: "inexpressible" | "transport" | "garbage") =>
	(value: Json | undefined): Outcome | undefined =>
		isText(value) ? { kind, problem: value } : undefined;

/** What a line may say came of a request, by the member that says it; undefined where its value is of another form. */
const outcomes: Readonly<Record<string, (value: Json | undefined) => Outcome | undefined>> = {
	answer: (output) => {
		if (!isJsonObject(output)) return undefined;
		return isTooDeep(output) ? { kind: "garbage", problem: `an answer that is ${tooDeep}` } : { kind: "answer", output };
	},
	fault: (fault) => {
		if (!isJsonObject(fault)) return undefined;
		const { type, message } = fault;
		if (!isText(type) || (message !== undefined && !isText(message))) return undefined;
		return { kind: "fault", type, ...(message === undefined ? {} : { message }) };
	},
	cannot: problem("inexpressible"),
	transport: problem("transport"),
	garbage: problem("garbage"),
};

const lowerCased = (headers: { readonly [name: string]: string }): { readonly [name: string]: string } =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function requestOf(value: Json): RecordedRequest {
	const { headers, body } = isJsonObject(value) ? value : {};
	if (!isTexts(headers) || !isText(body)) throw new ProtocolError('a "request" that is not {headers, body}, all of them texts');
	return { headers: lowerCased(headers), body };
}

function responseOf(value: Json): RecordedResponse {
	const { status, headers, body } = isJsonObject(value) ? value : {};
	if (!isWhole(status, 100) || !isTexts(headers) || !isText(body))
		throw new ProtocolError('a "response" that is not {status, headers, body}: a number, and texts');
	return { status, headers: lowerCased(headers), body };
}
