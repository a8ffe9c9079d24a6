import { createRequire } from "node:module";
import * as swf from "@aws-sdk/client-swf";
import { SWFClient } from "@aws-sdk/client-swf";
import { HttpRequest, HttpResponse } from "@smithy/protocol-http";
import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Outcome, RecordedRequest, RecordedResponse } from "../evidence.ts";
import type { Client, ClientKind, ClientSettings, SendOptions, Sent } from "./client.ts";
import { AnswerTooLong, readBody, readResponse, recordRequest, secretsOf, transportProblem, withoutSecrets } from "./http.ts";
import { excerpt, isTooDeep, tooDeep } from "./read-outcome.ts";
import { createRequestHandlers, type RequestHandler } from "./request-handlers.ts";

type CommandClass = new (input: never) => swf.ListDomainsCommand;

const commands = swf as unknown as Readonly<Record<string, CommandClass>>;

const versionOf = (name: string): string => {
	const found: unknown = createRequire(import.meta.url)(`${name}/package.json`);
	return isJsonObject(found) ? String(found["version"]) : "unknown";
};

/** The installed @aws-sdk/client-swf, as a program would use it, but without retries. */
export function sdkClients(): ClientKind {
	const requestHandlers = createRequestHandlers();
	return {
		name: "sdk",
		version: `@aws-sdk/client-swf ${versionOf("@aws-sdk/client-swf")}`,
		dispose: requestHandlers.dispose,
		connect: (settings) => connect(settings, requestHandlers.of(settings)),
	};
}

function connect({ endpoint, region, credentials }: ClientSettings, requestHandler: RequestHandler): Client {
	const client = new SWFClient({ endpoint, region, credentials, requestHandler, maxAttempts: 1 });
	// It prepares a log line of every call for a logger that nobody sets.
	client.middlewareStack.remove("loggerMiddleware");
	const secrets = secretsOf(credentials);
	return {
		send: (operation, input, options) => send(client, operation, input, secrets, options),
		// The connections belong to the kind and outlive the client.
		close: () => undefined,
	};
}

async function send(
	client: SWFClient,
	operation: OperationName,
	input: JsonObject,
	secrets: readonly string[],
	{ signal, departed }: SendOptions,
): Promise<Sent> {
	const CommandOf = commands[`${operation}Command`];
	if (CommandOf === undefined) throw new Error(`this build of @aws-sdk/client-swf has no ${operation}Command`);
	const command = new CommandOf(input as never);
	let request: RecordedRequest = { headers: {}, body: "" };
	let response: RecordedResponse | undefined;
	command.middlewareStack.add(
		(next) => async (args) => {
			if (HttpRequest.isInstance(args.request)) request = recordRequest(args.request, secrets);
			departed?.();
			const result = await next(args);
			if (!HttpResponse.isInstance(result.response)) return result;
			const body = await readBody(result.response.body, signal);
			response = readResponse(result.response, body);
			result.response.body = body;
			return result;
		},
		// Nearest to the network: the request is signed, the response is not yet read.
		{ step: "deserialize", priority: "low", name: "record" },
	);
	const outcome = await client
		.send(command, { abortSignal: signal })
		.then(answer, (error: unknown) => refusal(error, response, signal));
	return { request, ...(response === undefined ? { outcome } : withoutSecrets(response, outcome, secrets)) };
}

const answer = (output: unknown): Outcome => {
	const { $metadata: _, ...members } = output as Record<string, unknown>;
	if (isTooDeep(members)) return { kind: "garbage", problem: `an answer that is ${tooDeep}` };
	return { kind: "answer", output: toWire(members) as JsonObject };
};

/** What the SDK makes of an answer, in the form of the wire: times as epoch seconds, nothing undefined. */
function toWire(value: unknown): Json {
	if (value instanceof Date) return value.getTime() / 1000;
	if (Array.isArray(value)) return value.map(toWire);
	if (typeof value === "object" && value !== null) {
		const members = Object.entries(value).filter(([, of]) => of !== undefined);
		return Object.fromEntries(members.map(([member, of]) => [member, toWire(of)]));
	}
	return value as Json;
}

function refusal(error: unknown, response: RecordedResponse | undefined, signal: AbortSignal): Outcome {
	if (error instanceof AnswerTooLong) return { kind: "garbage", problem: error.message };
	if (response === undefined) return { kind: "transport", problem: transportProblem(error, signal) };
	if (error instanceof swf.SWFServiceException && !unnamed.includes(error.name)) {
		return { kind: "fault", type: error.name, ...(error.message === "UnknownError" ? {} : { message: error.message }) };
	}
	const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
	return { kind: "garbage", problem: `HTTP ${response.status} that the SDK cannot read (${why}): ${excerpt(response.body)}` };
}

/** What the SDK calls an error whose name it did not find. */
const unnamed = ["Unknown", "UnknownError", "Error"];
