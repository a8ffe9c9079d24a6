import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exchangeOf, type Sample } from "../../fixtures/exchange.ts";
import { parseClauses } from "../../scenario/load-clauses.ts";
import { contractFindings } from "../contract.ts";
import { type RuleName, rules } from "./rules.ts";

const namespace = "com.amazonaws.swf.base.model#";
const unknown = { __type: `${namespace}UnknownResourceFault`, message: "Unknown domain: d" };
const fault = (body: object = unknown, more: Partial<Sample> = {}): Sample => ({
	operation: "DescribeDomain",
	input: { name: "d" },
	status: 400,
	body,
	...more,
});
const started = {
	childPolicy: "ABANDON",
	taskList: { name: "l" },
	workflowType: { name: "w", version: "1" },
};
const event = { eventId: 1, eventTimestamp: 1_786_560_427.599, eventType: "WorkflowExecutionStarted" };
const history = (...events: readonly object[]): Sample => ({
	operation: "GetWorkflowExecutionHistory",
	input: { domain: "d", execution: { workflowId: "w", runId: "r" } },
	body: { events },
});
const whole = { ...event, workflowExecutionStartedEventAttributes: started };
const domain = {
	domainInfo: { name: "d", status: "REGISTERED" },
	configuration: { workflowExecutionRetentionPeriodInDays: "1" },
};
const described: Sample = { operation: "DescribeDomain", input: { name: "d" }, body: domain };
const registered: Sample = { operation: "RegisterDomain", input: { name: "d", workflowExecutionRetentionPeriodInDays: "1" } };
const page = (maximumPageSize: number, items: number): Sample => ({
	operation: "ListDomains",
	input: { registrationStatus: "REGISTERED", maximumPageSize },
	body: { domainInfos: Array.from({ length: items }, () => domain.domainInfo) },
});

interface Example {
	readonly valid: readonly Sample[];
	readonly broken: readonly (Sample & { readonly at: string })[];
}

