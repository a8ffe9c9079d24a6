import type { ClientKind, ClientSettings } from "./client.ts";
import { connectRaw, type RawClient, type RawRequest } from "./raw.ts";
import { createRequestHandlers } from "./request-handlers.ts";

/** A request as SWF wants it: the operation in its header, and JSON. */
export const rawRequest = (operation: string, body: string): RawRequest => ({
	headers: { "x-amz-target": `SimpleWorkflowService.${operation}` },
	body,
	signing: {},
});

/** The kit's own HTTP, whatever client a run is about: it also sends what is no call of an operation. */
export interface WireClients extends ClientKind {
	raw(settings: ClientSettings): RawClient;
}

/**
 * HTTP as SWF speaks it, written here and signed by @smithy/signature-v4: for what no SDK shows.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html
 */
export function wireClients(): WireClients {
	const requestHandlers = createRequestHandlers();
	const raw = (settings: ClientSettings) => connectRaw(settings, requestHandlers.of(settings));
	return {
		name: "wire",
		version: "AWS JSON 1.0",
		dispose: requestHandlers.dispose,
		raw,
		connect: (settings) => {
			const send = raw(settings);
			return {
				send: (operation, input, options) => send(rawRequest(operation, JSON.stringify(input)), options),
				// The connections belong to the kind and outlive the client.
				close: () => undefined,
			};
		},
	};
}
