import { describe, expect, test } from "vitest";
import { exchangeOf } from "./exchange-of.ts";
import { createHistories } from "./histories.ts";
import type { Passed } from "./passed.ts";
import { createSession } from "./session.ts";

const bodyOf = (text: string, isWhole = true) => ({ text, size: text.length, isWhole });
const call = (operation: string, status: number, body: string, more: Partial<Passed> = {}): Passed => ({
	method: "POST",
	path: "/",
	requestHeaders: { "content-type": "application/x-amz-json-1.0", "x-amz-target": `SimpleWorkflowService.${operation}` },
	requestBody: bodyOf("{}"),
	response: {
		status,
		headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": "69ac725b-f5a7-11e4-9c0b-0123456789ab" },
		body: bodyOf(body),
	},
	sentAt: 7,
	durationMs: 1,
	...more,
});
const count = (body: string, more: Partial<Passed> = {}) => call("CountPendingDecisionTasks", 200, body, more);
const clean = count('{"count":0}');
const broken = count('{"count":"0"}');
const { response: _, ...cut } = clean;

function casesOf(...all: readonly Passed[]) {
	const session = createSession();
	for (const [index, passed] of all.entries()) session.add(exchangeOf(passed, index + 1, 0), passed.broken);
	return new Map(session.cases("swf-conformance proxy").map((each) => [each.id, each]));
}

