import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Credentials } from "../clients/client.ts";
import { verifySignature } from "../mocks/verify-signature.ts";
import type { Probe, Reply, SentRequest } from "./observation.ts";

export const region = "us-east-1";
export const credentials: Credentials & { readonly sessionToken: string } = {
	accessKeyId: "AKIDSDKGATE",
	secretAccessKey: "the secret of the recording endpoint",
	sessionToken: "the session token of the recording endpoint",
};

/** An HTTP server on the loopback interface that answers by a script and keeps what arrives. */
export interface RecordingEndpoint {
	readonly url: string;
	/** Forgets what was, and answers by this script from now on. */
	begin(replies: Probe["replies"]): void;
	/** What arrived since, in order; what has not arrived whole by now never does. */
	arrived(): Promise<readonly SentRequest[]>;
	close(): Promise<void>;
}

export async function openRecordingEndpoint(): Promise<RecordingEndpoint> {
	let replies: Probe["replies"] = [];
	let requests: Promise<SentRequest>[] = [];
	let connections = new Map<Socket, number>();
	const server = createServer((incoming, response) => {
		const known = connections.get(incoming.socket) ?? connections.size + 1;
		connections.set(incoming.socket, known);
		const reply = replies[Math.min(requests.length, replies.length - 1)] ?? "reset";
		const now = Date.now();
		requests.push(
			bodyOf(incoming).then((body) => {
				if (incoming.complete) send(reply, response);
				return sentRequest(incoming, body, known, now);
			}),
		);
	});
	server.keepAliveTimeout = 60_000;
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	return {
		url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
		begin: (script) => {
			replies = script;
			requests = [];
			connections = new Map();
		},
		arrived: () => {
			server.closeAllConnections();
			return Promise.all(requests);
		},
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
	};
}

/** All of it, or what came before the build broke off. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of incoming) chunks.push(chunk as Buffer);
	} catch (error) {
		if (incoming.complete) throw error;
	}
	return Buffer.concat(chunks);
}

function send(reply: Reply, response: ServerResponse): void {
	if (reply === "reset") {
		response.socket?.resetAndDestroy();
	} else if (reply === "cut") {
		response.writeHead(200, { date: httpDate(0), "content-length": 100 }).write('{"', () => response.destroy());
	} else {
		const { status, headers, body, clockAhead = 0 } = reply;
		const date = httpDate(clockAhead);
		const length = { "content-length": Buffer.byteLength(body) };
		response.writeHead(status, { date, "x-amzn-requestid": "request-1", "content-type": contentType, ...headers, ...length });
		response.end(body);
	}
}

/** By the clock of the process, which may stand still; the server's own does not. */
const httpDate = (secondsAhead: number): string => new Date(Date.now() + secondsAhead * 1000).toUTCString();

const contentType = "application/x-amz-json-1.0";

async function sentRequest(incoming: IncomingMessage, bytes: Buffer, connection: number, now: number): Promise<SentRequest> {
	const text = bytes.toString("utf8");
	const body = Buffer.from(text).equals(bytes) ? text : `not UTF-8: ${bytes.toString("hex")}`;
	const raw = incoming.rawHeaders;
	const headers = raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : []));
	const signed = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
	const date = signedAt(signed.get("x-amz-date") ?? "");
	const { sessionToken } = credentials;
	const door = { region, principals: [{ ...credentials, sessionToken, name: "gate", policy: { Statement: [] } }] };
	const request = { path: incoming.url ?? "", headers: signed, body: text };
	const found = await verifySignature(door, request, date);
	return {
		line: `${incoming.method} ${incoming.url} HTTP/${incoming.httpVersion}`,
		headers: headers.map(([name, value]) => [name, plainHeader(name.toLowerCase(), value, bytes)]),
		body,
		signature: found.kind === "caller" ? "valid" : `${found.fault.type}: ${found.fault.message}`,
		clockOffsetSeconds: Math.round((date.getTime() - now) / 1000),
		connection,
	};
}

const signedAt = (basic: string): Date =>
	new Date(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));

/** What differs between any two requests, by a word for what it rightly is; what it wrongly is stays. */
const plainHeaders: Readonly<Record<string, (value: string, body: Buffer) => string>> = {
	host: (value) => value.replace(/^127\.0\.0\.1:\d+$/, "<endpoint>"),
	"amz-sdk-invocation-id": (value) => (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) ? "<uuid>" : value),
	"x-amz-date": (value) => (/^\d{8}T\d{6}Z$/.test(value) ? "<date>" : value),
	"content-length": (value, body) => (value === String(body.length) ? "<length of the body>" : value),
	"x-amz-content-sha256": (value, body) =>
		value === createHash("sha256").update(body).digest("hex") ? "<hash of the body>" : value,
	authorization: (value) => value.replace(/\/\d{8}\//, "/<day>/").replace(/Signature=[\da-f]{64}$/, "Signature=<signature>"),
};

const plainHeader = (name: string, value: string, body: Buffer): string => plainHeaders[name]?.(value, body) ?? value;
