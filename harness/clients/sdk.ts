import type { SWFClient } from "@aws-sdk/client-swf";
import { HttpRequest, HttpResponse } from "@smithy/protocol-http";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import type { Outcome, RecordedRequest, RecordedResponse } from "../evidence.ts";
import type { Client, ClientKind, ClientSettings, SendOptions, Sent } from "./client.ts";
import {
	AnswerTooLong,
	orAborted,
	readBody,
	readResponse,
	recordRequest,
	secretsOf,
	transportProblem,
	withoutSecrets,
} from "./http.ts";
import { excerpt, isTooDeep, tooDeep } from "./read-outcome.ts";
import { createRequestHandlers, type RequestHandler, type RequestHandlers } from "./request-handlers.ts";
import { installedSdk, type SdkBuild, sdkBuildIn, sdkPackage } from "./sdk-build.ts";
import { withDates } from "./with-dates.ts";

/** The installed @aws-sdk/client-swf, as a program would use it, but without retries. */
export function sdkClients(): ClientKind {
	const requestHandlers = createRequestHandlers();
	return sdkKind("sdk", installedSdk(), requestHandlers, (settings) => requestHandlers.of(settings));
}

/**
 * The build of it that a folder holds, with the HTTP handler that it brings along: only where nothing is connected to, ours is used.
 *
 * @throws {UsageError} where the folder holds none
 */
export function sdkClientsIn(path: string): ClientKind {
	const requestHandlers = createRequestHandlers();
	const handlerOf = (settings: ClientSettings) => (settings.inProcess === true ? requestHandlers.of(settings) : undefined);
	return sdkKind(`sdk:${path}`, sdkBuildIn(path), requestHandlers, handlerOf);
}

function sdkKind(
	name: string,
	build: SdkBuild,
	{ dispose }: RequestHandlers,
	handlerOf: (settings: ClientSettings) => RequestHandler | undefined,
): ClientKind {
	return {
		name,
		version: `${sdkPackage} ${build.version}`,
		packages: build.packages,
		dispose,
		connect: (settings) => connect(build, settings, handlerOf(settings)),
	};
}

function connect(
	build: SdkBuild,
	{ endpoint, region, credentials }: ClientSettings,
	requestHandler: RequestHandler | undefined,
): Client {
	const client = new build.SWFClient({
		...{ endpoint, region, credentials, maxAttempts: 1 },
		...(requestHandler === undefined ? {} : { requestHandler }),
	});
	// It prepares a log line of every call for a logger that nobody sets.
	client.middlewareStack.remove("loggerMiddleware");
	const secrets = secretsOf(credentials);
	return {
		send: (operation, input, options) => send(build, client, operation, input, secrets, options),
		// Connections that are shared belong to the kind and outlive the client.
		close: () => (requestHandler === undefined ? client.destroy() : undefined),
	};
}

async function send(
	build: SdkBuild,
	client: SWFClient,
	operation: OperationName,
	input: JsonObject,
	secrets: readonly string[],
	{ signal, departed }: SendOptions,
): Promise<Sent> {
	const CommandOf = build.commandOf(operation);
	let request: RecordedRequest = { headers: {}, body: "" };
	if (CommandOf === undefined) {
		return { request, outcome: { kind: "inexpressible", problem: `${sdkPackage} ${build.version} has no such operation` } };
	}
	const command = new CommandOf(withDates(operation, input) as never);
	let isOnItsWay = false;
	let response: RecordedResponse | undefined;
	command.middlewareStack.add(
		(next) => async (args) => {
			if (HttpRequest.isInstance(args.request)) request = recordRequest(args.request, secrets);
			isOnItsWay = true;
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
	const outcome = await orAborted(client.send(command, { abortSignal: signal }), signal).then(answer, (error: unknown) =>
		isOnItsWay || signal.aborted ? refusal(build, error, response, signal) : inexpressible(error),
	);
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

/** It broke off before there was a request. */
const inexpressible = (error: unknown): Outcome => ({
	kind: "inexpressible",
	problem: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error),
});

function refusal(build: SdkBuild, error: unknown, response: RecordedResponse | undefined, signal: AbortSignal): Outcome {
	if (error instanceof AnswerTooLong) return { kind: "garbage", problem: error.message };
	if (response === undefined) return { kind: "transport", problem: transportProblem(error, signal) };
	if (error instanceof build.SWFServiceException && !isUnnamed(error.name)) {
		return { kind: "fault", type: error.name, ...(error.message === "UnknownError" ? {} : { message: error.message }) };
	}
	const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
	return { kind: "garbage", problem: `HTTP ${response.status} that the SDK cannot read (${why}): ${excerpt(response.body)}` };
}

/** What the SDK calls an error whose name it did not find; older builds call it by its status. */
const isUnnamed = (name: string) => /^(Unknown|UnknownError|Error|\d{3})$/.test(name);
