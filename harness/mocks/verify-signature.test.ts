import { Sha256 } from "@aws-crypto/sha256-js";
import { SWF } from "@aws-sdk/client-swf";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import { setupServer } from "msw/node";
import { afterEach, describe, expect, test } from "vitest";
import { swfHandlers } from "./handlers.ts";
import { answerHttp } from "./http.ts";
import type { FrontDoor } from "./identities.ts";
import { createService } from "./service.ts";

const anna = { name: "anna", accessKeyId: "AKIDANNA", secretAccessKey: "anna's secret" };
const door: FrontDoor = { auth: "verify", principals: [anna], region: "eu-west-1" };
const body = JSON.stringify({ registrationStatus: "REGISTERED" });

interface Signing {
	readonly accessKeyId?: string;
	readonly secretAccessKey?: string;
	readonly sessionToken?: string;
	readonly service?: string;
	readonly region?: string;
	readonly at?: number;
	readonly body?: string;
}

/** Headers of a request signed with @smithy/signature-v4. */
async function sign({ service = "swf", region = "eu-west-1", at = Date.now(), ...given }: Signing = {}) {
	const { accessKeyId = anna.accessKeyId, secretAccessKey = anna.secretAccessKey, sessionToken } = given;
	const credentials = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
	const signer = new SignatureV4({ service, region, credentials, sha256: Sha256 });
	const headers = {
		host: "swf.eu-west-1.amazonaws.com",
		"content-type": "application/x-amz-json-1.0",
		"x-amz-target": "SimpleWorkflowService.ListDomains",
	};
	const request = new HttpRequest({ method: "POST", path: "/", headers, body: given.body ?? body });
	return (await signer.sign(request, { signingDate: new Date(at) })).headers;
}

async function send(headers: Record<string, string>, given: { readonly door?: FrontDoor; readonly path?: string } = {}) {
	const service = createService({ clock: "virtual", ...(given.door ?? door) });
	const answer = await answerHttp(service, { headers, body, path: given.path ?? "/" });
	const { __type, message } = answer.status === 200 ? {} : JSON.parse(answer.body);
	return { status: answer.status, type: __type?.replace("com.amazon.coral.service#", ""), message, summary: answer.summary };
}

const withoutDate = ({ "x-amz-date": _date, ...rest }: Record<string, string>): Record<string, string> => rest;
const edited = (headers: Record<string, string>, find: RegExp, replacement: string) => ({
	...headers,
	authorization: (headers["authorization"] ?? "").replace(find, replacement),
});

