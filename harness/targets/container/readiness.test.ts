import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { parseReadiness, readinessText, untilReady } from "./readiness.ts";

test.each(["port", "log:Ready: 1", "http:/health?deep=1"])("%s is read, and written the same", (text) => {
	const readiness = parseReadiness(text);
	expect(readiness && readinessText(readiness)).toBe(text);
});

test.each(["", "ports", "log:", "http:", "http:health", "tcp:/x"])("%j is none", (text) => {
	expect(parseReadiness(text)).toBeUndefined();
});

const server = createServer();
afterEach(() => {
	server.removeAllListeners("request").close();
});

/** Answers with these statuses in turn, 0 for a connection that is cut; tells the paths that were asked for. */
async function answering(...statuses: readonly number[]) {
	const paths: string[] = [];
	server.on("request", (request, response) => {
		paths.push(request.url ?? "");
		const status = statuses[paths.length - 1] ?? 200;
		if (status === 0) request.socket.destroy();
		else response.writeHead(status, { location: "/elsewhere" }).end();
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	return { paths, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const never = new Promise<void>(() => undefined);
const { signal } = new AbortController();

test("a port is ready at the first answer, whatever its status, not at a connection that is accepted and cut", async () => {
	const { address, paths } = await answering(0, 0, 404);
	await untilReady({ kind: "port" }, address, never, signal);
	expect(paths).toEqual(["/", "/", "/"]);
});

test("a path is ready at an answer of status 2xx, and no redirect is followed", async () => {
	const { address, paths } = await answering(503, 302, 204);
	await untilReady({ kind: "http", path: "/health?deep=1" }, address, never, signal);
	expect(paths).toEqual(["/health?deep=1", "/health?deep=1", "/health?deep=1"]);
});

test("a log is ready when the text was heard, and not at an answer", async () => {
	const { address, paths } = await answering();
	await untilReady({ kind: "log", text: "Ready" }, address, Promise.resolve(), signal);
	expect(paths).toEqual([]);
});

test("waiting ends with the reason of the signal", async () => {
	const { address } = await answering(...Array.from({ length: 100 }, () => 503));
	const interrupt = new AbortController();
	server.once("request", () => interrupt.abort(new Error("enough")));
	await expect(untilReady({ kind: "http", path: "/" }, address, never, interrupt.signal)).rejects.toThrow(/enough|aborted/);
});