describe("a session", () => {
	test("has a case for each operation that was called, and one for the form of all responses", () => {
		const cases = casesOf(clean, clean, call("RegisterDomain", 200, ""));
		expect([...cases].map(([id, { verdict, checks }]) => [id, verdict, checks.reached])).toEqual([
			["proxy/CountPendingDecisionTasks", "pass", 2],
			["proxy/RegisterDomain", "pass", 1],
			["proxy/form-of-responses", "pass", 3],
		]);
	});

	test("shows the first response that breaks a rule, and no clean one", () => {
		const found = casesOf(clean, broken, broken, clean).get("proxy/CountPendingDecisionTasks");
		expect(found).toMatchObject({
			verdict: "fail",
			findings: [{ clause: "contract/members-have-their-types", at: "count", step: "2", exchanges: [0] }],
			exchanges: [{ step: "2", response: { body: '{"count":"0"}' } }],
		});
	});

	test("shows of a long response that breaks a rule no more than its beginning", () => {
		const long = count(JSON.stringify({ count: 0, more: "x".repeat(1_000_000) }));
		const [shown] = casesOf(long).get("proxy/CountPendingDecisionTasks")?.exchanges ?? [];
		expect(shown?.response?.body).toMatch(/^\{"count":0,"more":"x+… \(\d+ more characters\)$/);
		expect(shown?.response?.body.length).toBeLessThan(70_000);
	});

	test("counts what no client reads once, whatever the operation", () => {
		const cases = casesOf({ ...clean, response: { status: 200, headers: {}, body: bodyOf('{"count":0}') } });
		expect(cases.get("proxy/CountPendingDecisionTasks")?.findings).toEqual([]);
		expect(cases.get("proxy/form-of-responses")).toMatchObject({
			verdict: "fail",
			findings: [{ at: "headers.content-type" }, { at: "headers.x-amzn-requestid" }],
		});
	});

	test.each<[string, Passed, string, string]>([
		[
			"an upstream that does not answer",
			{ ...cut, broken: { by: "upstream", problem: "connect ECONNREFUSED" } },
			"inconclusive",
			"the call had no answer that could be judged: connect ECONNREFUSED",
		],
		[
			"an operation that the target does not know",
			call("CountPendingDecisionTasks", 400, '{"__type":"UnknownOperationException"}'),
			"unsupported",
			"the target does not know the operation",
		],
	])("of %s says so", (_name, passed, verdict, reason) => {
		expect(casesOf(passed).get("proxy/CountPendingDecisionTasks")).toMatchObject({ verdict, reason });
	});

	test.each<[string, Passed]>([
		["its caller broke off", { ...cut, broken: { by: "caller", problem: "the connection of the caller was closed" } }],
		["is longer than any answer", count("", { response: { status: 200, headers: {}, body: bodyOf("", false) } })],
		["has more values than any answer", count(`[${"{},".repeat(60_000)}0]`)],
		["is compressed", count("", { response: { status: 200, headers: { "content-encoding": "gzip" }, body: bodyOf("\u001f") } })],
	])("does not judge a response that %s", (_name, passed) => {
		expect(casesOf(passed).get("proxy/CountPendingDecisionTasks")).toMatchObject({
			...{ verdict: "inconclusive", findings: [], checks: { reached: 0, declared: 1 } },
		});
	});

	test("of calls of which some were left by their callers says nothing of those", () => {
		const left: Passed = { ...cut, broken: { by: "caller", problem: "the connection of the caller was closed" } };
		expect(casesOf(clean, left).get("proxy/CountPendingDecisionTasks")).toMatchObject({
			...{ verdict: "pass", checks: { reached: 1, declared: 2 } },
		});
	});

	test("of calls of which the upstream left some is not sure", () => {
		const left: Passed = { ...cut, broken: { by: "upstream", problem: "ECONNRESET" } };
		expect(casesOf(clean, left).get("proxy/CountPendingDecisionTasks")).toMatchObject({
			...{ verdict: "inconclusive", reason: "1 of 2 calls were not answered: ECONNRESET" },
		});
	});

	test("tells of requests that are no calls of SWF, and judges none of them", () => {
		const health = { ...clean, method: "GET", path: "/health?token=x", requestHeaders: {} };
		expect([...casesOf(health, health)]).toMatchObject([
			["proxy/other-requests", { verdict: "skipped", reason: "2 requests were no calls of SWF", findings: [], exchanges: [] }],
		]);
	});
});

describe("the histories of a session", () => {
	const read = (...ids: readonly number[]) =>
		call(
			"GetWorkflowExecutionHistory",
			200,
			JSON.stringify({
				events: ids.map((eventId) => ({ eventId, eventTimestamp: eventId, eventType: "DecisionTaskScheduled" })),
			}),
			{ requestBody: bodyOf('{"domain":"d","execution":{"workflowId":"w","runId":"r"}}') },
		);

	test("are held to the laws of histories, with the readings that break one", () => {
		const found = casesOf(clean, read(1, 3)).get("proxy/histories");
		expect(found).toMatchObject({ verdict: "fail", exchanges: [{ operation: "GetWorkflowExecutionHistory", step: "2" }] });
		const gap = found?.findings.find(({ clause }) => clause === "histories/event-ids-are-consecutive");
		expect(gap).toMatchObject({ check: "invariants", step: "2", exchanges: [0] });
	});

	test("that are too long to be kept are told", () => {
		const histories = createHistories(200);
		for (const [index, passed] of [call("DescribeWorkflowExecution", 200, "{}"), read(1, 3)].entries())
			histories.add(exchangeOf(passed, index, 0));
		expect(histories.report("")).toMatchObject([
			{ findings: [], checks: { reached: 1 }, reason: expect.stringContaining("as many as 200 bytes hold") },
		]);
	});
});

test("secrets stay in no exchange", () => {
	const headers = {
		authorization: "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/swf/aws4_request, Signature=feed",
	};
	const secret = { ...headers, "x-amz-security-token": "feedfeed" };
	const leaking = count('{"count":0,"sessionToken":"feedfeed"}', {
		requestHeaders: { ...clean.requestHeaders, ...secret },
		requestBody: bodyOf('{"input":"secretAccessKey=feedfeed"}'),
		path: "/?X-Amz-Signature=feed",
	});
	const exchange = JSON.stringify(exchangeOf(leaking, 1, 0));
	expect(exchange).not.toMatch(/feed|AKIDEXAMPLE/);
	expect(exchange).toContain("[redacted]");
	const other = exchangeOf({ ...leaking, method: "GET", requestHeaders: secret }, 1, 0);
	expect([other.operation, JSON.stringify(other)]).toEqual(["GET /", expect.not.stringMatching(/feed/)]);
});
