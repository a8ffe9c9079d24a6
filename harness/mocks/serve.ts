import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isJsonObject } from "../../specs/wire/json.ts";
import { accountOf, answerHttp, defaultPlace, type HttpAnswer, largestBody } from "./http.ts";
import { createService, type Service, type ServiceOptions } from "./service.ts";

/** Where to listen; port 0 takes a free one. */
export interface ServeOptions extends ServiceOptions {
	readonly port: number;
	readonly host: string;
}

/** The model behind a port. */
export interface ModelServer {
	readonly url: string;
	readonly service: Service;
	readonly close: () => Promise<void>;
}

/**
 * Serves the model over HTTP. Besides SWF it answers `GET /_swf/health`, and `POST /_swf/clock/elapse` with
 * `{accessKeyId, region, seconds, parked?}`, which moves the virtual clock of that place.
 */
export async function serveModel({ port, host, ...options }: ServeOptions): Promise<ModelServer> {
	const service = createService(options);
	const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
		answer(service, request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
	const address = server.address();
	const bound = typeof address === "object" && address !== null ? address.port : port;
	const close = () =>
		new Promise<void>((resolve) => {
			service.close();
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { url: `http://${host}:${bound}`, service, close };
}

async function answer(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const hangUp = new AbortController();
	response.once("close", () => hangUp.abort());
	const body = await readBody(request);
	const { status, headers, body: content } = await route(service, request, body, hangUp.signal);
	response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(content) }).end(content);
}

/** Reads the body, of one that is too large only as much as it takes to see that: the rest is read past. */
async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		if (size <= largestBody) chunks.push(chunk);
		size += chunk.length;
	}
	return Buffer.concat(chunks).toString();
}

const plain = (status: number, body: string): HttpAnswer => ({ status, headers: { "content-type": "text/plain" }, body });

async function route(service: Service, request: IncomingMessage, body: string, signal: AbortSignal): Promise<HttpAnswer> {
	const { method, url = "/", headers } = request;
	if (method === "GET" && (url === "/" || url === "/_swf/health")) return plain(200, "healthy");
	if (method !== "POST")
		return { status: 404, headers: { "content-type": "application/xml" }, body: "<UnknownOperationException/>" };
	return url === "/_swf/clock/elapse" ? elapse(service, body) : answerHttp(service, { headers, body, signal });
}

async function elapse(service: Service, body: string): Promise<HttpAnswer> {
	try {
		const order: unknown = JSON.parse(body);
		const { accessKeyId, region = defaultPlace.region, seconds, parked = 0 } = isJsonObject(order) ? order : {};
		if (!Number.isFinite(seconds) || typeof seconds !== "number" || typeof parked !== "number" || typeof region !== "string") {
			return plain(400, "expected {accessKeyId, region, seconds, parked?}");
		}
		const account = typeof accessKeyId === "string" ? accountOf(accessKeyId) : defaultPlace.account;
		await service.elapse({ account, region }, seconds, parked);
		return plain(200, "");
	} catch (error) {
		return plain(400, error instanceof Error ? error.message : "");
	}
}
