import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { RegisterDomainCommand, SWFClient } from "@aws-sdk/client-swf";
import { afterEach, describe, expect, test } from "vitest";
import { serveModel } from "../mocks/serve.ts";
import type { Passed } from "./passed.ts";
import { openProxy, type ProxyServer } from "./proxy.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

type Answer = (incoming: IncomingMessage, response: ServerResponse) => void;

async function upstream(answer: Answer): Promise<URL> {
	const server = createServer({ keepAliveTimeout: 60_000 }, answer).listen(0, "127.0.0.1");
	await once(server, "listening");
	closing.push(() => {
		server.close();
		server.closeAllConnections();
	});
	return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

async function through(
	url: URL,
	rewriteHost = false,
): Promise<{ proxy: ProxyServer; passed: Passed[]; next: () => Promise<Passed> }> {
	const passed: Passed[] = [];
	const waiting: ((told: Passed) => void)[] = [];
	const told = (each: Passed) => {
		passed.push(each);
		for (const tell of waiting.splice(0)) tell(each);
	};
	const proxy = await openProxy({ url, rewriteHost, port: 0, host: "127.0.0.1", now: () => performance.now(), told });
	closing.push(proxy.close);
	return { proxy, passed, next: () => new Promise((tell) => waiting.push(tell)) };
}

/** Something that happens once, to wait for. */
function signal<Value>() {
	let give: (value: Value) => void = () => undefined;
	const given = new Promise<Value>((resolve) => {
		give = resolve;
	});
	return { given, give: (value: Value) => give(value) };
}

const bodyOf = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks);
};

/** Sends these bytes and returns all that comes back until the connection is closed. */
async function raw(url: string, text: string): Promise<string> {
	const { port } = new URL(url);
	const socket = connect(Number(port), "127.0.0.1");
	socket.write(text, "latin1");
	return (await bodyOf(socket)).toString("latin1");
}

test("a signed call reaches a server that verifies signatures, and its answer comes back", async () => {
	const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret-of-the-test" };
	const principals = [{ name: "tester", ...credentials }];
	const server = await serveModel({ port: 0, host: "127.0.0.1", clock: "wall", auth: "verify", principals });
	closing.push(server.close);
	const { proxy, next } = await through(new URL(server.url));
	const client = new SWFClient({ endpoint: proxy.url, region: "eu-west-1", credentials, maxAttempts: 1 });
	closing.push(() => client.destroy());
	const told = next();
	await client.send(new RegisterDomainCommand({ name: "d", workflowExecutionRetentionPeriodInDays: "1" }));
	expect(await told).toMatchObject({ method: "POST", path: "/", response: { status: 200 } });
});

