import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { ClientSettings } from "./client.ts";

/** What carries a signed request. Both are the AWS SDK's own. */
export type RequestHandler = NodeHttpHandler | FetchHttpHandler;

/** The carriers that all clients of a kind share, made when the first asks. */
export interface RequestHandlers {
	of(settings: Pick<ClientSettings, "inProcess">): RequestHandler;
	dispose(): void;
}

/**
 * Real endpoints are reached as a program under Node would, through node:http with connections that are kept. One that MSW answers in this process is
 * reached through fetch: MSW has less to imitate there.
 */
export function createRequestHandlers(): RequestHandlers {
	let sockets: NodeHttpHandler | undefined;
	let fetching: FetchHttpHandler | undefined;
	const agent = { keepAlive: true, maxSockets: 200 };
	return {
		of({ inProcess }) {
			if (inProcess === true) {
				fetching ??= new FetchHttpHandler();
				return fetching;
			}
			sockets ??= new NodeHttpHandler({ httpAgent: agent, httpsAgent: agent });
			return sockets;
		},
		dispose: () => sockets?.destroy(),
	};
}
