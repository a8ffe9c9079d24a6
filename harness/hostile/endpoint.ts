import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isJsonObject } from "../../specs/wire/json.ts";
import { parse } from "../checks/contract/read-reply.ts";
import { answerHttp } from "../mocks/http.ts";
import { createService, type Service } from "../mocks/service.ts";
import type { Act, Asked, Behaviour, Line } from "./behaviour.ts";
import { listenOn } from "./listening.ts";

/** An endpoint that misbehaves in one way, with the reference model behind it. */
export interface HostileEndpoint {
	readonly url: string;
	/** Connections that arrived at the other host, to which answers point. There must be none. */
	readonly followed: () => number;
	/** Headers of the kit's that no client of SWF has reason to send, as cookies that were set. There must be none. */
	readonly betrayed: () => readonly string[];
	readonly close: () => void;
}

const spared: Readonly<Record<NonNullable<Behaviour["spares"]>, (operation: string) => boolean>> = {
	nothing: () => false,
	look: (operation) => operation === "ListDomains",
	fixtures: (operation) => operation === "ListDomains" || operation.startsWith("Register"),
};

export async function openHostile({ act, listen = listenOn, spares = "fixtures" }: Behaviour): Promise<HostileEndpoint> {
	const service = createService({ clock: "wall" });
	let followed = 0;
	const other = createServer((_, response) => void response.end("{}")).on("connection", () => {
		followed += 1;
	});
	const elsewhere = await listenOn(other);
	const betrayed: string[] = [];
	let count = 0;
	const server = createServer(async (incoming, response) => {
		if (incoming.headers.cookie !== undefined) betrayed.push(`cookie: ${incoming.headers.cookie}`);
		const asked = await receive(incoming, response, service);
		const line = lineOf(response, elsewhere.url);
		if (act === undefined || spared[spares](asked.operation)) return line.send(await asked.honest());
		count += 1;
		await act({ ...asked, number: count }, line);
	});
	const listener = await listen(server);
	return {
		url: listener.url,
		followed: () => followed,
		betrayed: () => betrayed,
		close: () => {
			service.close();
			listener.close();
			elsewhere.close();
			server.closeAllConnections();
		},
	};
}

async function receive(incoming: IncomingMessage, response: ServerResponse, service: Service): Promise<Omit<Asked, "number">> {
	const chunks: Buffer[] = [];
	for await (const chunk of incoming) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks).toString();
	const hangUp = new AbortController();
	response.once("close", () => hangUp.abort());
	const input = parse(body);
	const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
	return {
		operation: String(headers["x-amz-target"]).split(".")[1] ?? "",
		input: isJsonObject(input) ? input : {},
		headers,
		honest: () => answerHttp(service, { headers, body, signal: hangUp.signal }),
	};
}

function lineOf(response: ServerResponse, elsewhere: string): Line {
	const socket = response.socket;
	return {
		response,
		elsewhere,
		send: ({ status, headers = {}, body }) => {
			const length = status === 204 || status === 304 ? {} : { "content-length": Buffer.byteLength(body) };
			response.writeHead(status, { ...headers, ...length } as never).end(body);
		},
		raw: (bytes) => void socket?.write(bytes),
		end: () => void socket?.end(),
		reset: () => void socket?.resetAndDestroy(),
		forever: (bytes, milliseconds) => {
			if (milliseconds > 0) {
				const timer = setInterval(() => socket?.write(bytes), milliseconds);
				socket?.once("close", () => clearInterval(timer));
				return;
			}
			// A little each turn: whoever else lives in this process gets its own.
			const more = () => {
				if (socket === null || socket.destroyed) return;
				for (let turn = 0; turn < 8; turn += 1) if (!socket.write(bytes)) return;
				setImmediate(more);
			};
			socket?.on("drain", more);
			more();
		},
	};
}

/** The model's own answer, with its JSON changed; faults and empty answers are left as they are. */
export const changing =
	(change: (text: string, asked: Asked) => string | Uint8Array): Act =>
	async (asked, { send }) => {
		const { status, headers, body } = await asked.honest();
		send({ status, headers, body: status === 200 && body !== "" ? change(body, asked) : body });
	};
