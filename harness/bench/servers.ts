import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { takesConnections } from "./lean-client.ts";

/** A server in a process of its own, so that it has a core to itself. */
export interface Server {
	readonly name: string;
	readonly port: number;
	readonly stop: () => Promise<void>;
}

const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
const motoServer = fileURLToPath(new URL("../../../.ci/moto-server", import.meta.url));
const limits = JSON.stringify({ openExecutionsPerDomain: 1_000_000 });

/** The model behind `serve`. */
export const startServe = (): Promise<Server> =>
	start("serve", (port) => spawn(process.execPath, [cli, "serve", "--port", `${port}`, "--limits", limits], { stdio: "ignore" }));

/** The pinned moto, installed first where it is not there yet. Throws when it cannot be had. */
export const startMoto = (): Promise<Server> => start("moto", (port) => spawn(motoServer, [`${port}`], { stdio: "ignore" }));

/** A server that reads requests and always answers the same: what HTTP itself costs. */
export const startBare = (): Promise<Server> =>
	start("bare", (port) => spawn(process.execPath, ["--input-type=module", "--eval", bare, `${port}`], { stdio: "ignore" }));

const bare = `
import { createServer } from "node:http";
createServer((request, response) => {
	const chunks = [];
	request.on("data", (chunk) => chunks.push(chunk));
	request.on("end", () => response.writeHead(200, { "content-length": 2 }).end("{}"));
}).listen(Number(process.argv[1]), "127.0.0.1");`;

/** Installing moto is part of its first start. */
const patience = 120_000;

async function start(name: string, launch: (port: number) => ChildProcess): Promise<Server> {
	const port = await freePort();
	const child = launch(port);
	const ended = new Promise<string>((resolve) => {
		child.once("error", ({ message }) => resolve(message));
		child.once("exit", (code) => resolve(`it ended with ${code}`));
	});
	const until = Date.now() + patience;
	const stop = async () => {
		child.kill();
		await ended;
	};
	while (!(await takesConnections(port))) {
		const end = await Promise.race([ended, pause(50)]);
		if (end !== undefined) throw new Error(end);
		if (Date.now() < until) continue;
		await stop();
		throw new Error(`it took no connection within ${patience / 1000} s`);
	}
	return { name, port, stop };
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return typeof address === "object" && address !== null ? address.port : 0;
}