describe("a request", () => {
	const received = async (text: string, rewriteHost = false, path = "") => {
		let seen: { headers: readonly string[]; url: string | undefined; body: Buffer } | undefined;
		const url = await upstream(async (incoming, response) => {
			seen = { headers: incoming.rawHeaders, url: incoming.url, body: await bodyOf(incoming) };
			response.end();
		});
		const { proxy } = await through(new URL(`${url.href}${path}`), rewriteHost);
		await raw(proxy.url, text);
		return { ...seen, url: seen?.url, upstream: url.host };
	};

	test("arrives with its headers as they were written, and with its bytes", async () => {
		const { headers, body, url } = await received(
			"POST /a//b?c=%41&d HTTP/1.1\r\nHost: example.test\r\nX-TWICE: 1\r\nx-twice: 2\r\nX-Once: a\r\nConnection: close, x-once\r\nContent-Length: 4\r\n\r\n\xff\x00\xfe\x41",
		);
		expect(url).toBe("/a//b?c=%41&d");
		expect(body).toEqual(Buffer.from([0xff, 0x00, 0xfe, 0x41]));
		expect(headers?.slice(0, 8)).toEqual(["Host", "example.test", "X-TWICE", "1", "x-twice", "2", "Content-Length", "4"]);
		expect(headers).not.toContain("X-Once");
	});

	test("that is chunked arrives chunked, and one without a body has none", async () => {
		const chunked = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
		const { headers, body } = await received(chunked);
		expect([headers?.map((each) => each.toLowerCase()), body?.toString()]).toEqual([expect.arrayContaining(["chunked"]), "abc"]);
		const bare = await received("POST / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
		expect([bare.headers?.map((each) => each.toLowerCase()), bare.body?.toString()]).toEqual([
			expect.not.arrayContaining(["transfer-encoding"]),
			"",
		]);
	});

	test("goes below the path of the upstream, under its name if that is asked for", async () => {
		const {
			headers,
			url,
			upstream: host,
		} = await received("GET /x HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", true, "base/");
		expect([url, headers?.slice(0, 2)]).toEqual(["/base/x", ["Host", host]]);
	});
});

describe("a response", () => {
	test("comes back with its status, headers and bytes, and with nothing added", async () => {
		const url = await upstream((_, response) => {
			response.sendDate = false;
			response
				.writeHead(418, "As It Is", ["X-Kept", "1", "x-kept", "2", "Content-Length", "3", "Keep-Alive", "timeout=9"])
				.end(Buffer.from([0xff, 0, 0x41]));
		});
		const { proxy } = await through(url);
		expect(await raw(proxy.url, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")).toBe(
			"HTTP/1.1 418 As It Is\r\nX-Kept: 1\r\nx-kept: 2\r\nContent-Length: 3\r\nConnection: close\r\n\r\n\xff\0A",
		);
	});

	test("comes piece by piece, before its end is known", async () => {
		let finish: (() => void) | undefined;
		const url = await upstream((_, response) => {
			response.write("first");
			finish = () => response.end("last");
		});
		const { proxy, next } = await through(url);
		const [response] = (await once(request(proxy.url).end(), "response")) as [IncomingMessage];
		const [piece] = await once(response, "data");
		expect(String(piece)).toBe("first");
		const told = next();
		finish?.();
		expect((await bodyOf(response)).toString()).toBe("last");
		expect((await told).response?.body).toEqual({ text: "firstlast", size: 9, isWhole: true });
	});

	test("longer than any answer goes through whole and is not kept", async () => {
		const size = 17 * 1024 * 1024;
		const url = await upstream((_, response) => void response.end(Buffer.alloc(size, "x")));
		const { proxy, next } = await through(url);
		const told = next();
		const [response] = (await once(request(proxy.url).end(), "response")) as [IncomingMessage];
		expect((await bodyOf(response)).length).toBe(size);
		expect((await told).response?.body).toEqual({ text: "", size, isWhole: false });
	});
});

describe("hanging up", () => {
	test("on a long poll hangs up on the upstream", async () => {
		const arrival = signal<ServerResponse>();
		const url = await upstream((_, response) => arrival.give(response));
		const { proxy, next } = await through(url);
		const told = next();
		const polling = request(proxy.url).end();
		polling.on("error", () => undefined);
		const held = await arrival.given;
		polling.destroy();
		await once(held, "close");
		expect(held.writableFinished).toBe(false);
		expect(await told).toMatchObject({ broken: { by: "caller" } });
	});

	test("in the middle of an answer hangs up on the caller", async () => {
		const url = await upstream((_, response) => {
			response.writeHead(200, { "content-length": 100 });
			response.write("half", () => response.destroy());
		});
		const { proxy, next } = await through(url);
		const told = next();
		const [response] = (await once(request(proxy.url).end(), "response")) as [IncomingMessage];
		await expect(bodyOf(response)).rejects.toThrow("aborted");
		expect(await told).toMatchObject({ broken: { by: "upstream", problem: expect.stringContaining("middle") } });
	});

	test("before an answer, on a connection used before, hangs up on the caller", async () => {
		let calls = 0;
		const url = await upstream((incoming, response) => {
			calls += 1;
			if (calls === 2) incoming.socket.destroy();
			else response.end();
		});
		const { proxy, passed } = await through(url);
		const socket = connect(Number(new URL(proxy.url).port), "127.0.0.1");
		socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
		expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1\.1 200/);
		socket.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
		expect((await bodyOf(socket)).toString()).toBe("");
		expect(passed.map(({ broken }) => broken?.by)).toEqual([undefined, "upstream"]);
	});
});

describe("an upstream", () => {
	const answered = async (url: URL) => {
		const { proxy, next } = await through(url);
		const told = next();
		const response = await fetch(proxy.url, { method: "POST", body: "{}" });
		return { status: response.status, text: await response.text(), passed: await told };
	};

	test("that does not listen is told with 502 and a note", async () => {
		const { port } = await upstream(() => undefined);
		await closing.pop()?.();
		const { status, text, passed } = await answered(new URL(`http://127.0.0.1:${port}`));
		expect([status, text]).toEqual([
			502,
			expect.stringMatching(/^swf-conformance proxy: http:\S+ does not answer \(.*ECONNREFUSED/),
		]);
		expect(passed).toMatchObject({ broken: { by: "upstream", problem: expect.stringContaining("ECONNREFUSED") } });
		expect(passed.response).toBeUndefined();
	});

	test.each([
		["099", "HTTP/1.1 099 None\r\nContent-Length: 0\r\n\r\n", "Invalid status code: 99"],
		["of switched protocols", "HTTP/1.1 101 S\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", "switches protocols unasked"],
		["of control characters", "HTTP/1.1 200 a\u0000b\r\nContent-Length: 0\r\n\r\n", "Invalid character in statusMessage"],
	])("that answers with a status %s is told with 502, and the proxy goes on", async (_, answer, problem) => {
		const url = await upstream((incoming) => void incoming.socket.end(answer));
		const { status, text, passed } = await answered(url);
		expect([status, text]).toEqual([502, expect.stringContaining(problem)]);
		expect(passed).toMatchObject({ broken: { by: "upstream", problem: expect.stringContaining(problem) } });
	});

	test("behind https is spoken to in TLS", async () => {
		const { host } = await upstream(() => undefined);
		expect((await answered(new URL(`https://${host}`))).text).toMatch(/does not answer \(.*(SSL|TLS)/i);
	});
});

test("closing ends polls that are held, and tells of them", async () => {
	const arrival = signal<void>();
	const url = await upstream(() => arrival.give());
	const { proxy, passed } = await through(url);
	const polling = request(proxy.url).end();
	polling.on("error", () => undefined);
	await arrival.given;
	await proxy.close();
	expect(passed).toMatchObject([{ broken: { by: "caller" } }]);
});
