import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { json, type Loopback, openLoopback } from "../fixtures/loopback.ts";
import type { RawRequest } from "./raw.ts";
import { rawRequest, wireClients } from "./wire.ts";

const kind = wireClients();
afterAll(() => kind.dispose());
let server: Loopback;
beforeEach(async () => {
	server = await openLoopback(() => json({}));
});
afterEach(() => server.close());

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "canary-secret-key", sessionToken: "canary-session-token" };

async function sent(change: Partial<RawRequest>) {
	const client = kind.raw({ endpoint: server.url, region: "eu-west-1", credentials });
	const plain = rawRequest("ListDomains", "{}");
	const request = { ...plain, ...change, headers: { ...plain.headers, ...change.headers } };
	const { request: recorded } = await client(request, { signal: new AbortController().signal });
	const [asked] = server.asked;
	return { headers: asked?.headers ?? {}, recorded };
}

describe("a raw request", () => {
	test("is a right one unless something is said", async () => {
		const { headers } = await sent({});
		expect(headers).toMatchObject({
			"content-type": "application/x-amz-json-1.0",
			"content-length": "2",
			"x-amz-target": "SimpleWorkflowService.ListDomains",
			"x-amz-security-token": "canary-session-token",
			authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/swf\/aws4_request, /),
		});
	});

	test("leaves headers out, or has others, and signs what it has", async () => {
		const { headers } = await sent({ headers: { "content-type": null, "x-amz-target": null, "x-more": "1" } });
		expect(headers).not.toHaveProperty("content-type");
		expect(headers).not.toHaveProperty("x-amz-target");
		expect(headers["x-more"]).toBe("1");
		expect(headers.authorization).toMatch(/SignedHeaders=[a-z0-9;-]*x-more/);
		expect(headers.authorization).not.toMatch(/SignedHeaders=[a-z0-9;-]*content-type/);
	});

	test("has a signature of another's making, or none", async () => {
		expect((await sent({ headers: { authorization: "Basic eA==" } })).headers.authorization).toBe("Basic eA==");
	});

	test("is not signed where that is asked for", async () => {
		const { headers } = await sent({ signing: false });
		expect(
			Object.keys(headers).filter((name) => /^(authorization|x-amz-(date|content-sha256|security-token))$/.test(name)),
		).toEqual([]);
	});

	test("is signed with another key, region and service", async () => {
		const { headers } = await sent({ signing: { accessKeyId: "OTHER", region: "mars-1", service: "sqs", sessionToken: "t" } });
		expect(headers.authorization).toMatch(/Credential=OTHER\/\d{8}\/mars-1\/sqs\/aws4_request/);
		expect(headers["x-amz-security-token"]).toBe("t");
	});

	test("is dated back", async () => {
		const { headers } = await sent({ signing: { ago: 86_400 * 365 } });
		const year = new Date(Date.now() - 86_400_000 * 365).getUTCFullYear();
		expect(headers["x-amz-date"]).toMatch(new RegExp(`^${year}\\d{4}T`));
	});

	test("is sent with another body than was signed, whole all the same", async () => {
		const { headers } = await sent({ body: '{"a":1}', signing: { body: "{}" } });
		const right = await sent({ body: '{"a":1}' });
		expect(headers["content-length"]).toBe("7");
		expect(headers["x-amz-content-sha256"]).not.toBe(server.asked[1]?.headers["x-amz-content-sha256"]);
		expect(right.recorded.body).toBe('{"a":1}');
	});

	test("is recorded without secrets", async () => {
		const { recorded } = await sent({});
		expect(JSON.stringify(recorded)).not.toContain("canary");
	});
});