describe("a verified request", () => {
	test("that is signed right is answered, and its sender is known", async () => {
		const { status, summary } = await send(await sign());
		expect([status, summary?.principal, summary?.region]).toEqual([200, "anna", "eu-west-1"]);
	});

	test("may come with a session token that is the right one", async () => {
		const withToken: FrontDoor = { ...door, principals: [{ ...anna, sessionToken: "token" }] };
		expect((await send(await sign({ sessionToken: "token" }), { door: withToken })).status).toBe(200);
		expect((await send(await sign({ sessionToken: "other" }), { door: withToken })).type).toBe("UnrecognizedClientException");
		expect((await send(await sign({ sessionToken: "token" }))).type).toBe("UnrecognizedClientException");
	});

	test.each<[string, string, RegExp, () => Promise<Record<string, string>>]>([
		["without a signature", "MissingAuthenticationTokenException", /^Request is missing/, async () => ({})],
		[
			"of the older signature version",
			"MissingAuthenticationTokenException",
			/missing/,
			async () => ({ "x-amzn-authorization": "AWS3 AWSAccessKeyId=AKIDANNA" }),
		],
		[
			"without a part of it",
			"IncompleteSignatureException",
			/requires 'Signature' parameter\. Authorization=AWS4/,
			async () => edited(await sign(), /, Signature=.*/, ""),
		],
		["without a date", "IncompleteSignatureException", /'X-Amz-Date'/, async () => withoutDate(await sign())],
		[
			"with a short scope",
			"IncompleteSignatureException",
			/5 slash-delimited/,
			async () => edited(await sign(), /\/aws4_request/, ""),
		],
		[
			"of another algorithm",
			"IncompleteSignatureException",
			/Unsupported AWS 'algorithm': 'AWS4-HMAC-MD5'/,
			async () => edited(await sign(), /^\S+/, "AWS4-HMAC-MD5"),
		],
		["with an unknown key", "UnrecognizedClientException", /security token/, () => sign({ accessKeyId: "AKIDNOBODY" })],
		["with another secret", "InvalidSignatureException", /does not match/, () => sign({ secretAccessKey: "guess" })],
		["with another body", "InvalidSignatureException", /does not match/, () => sign({ body: "{}" })],
		["for another service", "InvalidSignatureException", /correct service: 'swf'/, () => sign({ service: "sqs" })],
		["for another region", "InvalidSignatureException", /valid region, not 'us-east-1'/, () => sign({ region: "us-east-1" })],
		[
			"of long ago",
			"InvalidSignatureException",
			/^Signature expired: .* - 15 min\.\)$/,
			() => sign({ at: Date.now() - 16 * 60_000 }),
		],
		[
			"of the future",
			"InvalidSignatureException",
			/not yet current: .* \+ 5 min\.\)$/,
			() => sign({ at: Date.now() + 6 * 60_000 }),
		],
		[
			"of another day than its scope",
			"InvalidSignatureException",
			/Date in Credential scope/,
			async () => edited(await sign(), /\/\d{8}\//, "/20200101/"),
		],
	])("%s is refused with %s", async (_title, type, message, headers) => {
		const target = { "x-amz-target": "SimpleWorkflowService.ListDomains" };
		const answer = await send({ ...target, ...(await headers()) });
		expect([answer.status, answer.type]).toEqual([400, type]);
		expect(answer.message).toMatch(message);
	});

	test("is refused when a header that it covers was changed", async () => {
		const answer = await send({ ...(await sign()), host: "elsewhere" });
		expect(answer.type).toBe("InvalidSignatureException");
	});

	test("is refused when it is signed twice, in the address too", async () => {
		expect((await send(await sign(), { path: "/?X-Amz-Signature=0" })).type).toBe("InvalidSignatureException");
	});

	test("is looked at after its JSON and its operation, before its members", async () => {
		const service = createService({ clock: "virtual", ...door });
		const type = async (operation: string, text: string) =>
			JSON.parse(
				(await answerHttp(service, { headers: { "x-amz-target": `SimpleWorkflowService.${operation}` }, body: text })).body,
			).__type;
		expect(await type("ListDomains", "{")).toContain("SerializationException");
		expect(await type("Frobnicate", "{}")).toContain("UnknownOperationException");
		expect(await type("ListDomains", "{}")).toContain("MissingAuthenticationTokenException");
	});
});

describe("the SDK", () => {
	const closers: (() => void)[] = [];
	afterEach(() => {
		for (const close of closers.splice(0)) close();
	});

	const client = (secretAccessKey: string) => {
		const credentials = { accessKeyId: anna.accessKeyId, secretAccessKey };
		const swf = new SWF({ region: "eu-west-1", credentials, maxAttempts: 1 });
		closers.push(() => swf.destroy());
		return swf;
	};

	test("passes with its key and not with another", async () => {
		const server = setupServer(...swfHandlers({ service: createService({ clock: "virtual", ...door }) }));
		server.listen({ onUnhandledRequest: "error" });
		closers.push(() => server.close());
		await client(anna.secretAccessKey).registerDomain({
			name: "d",
			workflowExecutionRetentionPeriodInDays: "7",
			description: "é😀",
		});
		await expect(client("guess").listDomains({ registrationStatus: "REGISTERED" })).rejects.toMatchObject({
			name: "InvalidSignatureException",
		});
	});
});
