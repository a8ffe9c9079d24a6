import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Client, ClientKind, ClientSettings, SendOptions, Sent } from "./client.ts";
import { AnswerTooLong, readBody, readResponse, recordRequest, secretsOf, transportProblem, withoutSecrets } from "./http.ts";
import { readOutcome } from "./read-outcome.ts";
import { createRequestHandlers, type RequestHandler } from "./request-handlers.ts";

/**
 * HTTP as SWF speaks it, written here and signed by @smithy/signature-v4: for what no SDK shows.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function wireClients(): ClientKind {
	const requestHandlers = createRequestHandlers();
	return {
		name: "wire",
		version: "AWS JSON 1.0",
		dispose: requestHandlers.dispose,
		connect: (settings) => connect(settings, requestHandlers.of(settings)),
	};
}

function connect({ endpoint, region, credentials }: ClientSettings, requestHandler: RequestHandler): Client {
	const signer = new SignatureV4({ service: "swf", region, credentials, sha256: Sha256 });
	const { protocol, hostname, port, pathname } = new URL(endpoint);
	const secrets = secretsOf(credentials);
	const requestOf = (operation: OperationName, input: JsonObject) => {
		const body = JSON.stringify(input);
		return new HttpRequest({
			method: "POST",
			protocol,
			hostname,
			...(port === "" ? {} : { port: Number(port) }),
			path: pathname.endsWith("/") ? pathname : `${pathname}/`,
			headers: {
				host: port === "" ? hostname : `${hostname}:${port}`,
				"content-type": "application/x-amz-json-1.0",
				"content-length": String(Buffer.byteLength(body)),
				"x-amz-target": `SimpleWorkflowService.${operation}`,
			},
			body,
		});
	};
	return {
		send: async (operation, input, options) =>
			send(requestHandler, await signer.sign(requestOf(operation, input)), secrets, options),
		// The connections belong to the kind and outlive the client.
		close: () => undefined,
	};
}

async function send(
	requestHandler: RequestHandler,
	signed: unknown,
	secrets: readonly string[],
	{ signal, departed }: SendOptions,
): Promise<Sent> {
	const httpRequest = signed as HttpRequest;
	const request = recordRequest(httpRequest, secrets);
	try {
		const pending = requestHandler.handle(httpRequest, { abortSignal: signal });
		departed?.();
		const { response } = await pending;
		const raw = readResponse(response, await readBody(response.body, signal));
		return { request, ...withoutSecrets(raw, readOutcome(raw), secrets) };
	} catch (error) {
		if (error instanceof AnswerTooLong) return { request, outcome: { kind: "garbage", problem: error.message } };
		return { request, outcome: { kind: "transport", problem: transportProblem(error, signal) } };
	}
}
