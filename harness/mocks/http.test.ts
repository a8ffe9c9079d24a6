import { describe, expect, test, vi } from "vitest";
import { accountOf, answerHttp, type HttpRequest, largestRequest } from "./http.ts";
import { createService } from "./service.ts";

const credential = (accessKeyId: string, region: string) =>
	`AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/${region}/swf/aws4_request, SignedHeaders=host, Signature=00`;

/** Sends requests to a service of its own. */
function client(service = createService({ clock: "virtual" })) {
	return async (operation: string, body: unknown, headers: HttpRequest["headers"] = {}) => {
		const target = operation.includes(".") ? operation : `SimpleWorkflowService.${operation}`;
		const text = typeof body === "string" ? body : JSON.stringify(body);
		const sent = { "content-type": "application/x-amz-json-1.0", "x-amz-target": target, ...headers };
		return answerHttp(service, { headers: sent, body: text });
	};
}

const register = { name: "d", workflowExecutionRetentionPeriodInDays: "7" };

describe("on the wire", () => {
	test("an answer without content has no body, yet a content type and a request id", async () => {
		const { status, headers, body } = await client()("RegisterDomain", register);
		expect([status, body, headers["content-type"]]).toEqual([200, "", "application/x-amz-json-1.0"]);
		expect(headers["x-amzn-requestid"]).toMatch(/^[0-9a-f-]{36}$/);
	});

	test("an answer with content is JSON", async () => {
		const { status, body } = await client()("ListDomains", { registrationStatus: "REGISTERED" });
		expect([status, body]).toEqual([200, `{"domainInfos":[]}`]);
	});

	test.each([
		["a fault of SWF", "DescribeDomain", { name: "x" }, "com.amazonaws.swf.base.model#UnknownResourceFault"],
		["a broken constraint", "DescribeDomain", {}, "com.amazon.coral.validate#ValidationException"],
		["an empty body", "DescribeDomain", "", "com.amazon.coral.validate#ValidationException"],
		["a wrong type", "DescribeDomain", { name: 1 }, "com.amazon.coral.service#SerializationException"],
		["no JSON", "DescribeDomain", "{", "com.amazon.coral.service#SerializationException"],
		["no object", "DescribeDomain", "[]", "com.amazon.coral.service#SerializationException"],
		["no JSON for no operation", "Frobnicate", "{", "com.amazon.coral.service#SerializationException"],
		["an unknown operation", "Frobnicate", {}, "com.amazon.coral.service#UnknownOperationException"],
		["an operation in lower case", "describedomain", {}, "com.amazon.coral.service#UnknownOperationException"],
		["another service", "Other.DescribeDomain", {}, "com.amazon.coral.service#UnknownOperationException"],
	])("%s is refused with its full type", async (_title, operation, body, type) => {
		const answer = await client()(operation, body);
		expect([answer.status, JSON.parse(answer.body).__type]).toEqual([400, type]);
	});

	test("a defect of ours is an internal failure to the caller and a warning to who runs it", async () => {
		const warn = vi.spyOn(process, "emitWarning").mockReturnValue();
		const broken = { ...createService({ clock: "virtual" }), handle: () => Promise.reject(new Error("broken")) };
		const answer = await client(broken)("RegisterDomain", register);
		expect([answer.status, answer.body]).toEqual([500, `{"__type":"com.amazon.coral.service#InternalFailure"}`]);
		expect(warn).toHaveBeenCalledWith(expect.objectContaining({ message: "broken" }));
		warn.mockRestore();
	});

	test("a mistyped body and an unknown operation are refused without a message", async () => {
		for (const [operation, body] of [
			["DescribeDomain", { name: 1 }],
			["Frobnicate", {}],
		] as const) {
			expect(JSON.parse((await client()(operation, body)).body)).not.toHaveProperty("message");
		}
	});

	test("the older content type and target are understood and answered in kind", async () => {
		const headers = { "content-type": "application/json; charset=UTF-8", "content-encoding": "amz-1.0" };
		const answer = await client()("com.amazonaws.swf.service.model.SimpleWorkflowService.RegisterDomain", register, headers);
		expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/json"]);
	});

	test("regions and access keys see nothing of one another", async () => {
		const send = client();
		const as = (accessKeyId: string, region: string) => ({ authorization: credential(accessKeyId, region) });
		await send("RegisterDomain", register, as("A", "us-east-1"));
		const statuses = [];
		for (const headers of [as("A", "us-east-1"), as("B", "us-east-1"), as("A", "eu-west-1"), {}]) {
			statuses.push((await send("DescribeDomain", { name: "d" }, headers)).status);
		}
		expect(statuses).toEqual([200, 400, 400, 400]);
		const { body } = await send("DescribeDomain", { name: "d" }, as("A", "us-east-1"));
		expect(body).toContain(`arn:aws:swf:us-east-1:${accountOf("A")}:/domain/d`);
		expect(accountOf("A")).toMatch(/^\d{12}$/);
	});

	test("a request larger than a megabyte is refused unread", async () => {
		const { status, body } = await client()("RegisterDomain", { ...register, description: "x".repeat(largestRequest) });
		expect([status, JSON.parse(body).__type]).toEqual([413, "com.amazon.coral.service#RequestEntityTooLargeException"]);
	});
});
