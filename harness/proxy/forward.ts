import { type Agent, type ClientRequest, type IncomingMessage, request as requestHttp, type ServerResponse } from "node:http";
import { request as requestHttps } from "node:https";
import { longestAnswer } from "../clients/client.ts";
import { endToEnd, recorded } from "./headers.ts";
import { type Collector, createCollector, type Passed } from "./passed.ts";

/** Where requests go on to. */
export interface Upstream {
	/** Its path, if it has one, goes before the path of each request. */
	readonly url: URL;
	/** Names the upstream in the header Host; without it the caller's goes through, which its signature covers. */
	readonly rewriteHost: boolean;
	/** Keeps the connections of one caller's connection, so that what the caller sees of reused ones is as it would be without us. */
	readonly agent: Agent;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
}

/** A session token of STS can be long, and the headers that carry it longer than node:http takes unasked. */
export const longestHeaders = 64 * 1024;

/**
 * Sends a request on and its response back, byte for byte as they come. Whoever hangs up hangs up on the other. Nothing is held back and
 * nothing tried again; what went by is told when the exchange is over.
 */
export function forward(request: IncomingMessage, response: ServerResponse, upstream: Upstream, told: (passed: Passed) => void) {
	const sentAt = upstream.now();
	const requestBody = createCollector(longestAnswer);
	const responseBody = createCollector(longestAnswer);
	let answer: IncomingMessage | undefined;
	let broken: Passed["broken"];

	const outgoing = open(request, upstream);
	outgoing.on("response", (incoming) => {
		const problem = sendHead(incoming, response);
		if (problem !== undefined) {
			broken ??= { by: "upstream", problem };
			outgoing.destroy();
			return refuse(response, upstream, problem);
		}
		answer = incoming;
		sendBack(incoming, response, responseBody, (problem) => {
			broken ??= { by: "upstream", problem };
		});
	});
	// Nobody asked for it, and node:http would leave the caller waiting.
	outgoing.on("upgrade", (_, socket) => {
		socket.destroy();
		const problem = "it switches protocols unasked";
		broken ??= { by: "upstream", problem };
		refuse(response, upstream, problem);
	});
	outgoing.on("error", (error) => {
		if (answer?.complete === true || response.destroyed) return;
		broken ??= { by: "upstream", problem: problemOf(error) };
		// Mid-answer, or on a connection that the upstream was just giving up: the caller sees what it would see without us.
		if (answer !== undefined || outgoing.reusedSocket) response.destroy();
		else refuse(response, upstream, broken.problem);
	});
	request.on("data", requestBody.take).pipe(outgoing);
	// An upstream that answers early or not at all takes no more of the body; the caller may still be sending.
	outgoing.once("close", () => request.unpipe(outgoing).resume());
	response.once("close", () => {
		if (!response.writableFinished) broken ??= { by: "caller", problem: "the connection of the caller was closed" };
		told({
			method: request.method ?? "",
			path: request.url ?? "",
			requestHeaders: recorded(request.rawHeaders),
			requestBody: requestBody.body(),
			...(answer === undefined ? {} : { response: received(answer, responseBody) }),
			...(broken === undefined ? {} : { broken }),
			sentAt,
			durationMs: upstream.now() - sentAt,
		});
	});
}

function open(request: IncomingMessage, { url, rewriteHost, agent }: Upstream): ClientRequest {
	const headers = endToEnd(request.rawHeaders).map((value, index, all) => (rewriteHost && isHost(all, index) ? url.host : value));
	const send = url.protocol === "https:" ? requestHttps : requestHttp;
	return send({
		hostname: url.hostname.replace(/^\[|\]$/g, ""),
		...(url.port === "" ? {} : { port: url.port }),
		method: request.method,
		path: `${url.pathname.replace(/\/$/, "")}${request.url ?? "/"}`,
		headers: [...headers, ...framing(request)],
		agent,
		maxHeaderSize: longestHeaders,
	});
}

/** How long the body is, where no header that goes through says so: node:http would otherwise chunk one that is not there. */
function framing({ headers, method = "" }: IncomingMessage): readonly string[] {
	if (headers["transfer-encoding"] !== undefined) return ["Transfer-Encoding", "chunked"];
	return headers["content-length"] === undefined && ["POST", "PUT", "PATCH"].includes(method) ? ["Content-Length", "0"] : [];
}

const isHost = (raw: readonly string[], index: number): boolean => index % 2 === 1 && raw[index - 1]?.toLowerCase() === "host";

/** Sends the head of an answer on, or tells why that cannot be: node:http reads statuses and characters that it does not write. */
function sendHead(incoming: IncomingMessage, response: ServerResponse): string | undefined {
	response.sendDate = false;
	try {
		response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage ?? "", endToEnd(incoming.rawHeaders));
	} catch (error) {
		return `an answer that HTTP does not have: ${error instanceof Error ? error.message : String(error)}`;
	}
	// The head of an answer is not kept until its body comes.
	response.flushHeaders();
	return undefined;
}

function sendBack(
	incoming: IncomingMessage,
	response: ServerResponse,
	body: Collector,
	brokenOff: (problem: string) => void,
): void {
	incoming.on("data", body.take).pipe(response);
	incoming.once("close", () => {
		if (incoming.complete) return;
		brokenOff("the upstream hung up in the middle of its answer");
		response.destroy();
	});
	incoming.on("error", () => response.destroy());
}

/** What a gateway answers for an upstream that does not. */
function refuse(response: ServerResponse, { url }: Upstream, problem: string): void {
	const note = `swf-conformance proxy: ${url.origin} does not answer (${problem})\n`;
	response
		.writeHead(502, "Bad Gateway", { "content-type": "text/plain; charset=utf-8", "content-length": Buffer.byteLength(note) })
		.end(note);
}

const received = ({ statusCode, rawHeaders }: IncomingMessage, body: Collector): NonNullable<Passed["response"]> => ({
	status: statusCode ?? 0,
	headers: recorded(rawHeaders),
	body: body.body(),
});

/** Several addresses of one name each fail with an error of their own. */
function problemOf(error: Error): string {
	const cause: unknown = error instanceof AggregateError ? error.errors[0] : error;
	return cause instanceof Error && cause.message !== "" ? cause.message : "no connection";
}
