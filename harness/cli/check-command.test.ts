import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import { InputError } from "../scenario/problem.ts";
import { checkCommand } from "./check-command.ts";
import { UsageError } from "./terminal.ts";

async function check(texts: readonly string[], format: "text" | "json" = "text") {
	const folder = await mkdtemp(join(tmpdir(), "check-"));
	const files = texts.map((_, index) => join(folder, `${index + 1}.json`));
	await Promise.all(files.map((file, index) => writeFile(file, texts[index] ?? "")));
	let out = "";
	const terminal = { out: (text: string) => (out += text), err: () => undefined, isLive: false, color: false, width: 80 };
	const code = await checkCommand(files, format, terminal);
	return { code, out: out.replaceAll(`${folder}/`, "") };
}

/** Times as one client or another prints them, and all of them the same. */
const second = 1_500_000_000;
const times = {
	wire: (index: number) => second + index / 1000,
	"AWS CLI 2 elsewhere": (index: number) => `2017-07-13T19:40:00.${String(index).padStart(3, "0")}000-07:00`,
	"AWS SDK for JavaScript": (index: number) => new Date(second * 1000 + index).toISOString(),
	"boto3 with default=str": (index: number) => `2017-07-14 02:40:00.${String(index).padStart(3, "0")}000+00:00`,
	milliseconds: (index: number) => second * 1000 + index,
};

const type = { name: "print", version: "1" };
const attributes: readonly (readonly [string, JsonObject])[] = [
	[
		"WorkflowExecutionStarted",
		{
			childPolicy: "TERMINATE",
			taskList: { name: "l" },
			workflowType: type,
			taskStartToCloseTimeout: "9",
			parentInitiatedEventId: 0,
		},
	],
	["DecisionTaskScheduled", { taskList: { name: "l" }, startToCloseTimeout: "9" }],
	["DecisionTaskStarted", { scheduledEventId: 2 }],
	["DecisionTaskCompleted", { scheduledEventId: 2, startedEventId: 3 }],
	["WorkflowExecutionCompleted", { decisionTaskCompletedEventId: 4 }],
];
const events = (time: (index: number) => number | string = times.wire, more: JsonObject = {}): readonly JsonObject[] =>
	attributes.map(([eventType, its], index) => ({
		eventId: index + 1,
		eventType,
		// The decision's event has the time of its batch.
		eventTimestamp: time(Math.min(index, 3)),
		[`${eventType.charAt(0).toLowerCase()}${eventType.slice(1)}EventAttributes`]: { ...its, ...(index === 3 ? more : {}) },
	}));
const whole = events();
const doctored = events(times.wire, { startedEventId: 2 });
const said = "a history of 5 events: 0 findings of level MUST, 0 of level SHOULD\n";

const pascal = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(pascal);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, pascal(inner)]),
	);
};

const read = (output: unknown, more: JsonObject = {}) => ({
	operation: "GetWorkflowExecutionHistory",
	request: { domain: "d", execution: { workflowId: "w", runId: "r" } },
	status: 200,
	headers: { "Content-Type": "application/json", "x-amzn-RequestId": "69ac725b-f5a7-11e4-9c0b-0123456789ab" },
	body: JSON.stringify(output),
	...more,
});
const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join("\n");

describe("a sound history is found so", () => {
	test.each(Object.entries(times))("with times of %s", async (_, time) => {
		expect(await check([JSON.stringify({ events: events(time) }, null, 4)])).toMatchObject({
			code: 0,
			out: expect.stringContaining(said),
		});
	});

	test.each<[string, readonly string[]]>([
		["a list of events", [JSON.stringify(whole)]],
		["events line by line", [whole.map((event) => JSON.stringify([event])).join("\n")]],
		["newest first", [JSON.stringify({ events: [...whole].reverse() })]],
		[
			"pages in several files",
			[JSON.stringify({ events: whole.slice(0, 2), nextPageToken: "t" }), JSON.stringify({ events: whole.slice(2) })],
		],
		[
			"pages one behind the other",
			[`${JSON.stringify({ events: whole.slice(0, 2) }, null, 2)}\n${JSON.stringify({ events: whole.slice(2) }, null, 2)}`],
		],
		[
			"a list of pages",
			[JSON.stringify([{ events: whole.slice(0, 3), ResponseMetadata: { RequestId: "x" } }, { events: whole.slice(3) }])],
		],
		[
			"pages newest first",
			[JSON.stringify({ events: [...whole.slice(2)].reverse() }), JSON.stringify({ events: [...whole.slice(0, 2)].reverse() })],
		],
		[
			"members in Pascal case, with nulls",
			[
				JSON.stringify({
					Events: pascal(whole.map((event) => ({ ...event, timerFiredEventAttributes: null }))),
					NextPageToken: null,
				}),
			],
		],
		["a byte order mark", [`\ufeff${JSON.stringify({ events: whole })}`]],
	])("as %s", async (_, texts) => {
		expect(await check(texts)).toMatchObject({ code: 0, out: expect.stringContaining(said) });
	});

	test("and it is said that headers were not given", async () => {
		expect((await check([JSON.stringify(whole)])).out).toContain("HTTP headers were not given, and are not judged.");
	});

	test("in its last page alone, of which the rest is not known", async () => {
		expect(await check([JSON.stringify({ events: whole.slice(2) })])).toMatchObject({ code: 0 });
	});
});

