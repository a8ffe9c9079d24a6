import { lookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type Found, found } from "./found.ts";

/** How long each step may take. */
const stepMilliseconds = 5_000;

/** Looks up the name of an address, connects to it and shakes hands, each told apart. Ends with the first that is bad. */
export async function examineConnection(endpoint: string): Promise<readonly Found[]> {
	const { protocol, hostname, port } = new URL(endpoint);
	const host = hostname.replace(/^\[|\]$/g, "");
	const isTls = protocol === "https:";
	const names = await examineName(host);
	if (names.found.standing === "bad") return [names.found];
	const line = await examineLine(names.addresses, port === "" ? (isTls ? 443 : 80) : Number(port));
	if (line.socket === undefined) return [names.found, line.found];
	try {
		if (!isTls) return [names.found, line.found, found("tls", "fine", "not used: what is sent can be read on the way")];
		return [names.found, line.found, await examineHandshake(line.socket, host)];
	} finally {
		line.socket.destroy();
	}
}

async function examineName(host: string): Promise<{ readonly addresses: readonly string[]; readonly found: Found }> {
	if (isIP(host) !== 0) return { addresses: [host], found: found("dns", "fine", "not used: the address is a number") };
	const looked = await within(lookup(host, { all: true })).catch(codeOf);
	if (typeof looked === "string") return { addresses: [], found: found("dns", "bad", `${host} is not found (${looked})`) };
	const addresses = looked.map(({ address }) => address);
	return { addresses, found: found("dns", "fine", `${host} is ${addresses.slice(0, 4).join(", ")}`) };
}

async function examineLine(
	addresses: readonly string[],
	port: number,
): Promise<{ readonly socket?: Socket; readonly found: Found }> {
	const refusals: string[] = [];
	for (const host of addresses) {
		const socket = connectTcp({ host, port });
		const began = performance.now();
		const problem = await within(event(socket, "connect")).then(() => undefined, codeOf);
		if (problem === undefined) {
			const more = refusals.length === 0 ? "" : `; before it ${refusals.join(", ")}`;
			return {
				socket,
				found: found("tcp", "fine", `port ${port} of ${host} in ${Math.round(performance.now() - began)} ms${more}`),
			};
		}
		socket.destroy();
		refusals.push(`${host}: ${problem}`);
	}
	return { found: found("tcp", "bad", `nobody takes a connection at port ${port} (${refusals.join(", ")})`) };
}

async function examineHandshake(socket: Socket, host: string): Promise<Found> {
	const secure = connectTls({ socket, ...(isIP(host) === 0 ? { servername: host } : {}), host });
	try {
		const problem = await within(event(secure, "secureConnect")).then(() => undefined, codeOf);
		if (problem !== undefined) return found("tls", "bad", `no handshake that can be trusted (${problem})`);
		return found("tls", "fine", `${secure.getProtocol()}, certificate until ${secure.getPeerCertificate().valid_to}`);
	} finally {
		secure.destroy();
	}
}

/** Resolves with an event and rejects with an error. */
const event = (socket: Socket, name: string): Promise<void> =>
	new Promise((resolve, reject) => {
		socket.once(name, () => resolve());
		socket.on("error", reject);
	});

/** Rejects where it takes too long. */
async function within<Value>(pending: Promise<Value>): Promise<Value> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`no answer within ${stepMilliseconds / 1000} s`)), stepMilliseconds);
	});
	return Promise.race([pending, late]).finally(() => clearTimeout(timer));
}

const codeOf = (error: unknown): string =>
	error instanceof Error ? ("code" in error ? String(error.code) : error.message) : String(error);
