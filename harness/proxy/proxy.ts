import { Agent, createServer, type Server } from "node:http";
import { Agent as TlsAgent } from "node:https";
import type { Socket } from "node:net";
import { forward, longestHeaders, type Upstream } from "./forward.ts";
import type { Passed } from "./passed.ts";

export interface ProxyOptions extends Omit<Upstream, "agent"> {
	/** 0 takes a free one. */
	readonly port: number;
	readonly host: string;
	/** Told of each request once it is over. */
	readonly told: (passed: Passed) => void;
}

/** A proxy that listens. */
export interface ProxyServer {
	readonly url: string;
	/** Takes no more requests, gives those under way a moment to be answered, and ends. */
	readonly close: () => Promise<void>;
}

/** Long polls under way are not waited for to their end. */
const drainMilliseconds = 2_000;
/** Longer than clients keep a connection, so that it is theirs to end. */
const keepAliveMilliseconds = 75_000;

/** Listens, and sends every request on. */
export async function openProxy({ port, host, told, ...upstream }: ProxyOptions): Promise<ProxyServer> {
	const agents = new WeakMap<Socket, Agent>();
	// A request may take as long as its caller likes: it is the upstream's to end it.
	const settings = { keepAliveTimeout: keepAliveMilliseconds, requestTimeout: 0, maxHeaderSize: longestHeaders };
	const underWay = new Set<Promise<void>>();
	const server = createServer(settings, (request, response) => {
		if (!server.listening) response.setHeader("connection", "close");
		const agent = agents.get(request.socket) ?? agentFor(request.socket);
		const exchange = new Promise<void>((over) => {
			forward(request, response, { ...upstream, agent }, (passed) => {
				told(passed);
				over();
			});
		}).finally(() => underWay.delete(exchange));
		underWay.add(exchange);
	});

	function agentFor(socket: Socket): Agent {
		const agent = new (upstream.url.protocol === "https:" ? TlsAgent : Agent)({ keepAlive: true, maxSockets: 1 });
		agents.set(socket, agent);
		socket.once("close", () => agent.destroy());
		return agent;
	}

	await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
	return {
		url: `http://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}`,
		close: async () => {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			const timer = setTimeout(() => server.closeAllConnections(), drainMilliseconds);
			await Promise.all(underWay);
			clearTimeout(timer);
			server.closeAllConnections();
			await closed;
		},
	};
}

function portOf(server: Server): number {
	const address = server.address();
	if (typeof address !== "object" || address === null) throw new Error("a server that listens has a port");
	return address.port;
}
