import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, createServer as createPlainServer, type Server as PlainServer, type Socket } from "node:net";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";
import { generate } from "selfsigned";
import type { Listen } from "./behaviour.ts";

const portOf = (server: PlainServer): number => (server.address() as AddressInfo).port;

/** Listens on a free port. @param host an address of this machine */
export async function listenOn(server: PlainServer, host = "127.0.0.1", scheme = "http") {
	const sockets = new Set<Socket>();
	server.on("connection", (socket: Socket) => {
		sockets.add(socket);
		socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
	});
	await once(server.listen(0, host), "listening");
	return {
		url: `${scheme}://${host.includes(":") ? `[${host}]` : host}:${portOf(server)}`,
		close: () => {
			server.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}

/** Takes connections and does this with each; speaks no HTTP. */
export const onConnection =
	(act: (socket: Socket) => void, scheme = "http"): Listen =>
	() =>
		listenOn(createPlainServer(act), "127.0.0.1", scheme);

/** A port where nobody listens. */
export const refusing: Listen = async () => {
	const listener = await listenOn(createPlainServer());
	listener.close();
	return listener;
};

export const onIpv6: Listen = (server) => listenOn(server, "::1");

/** TLS with this certificate, which nobody has reason to trust. */
export const behindTls =
	(subject: string, notAfter: Date, more: TlsOptions = {}): Listen =>
	async (server: Server) => {
		const { private: key, cert } = await generate([{ name: "commonName", value: subject }], {
			notBeforeDate: new Date(notAfter.getTime() - 86_400_000),
			notAfterDate: notAfter,
		});
		const tls = createTlsServer({ key, cert, ...more }, (socket) => server.emit("connection", socket));
		tls.on("tlsClientError", () => undefined);
		return listenOn(tls, "127.0.0.1", "https");
	};

/** The address says TLS, and the port speaks plain HTTP. */
export const plainWhereTlsIsSaid: Listen = (server) => listenOn(server, "127.0.0.1", "https");

/** The address says plain HTTP, and the port speaks TLS. */
export const tlsWherePlainIsSaid: Listen = async (server) => {
	const { url, close } = await behindTls("localhost", new Date(Date.now() + 86_400_000))(server);
	return { url: url.replace("https:", "http:"), close };
};