describe("exchanges", () => {
	test("are held against the contract and the laws, headers included", async () => {
		const { code, out } = await check([lines(read({ events: whole }), read({ events: doctored }))]);
		expect(code).toBe(1);
		expect(out).toContain("1.json:2: MUST histories/the-same-event-reads-alike: event 4 was told in two ways");
		expect(out).not.toContain("headers were not given");
	});

	test.each([
		["bodies that are JSON already", read(undefined, { body: { events: whole } as never })],
		["requests as text", read({ events: whole }, { request: JSON.stringify(read({}).request) })],
		[
			"operations as the header names them",
			read({ events: whole }, { operation: "SimpleWorkflowService.GetWorkflowExecutionHistory" }),
		],
		[
			"records of requests and responses",
			{
				operation: "GetWorkflowExecutionHistory",
				request: { headers: {}, body: JSON.stringify(read({}).request) },
				response: { status: 200, headers: {}, body: JSON.stringify({ events: doctored }) },
			},
		],
	])("may have %s", async (_, exchange) => {
		expect((await check([lines(exchange)])).out).toContain("1 exchange: ");
	});

	test("that break the contract are found without any history", async () => {
		const broken = {
			...read({}),
			operation: "DescribeDomain",
			request: { name: "d" },
			body: JSON.stringify({ success: true, data: {} }),
		};
		const { code, out } = await check([lines(broken)]);
		expect(code).toBe(1);
		expect(out).toContain("1.json:1: MUST contract/answers-are-no-documentation-samples");
	});

	test("may be the answer of a poll by itself", async () => {
		const task = {
			taskToken: "t",
			workflowExecution: { workflowId: "w", runId: "r" },
			workflowType: type,
			startedEventId: 2,
			previousStartedEventId: 0,
			events: whole.slice(0, 3),
		};
		const { code, out } = await check([JSON.stringify(task)]);
		expect(code).toBe(1);
		expect(out).toContain("MUST histories/a-decision-task-ends-with-its-own-start");
	});
});

describe("what is broken", () => {
	test("is told with its file, its line, its law and its event, and ends with 1", async () => {
		const { code, out } = await check([`\n${JSON.stringify({ events: doctored })}`]);
		expect(code).toBe(1);
		expect(out).toContain(
			"1.json:2: MUST histories/references-name-events-of-their-type: event 4 (DecisionTaskCompleted) names event 2 (DecisionTaskScheduled) as startedEventId (at events.3.startedEventId, expected DecisionTaskStarted, observed DecisionTaskScheduled)\n",
		);
	});

	test("is there as JSON", async () => {
		const { out } = await check([JSON.stringify(doctored)], "json");
		expect(JSON.parse(out)).toMatchObject({
			checked: [{ what: "a history of 5 events", file: "1.json", line: 1, lacks: "headers" }],
			findings: [
				{
					file: "1.json",
					line: 1,
					check: "invariants",
					clause: "histories/references-name-events-of-their-type",
					at: "events.3.startedEventId",
				},
			],
		});
	});

	test("in one of two histories is told of that one", async () => {
		const { out } = await check([JSON.stringify(whole), JSON.stringify(doctored)]);
		expect(out.match(/^\S+: MUST/gm)).toEqual(["2.json:1: MUST"]);
	});

	test("cannot write to a terminal", async () => {
		const { out } = await check([
			JSON.stringify(
				events(times.wire, { executionContext: "\u001b[2J" }).map((event) => ({ ...event, eventType: "\u001b[2J" })),
			),
		]);
		expect(out).not.toContain("\u001b");
	});

	test("is found in twenty-five thousand events", async () => {
		const marker = (index: number) => ({
			eventId: index + 5,
			eventType: "MarkerRecorded",
			eventTimestamp: second + 0.003,
			markerRecordedEventAttributes: { markerName: "m", decisionTaskCompletedEventId: index === 20_000 ? 3 : 4 },
		});
		const { code, out } = await check([
			JSON.stringify([...whole.slice(0, 4), ...Array.from({ length: 24_996 }, (_, index) => marker(index))]),
		]);
		expect(code).toBe(1);
		expect(out).toContain("event 20005 (MarkerRecorded) names event 3 (DecisionTaskStarted) as decisionTaskCompletedEventId");
		expect(out).toContain("a history of 25000 events: 1 findings of level MUST");
	});
});

describe("what is not understood is refused with its file and line", () => {
	test.each([
		["no JSON", "<html>", "1.json:1:1: not JSON"],
		["a line that is no JSON", `${JSON.stringify(read({}))}\nnonsense\n`, "1.json:2:1: not JSON"],
		["nothing", "", "1.json:1:1: an empty file"],
		[
			"another document",
			JSON.stringify({ domainInfos: [] }),
			"1.json:1:1: neither a history, nor a list of events, nor an exchange",
		],
		["a number", "7", "1.json:1:1: neither a history"],
		[
			"another service's operation",
			lines(read({}), read({}, { operation: "PutItem" })),
			"1.json:2:1: SWF has no operation PutItem",
		],
		[
			"a request that is no object",
			lines(read({}, { request: "[]" })),
			"1.json:1:1: the request of GetWorkflowExecutionHistory is not a JSON object",
		],
		[
			"a status that is no number",
			lines(read({}, { status: "OK" })),
			"1.json:1:1: the status of GetWorkflowExecutionHistory is not a number",
		],
		["JSON without end", `${"[".repeat(5000)}${"]".repeat(5000)}`, "1.json:1:1: JSON that is nested deeper than 100"],
	])("%s", async (_, text, message) => {
		const error = await check([text]).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(InputError);
		expect(String((error as Error).message).replace(/^.*\//, "")).toContain(message);
	});

	test("a file that is not there", async () => {
		const terminal = { out: () => undefined, err: () => undefined, isLive: false, color: false, width: 80 };
		await expect(checkCommand(["nowhere.json"], "text", terminal)).rejects.toThrow(UsageError);
	});
});