/** For each rule responses that keep it and responses that break it, and nothing else that counts. */
const examples = {
	"answers-are-no-documentation-samples": {
		valid: [described, registered],
		broken: [
			{ ...described, body: { success: true, data: { id: "abc123", created_at: "2025-01-01T00:00:00Z" } }, at: "body" },
			{ ...registered, body: { success: true, data: {} }, at: "body" },
			{ ...fault({ success: false, error: { code: "VALIDATION_ERROR", message: "Invalid request parameters" } }), at: "body" },
		],
	},
	"statuses-tell-answers-from-faults": {
		valid: [described, fault()],
		broken: [
			{ ...described, body: unknown, at: "__type" },
			{ ...registered, body: unknown, at: "__type" },
			{ ...described, status: 302, at: "status" },
		],
	},
	"bodies-are-json-objects": {
		valid: [
			described,
			registered,
			fault({ __type: `${namespace}UnknownResourceFault` }),
			{ ...described, body: '{"password": [redacted]}' },
		],
		broken: ["", "null", "[]", '"x"', "1", "{", "\ufeff{}", "<html>", '{"name":\ufffd}']
			.map((body) => ({ ...described, body, at: "body" }))
			.concat([
				{ ...registered, body: "<html>", at: "body" },
				{ ...described, status: 404, body: "<UnknownOperationException/>", at: "body" },
			]),
	},
	"members-have-their-types": {
		valid: [history(whole), { operation: "RecordActivityTaskHeartbeat", body: { cancelRequested: false } }],
		broken: [
			{ ...history({ ...whole, eventId: "1" }), at: "events.0.eventId" },
			{ ...history(whole, { ...whole, eventId: 1.5 }), at: "events.1.eventId" },
			{ ...history(), body: { events: {} }, at: "events" },
			{ ...history(), body: { events: [null] }, at: "events.0" },
			{
				...history({ ...whole, workflowExecutionStartedEventAttributes: [] }),
				at: "events.0.workflowExecutionStartedEventAttributes",
			},
			{ operation: "RecordActivityTaskHeartbeat", body: { cancelRequested: "false" }, at: "cancelRequested" },
			{
				...described,
				body: { ...domain, configuration: { workflowExecutionRetentionPeriodInDays: 1 } },
				at: "configuration.workflowExecutionRetentionPeriodInDays",
			},
		],
	},
	"timestamps-are-epoch-seconds": {
		valid: [history(whole), history({ ...whole, eventTimestamp: 1.786560427599e9 })],
		broken: ["2026-08-12T18:47:07Z", "1786560427.599", 1_786_560_427_599, true].map((eventTimestamp) => ({
			...history({ ...whole, eventTimestamp }),
			at: "events.0.eventTimestamp",
		})),
	},
	"required-members-are-there": {
		valid: [
			history(),
			{ operation: "PollForDecisionTask", body: { taskToken: "", startedEventId: 0, previousStartedEventId: 0 } },
			{ operation: "PollForDecisionTask", body: { startedEventId: 0, previousStartedEventId: 0 } },
			{ operation: "PollForActivityTask", body: { taskToken: "", activityId: "", startedEventId: 0 } },
			{ operation: "PollForActivityTask", body: {} },
		],
		broken: [
			{ ...history(), body: {}, at: "events" },
			{ ...history(), body: { events: null }, at: "events" },
			{
				...described,
				body: JSON.stringify({ ...domain, domainInfo: {} }).replace("{}", '{"__proto__":{"name":"d","status":"REGISTERED"}}'),
				at: "domainInfo.name",
			},
			{ operation: "PollForActivityTask", body: { startedEventId: 7, activityId: "a" }, at: "taskToken" },
		],
	},
	"enums-have-modelled-values": {
		valid: [described],
		broken: [{ ...described, body: { ...domain, domainInfo: { name: "d", status: "registered" } }, at: "domainInfo.status" }],
	},
	"values-keep-their-limits": {
		valid: [
			{ operation: "StartWorkflowExecution", body: { runId: "r".repeat(64) } },
			{ operation: "StartWorkflowExecution", body: { runId: "😀".repeat(64) } },
			{ operation: "CountPendingDecisionTasks", body: { count: 0 } },
		],
		broken: [
			{ operation: "StartWorkflowExecution", body: { runId: "r".repeat(65) }, at: "runId" },
			{ operation: "StartWorkflowExecution", body: { runId: "" }, at: "runId" },
			{ operation: "CountPendingDecisionTasks", body: { count: -1 }, at: "count" },
			{
				...history({
					...whole,
					workflowExecutionStartedEventAttributes: { ...started, tagList: ["a", "b", "c", "d", "e", "f"] },
				}),
				at: "events.0.workflowExecutionStartedEventAttributes.tagList",
			},
		],
	},
	"texts-have-their-form": {
		valid: [described, { ...described, body: { ...domain, configuration: { workflowExecutionRetentionPeriodInDays: "NONE" } } }],
		broken: ["one", "1.5", "91"].map((workflowExecutionRetentionPeriodInDays) => ({
			...described,
			body: { ...domain, configuration: { workflowExecutionRetentionPeriodInDays } },
			at: "configuration.workflowExecutionRetentionPeriodInDays",
		})),
	},
	"events-have-the-attributes-of-their-type": {
		valid: [history(whole)],
		broken: [
			{ ...history(event), at: "events.0" },
			{
				...history({ ...whole, markerRecordedEventAttributes: { markerName: "m", decisionTaskCompletedEventId: 4 } }),
				at: "events.0",
			},
		],
	},
	"pages-are-no-longer-than-asked": {
		valid: [page(2, 2), page(0, 1000), page(1, 1)],
		broken: [page(2, 3), page(0, 1001), page(1000, 1001)].map((sample) => ({ ...sample, at: "domainInfos" })),
	},
	"faults-name-their-type": {
		valid: [fault()],
		broken: [{ message: "no" }, { __type: "" }, { __type: null }, { code: "UnknownResourceFault" }].map((body) => ({
			...fault(body),
			at: "__type",
		})),
	},
	"fault-messages-are-texts": {
		valid: [fault(), fault({ __type: unknown.__type }), fault({ __type: unknown.__type, Message: "" })],
		broken: [
			{ ...fault({ ...unknown, message: null }), at: "message" },
			{ ...fault({ ...unknown, Message: {} }), at: "Message" },
		],
	},
	"fault-headers-agree": {
		valid: [fault(), fault(unknown, { headers: { "x-amzn-errortype": "UnknownResourceFault:http://x/" } })],
		broken: [{ ...fault(unknown, { headers: { "x-amzn-errortype": "ValidationException" } }), at: "headers.x-amzn-errortype" }],
	},
	"faults-are-modelled": {
		valid: [fault(), fault({ __type: "com.amazon.coral.validate#ValidationException" })],
		broken: [
			{ ...fault({ __type: `${namespace}TooManyTagsFault` }), at: "__type" },
			{ ...fault({ __type: "KeyError" }), at: "__type" },
		],
	},
	"members-are-modelled": {
		valid: [described],
		broken: [
			{ ...described, body: { ...domain, more: 1 }, at: "" },
			{ ...described, body: { ...domain, domainInfo: { ...domain.domainInfo, more: 1 } }, at: "domainInfo" },
		],
	},
	"answers-have-status-200": {
		valid: [described, registered],
		broken: [{ ...registered, status: 201, at: "status" }],
	},
	"faults-have-status-400": {
		valid: [fault(), fault({ __type: "com.amazon.coral.service#InvalidSignatureException" }, { status: 403 })],
		broken: [{ ...fault(unknown, { status: 404 }), at: "status" }],
	},
	"content-types-answer-in-kind": {
		valid: [
			described,
			fault(unknown, { headers: { "content-type": "Application/X-Amz-Json-1.0; charset=utf-8" } }),
			{
				...described,
				requestHeaders: { "content-type": "application/json; charset=UTF-8" },
				headers: { "content-type": "application/json" },
			},
		],
		broken: [{ "content-type": "text/html; charset=utf-8" }, { "content-type": "application/json" }, { "content-type": "" }].map(
			(headers) => ({
				...registered,
				headers,
				at: "headers.content-type",
			}),
		),
	},
	"responses-carry-a-request-id": {
		valid: [described],
		broken: [{ ...fault(unknown, { headers: { "x-amzn-requestid": "" } }), at: "headers.x-amzn-requestid" }],
	},
	"request-ids-are-uuids": {
		valid: [described],
		broken: [
			{
				...described,
				headers: { "x-amzn-requestid": "oE5mAxAChPHzZqlGoetKotit3yPSSoeCjuSOxGRIQloUmVFoq74t" },
				at: "headers.x-amzn-requestid",
			},
		],
	},
	"void-answers-are-empty": {
		valid: [registered],
		broken: [{ ...registered, body: {}, at: "body" }],
	},
	"fault-types-have-their-namespace": {
		valid: [fault(), fault({ __type: "com.amazon.coral.service#InvalidSignatureException" })],
		broken: [
			{ ...fault({ __type: "UnknownResourceFault" }), at: "__type" },
			{ ...fault({ __type: "com.amazonaws.swf#UnknownResourceFault" }), at: "__type" },
			{ ...fault({ __type: `${namespace}ValidationException` }), at: "__type" },
		],
	},
	"absent-members-are-left-out": {
		valid: [described],
		broken: [
			{
				...described,
				body: { ...domain, domainInfo: { ...domain.domainInfo, description: null } },
				at: "domainInfo.description",
			},
		],
	},
} as const satisfies Record<RuleName, Example>;

const clauses = new Map(
	parseClauses(readFileSync("specs/clauses/contract.yaml", "utf8"), "contract", "contract.yaml").map((clause) => [
		clause.id,
		clause,
	]),
);
const every = (Object.keys(rules) as readonly RuleName[]).map((name) => ({ name, clause: `contract/${name}` }));
const brokenBy = (sample: Sample, clause: string) =>
	contractFindings([exchangeOf(sample)], [clause]).filter((each) => each.clause === clause);

describe.each(every)("$name", ({ name, clause }) => {
	test.each<Sample>(examples[name].valid)("is kept by %j", (sample) => {
		expect(brokenBy(sample, clause)).toEqual([]);
	});

	test.each<Example["broken"][number]>(examples[name].broken)("is broken by %j", ({ at, ...sample }) => {
		expect(brokenBy(sample, clause)).toMatchObject([
			{ check: "contract", level: rules[name].level, step: "1", exchanges: [0], ...(at === "" ? {} : { at }) },
		]);
	});

	test("has the level of its clause", () => {
		expect(clauses.get(clause)?.level).toBe(rules[name].level);
	});
});

test("every clause of the contract has its rule", () => {
	expect([...clauses.keys()].sort()).toEqual(every.map(({ clause }) => clause).sort());
});
