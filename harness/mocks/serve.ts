import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { control, controlPrefix } from "./control.ts";
import { answerHttp, type HttpAnswer, largestRequest, type Summary } from "./http.ts";
import { createService, type Service, type ServiceOptions } from "./service.ts";

/** One line of a log: what was asked and what came of it, nothing of what was said. */
export interface RequestLog extends Partial<Summary> {
	readonly time: string;
	readonly method: string;
	readonly path: string;
	/** Absent when the caller hung up before. */
	readonly status?: number;
	readonly milliseconds: number;
}

/** Where to listen; port 0 takes a free one. */
export interface ServeOptions extends ServiceOptions {
	readonly port: number;
	readonly host: string;
	/** Gets a line for each request. */
	readonly log?: (line: RequestLog) => void;
}

/** The model behind a port. */
export interface ModelServer {
	readonly url: string;
	readonly service: Service;
	/** Takes no more requests, answers those under way, waiting polls as idle, and ends. */
	readonly close: () => Promise<void>;
}

/** How long requests under way may take to be answered once the server closes. */
const drainMilliseconds = 5_000;

/** Serves the model over HTTP, and beside it the control path: `harness/mocks/README.md` says what that does. */
export async function serveModel({ port, host, log, ...options }: ServeOptions): Promise<ModelServer> {
	const service = createService(options);
	const underWay = new Set<Promise<void>>();
	const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) => {
		if (!server.listening) response.setHeader("connection", "close");
		const exchange = answer(service, request, response, log)
			.catch((error: unknown) => void response.destroy(error instanceof Error ? error : undefined))
			.finally(() => underWay.delete(exchange));
		underWay.add(exchange);
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
	const close = async () => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()));
		service.close();
		await within(drainMilliseconds, Promise.all(underWay));
		server.closeAllConnections();
		await closed;
	};
	return { url: `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server, port)}`, service, close };
}

function portOf(server: Server, asked: number): number {
	const address = server.address();
	return typeof address === "object" && address !== null ? address.port : asked;
}

async function within(milliseconds: number, done: Promise<unknown>): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	await Promise.race([done, late]);
	clearTimeout(timer);
}

async function answer(
	service: Service,
	request: IncomingMessage,
	response: ServerResponse,
	log: ServeOptions["log"],
): Promise<void> {
	const began = Date.now();
	const hangUp = new AbortController();
	const sent = new Promise<void>((resolve) => {
		response.once("close", () => {
			if (!response.writableFinished) hangUp.abort();
			resolve();
		});
	});
	const body = await readBody(request);
	const { status, headers, body: content, summary } = await route(service, request, body, hangUp.signal);
	const isGone = hangUp.signal.aborted;
	response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(content) }).end(content);
	await sent;
	log?.({
		...{ time: new Date(began).toISOString(), method: request.method ?? "", path: (request.url ?? "").split("?")[0] ?? "" },
		...(isGone ? {} : { status }),
		...{ milliseconds: Date.now() - began, ...summary },
	});
}

/** Reads the body, of one that is too large only as much as it takes to see that: the rest is read past. */
function readBody(request: IncomingMessage): Promise<string> {
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on("data", (chunk: Buffer) => {
			if (size <= largestRequest) chunks.push(chunk);
			size += chunk.length;
		});
		request.once("end", () => resolve(Buffer.concat(chunks).toString()));
		request.once("error", reject);
	});
}

async function route(service: Service, request: IncomingMessage, body: string, signal: AbortSignal): Promise<HttpAnswer> {
	const { method = "", url = "/", headers } = request;
	if (url.startsWith(controlPrefix)) return control(service, method, url, body);
	if (method === "GET" && url === "/") return { status: 200, headers: { "content-type": "text/plain" }, body: "healthy" };
	if (method === "POST") return answerHttp(service, { headers, body, path: url, signal });
	return { status: 404, headers: { "content-type": "application/xml" }, body: "<UnknownOperationException/>" };
}
