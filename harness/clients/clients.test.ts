import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import type { Client } from "./client.ts";
import { sdkClients, sdkClientsIn } from "./sdk.ts";
import { wireClients } from "./wire.ts";

const kinds = [wireClients(), sdkClients(), sdkClientsIn("node_modules")];
afterAll(() => {
	for (const kind of kinds) kind.dispose();
});

let server: Loopback | undefined;
afterEach(() => server?.close());

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "canary-secret-key", sessionToken: "canary-session-token" };

async function sent(
	kind: (typeof kinds)[number],
	replyTo: (request: Request) => Reply | Promise<Reply>,
	until?: AbortController,
) {
	server = await openLoopback(replyTo);
	const client: Client = kind.connect({ endpoint: server.url, region: "eu-west-1", credentials });
	const signal = (until ?? new AbortController()).signal;
	return client.send("DescribeDomain", { name: "d" }, { signal });
}

describe.each(kinds.map((kind) => [kind.name, kind] as const))("the client %s", (_, kind) => {
	test("sends what it was given, signed for the region, and records both sides", async () => {
		const { request, response, outcome } = await sent(kind, () => json({ domainInfo: { name: "d", status: "REGISTERED" } }));
		expect(server?.asked[0]).toMatchObject({ operation: "DescribeDomain", input: { name: "d" } });
		expect(server?.asked[0]?.headers["authorization"]).toMatch(
			/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/swf\/aws4_request/,
		);
		expect(JSON.parse(request.body)).toEqual({ name: "d" });
		expect(response).toMatchObject({ status: 200, body: '{"domainInfo":{"name":"d","status":"REGISTERED"}}' });
		expect(outcome).toEqual({ kind: "answer", output: { domainInfo: { name: "d", status: "REGISTERED" } } });
	});

	test("sends once, also when the answer is a crash or a request to slow down", async () => {
		await sent(kind, () => json({ __type: "ThrottlingException" }, 400));
		expect(server?.asked).toHaveLength(1);
		await server?.close();
		await sent(kind, () => ({ status: 500, body: "" }));
		expect(server?.asked).toHaveLength(1);
	});

	test("names a fault as SWF names it", async () => {
		const { outcome } = await sent(kind, () =>
			json({ __type: "com.amazonaws.swf.base.model#UnknownResourceFault", message: "Unknown domain: d" }, 400),
		);
		expect(outcome).toEqual({ kind: "fault", type: "UnknownResourceFault", message: "Unknown domain: d" });
	});

	test.each<readonly [string, Reply, string]>([
		["HTML", { status: 200, body: "<html>hello</html>" }, "garbage"],
		["a page of an error", { status: 502, body: "<html>Bad Gateway</html>" }, "garbage"],
		["bytes that are no text", { status: 200, body: Buffer.from([0xff, 0xfe, 0x00, 0x80]) }, "garbage"],
		["JSON cut off", { status: 200, body: '{"domainInfo":' }, "garbage"],
		["a redirection", { status: 302, body: "", headers: { location: "http://127.0.0.1:1/" } }, "garbage"],
		["a closed connection", "close", "transport"],
		["half an answer", "cut", "transport"],
		["no HTTP", "noise", "transport"],
		["an endless answer", "endless", "garbage"],
	])("makes of %s what it is and does not throw", async (_name, reply, outcome) => {
		const result = await sent(kind, () => reply);
		expect(result.outcome.kind).toBe(outcome);
		expect(() => JSON.stringify(result)).not.toThrow();
	});

	test("survives nesting without end", async () => {
		const body = `{"domainInfo":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`;
		const result = await sent(kind, () => ({ status: 200, body }));
		expect(() => JSON.stringify(result)).not.toThrow();
	});

	test("reads 3 MB", async () => {
		const name = "x".repeat(3_000_000);
		const { outcome } = await sent(kind, () => json({ domainInfo: { name, status: "REGISTERED" } }));
		expect(outcome.kind).toBe("answer");
	});

	test.each<Reply>(["hang", "stall"])("gives up at its deadline where a target would %s, and says why", async (reply) => {
		const until = new AbortController();
		const { outcome } = await sent(
			kind,
			() => {
				setImmediate(() => until.abort(new Error("no answer within 10 s")));
				return reply;
			},
			until,
		);
		expect(outcome).toEqual({ kind: "transport", problem: "no answer within 10 s" });
	});

	test("gives up at its deadline where a target switches protocols and leaves", async () => {
		const until = new AbortController();
		const switching = createServer((socket) => {
			socket.once("data", () => socket.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"));
			socket.once("close", () => until.abort(new Error("no answer within 10 s")));
		});
		await once(switching.listen(0, "127.0.0.1"), "listening");
		const { port } = switching.address() as AddressInfo;
		const client = kind.connect({ endpoint: `http://127.0.0.1:${port}`, region: "r", credentials });
		const { outcome } = await client.send("DescribeDomain", { name: "d" }, { signal: until.signal });
		switching.close();
		expect(outcome).toEqual({ kind: "transport", problem: "no answer within 10 s" });
	});

	test("does not send when its deadline has passed", async () => {
		const until = new AbortController();
		until.abort(new Error("interrupted"));
		const { outcome } = await sent(kind, () => json({}), until);
		expect(outcome).toEqual({ kind: "transport", problem: "interrupted" });
		expect(server?.asked).toEqual([]);
	});

	test("tells a refused connection by its code", async () => {
		server = await openLoopback(() => "hang");
		const endpoint = server.url;
		await server.close();
		const client = kind.connect({ endpoint, region: "r", credentials });
		const { outcome } = await client.send("DescribeDomain", { name: "d" }, { signal: new AbortController().signal });
		expect(outcome).toMatchObject({ kind: "transport", problem: expect.stringContaining("ECONNREFUSED") });
	});

	test("keeps credentials out of every record, also where a target echoes them", async () => {
		const result = await sent(kind, ({ headers }) =>
			json({ __type: "UnknownResourceFault", message: `you sent ${headers["x-amz-security-token"]} and canary-secret-key` }, 400),
		);
		expect(server?.asked[0]?.headers["x-amz-security-token"]).toBe("canary-session-token");
		expect(JSON.stringify(result)).not.toMatch(/canary/);
		expect(JSON.stringify(result)).not.toMatch(/Signature=[0-9a-f]/);
	});
});
