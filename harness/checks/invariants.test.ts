import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import type { Answered } from "./answered.ts";
import { invariantFindings } from "./invariants.ts";
import { observe } from "./observe.ts";

const execution = { workflowId: "w", runId: "r" };
const asked = { domain: "d", execution };
const type = { name: "t", version: "1" };

const event = (eventId: number, eventType: string, attributes: JsonObject): JsonObject => ({
	eventId,
	eventType,
	eventTimestamp: 1_500_000_000,
	[`${eventType.charAt(0).toLowerCase()}${eventType.slice(1)}EventAttributes`]: attributes,
});
const settings = { childPolicy: "ABANDON", taskList: { name: "l" }, workflowType: type, taskStartToCloseTimeout: "9" };
const history = [
	event(1, "WorkflowExecutionStarted", settings),
	event(2, "DecisionTaskScheduled", { taskList: { name: "l" }, startToCloseTimeout: "9" }),
	event(3, "DecisionTaskStarted", { scheduledEventId: 2 }),
	event(4, "DecisionTaskCompleted", { scheduledEventId: 2, startedEventId: 3 }),
];

type Call = readonly [operation: string, input: JsonObject, output: JsonObject];

/** Calls, one after the other. */
const answered = (...calls: readonly Call[]): readonly Answered[] =>
	calls.map(([operation, input, output], index) => ({
		operation,
		input,
		outcome: { kind: "answer", output },
		sentAfterMs: index,
		durationMs: 0.5,
	}));

/** What is found, as the step, where, and the clause. */
const find = (...calls: readonly Call[]) => {
	const exchanges = answered(...calls);
	const steps = exchanges.map((_, index) => ({ step: String(index + 1) }));
	return invariantFindings(observe(exchanges), steps);
};
const read = (events: readonly Json[], more: JsonObject = {}, input: JsonObject = {}): Call => [
	"GetWorkflowExecutionHistory",
	{ ...asked, ...input },
	{ events, ...more },
];
const poll = (events: readonly Json[], more: JsonObject = {}, input: JsonObject = {}): Call => [
	"PollForDecisionTask",
	{ domain: "d", taskList: { name: "l" }, ...input },
	{
		taskToken: "t",
		workflowExecution: execution,
		workflowType: type,
		startedEventId: 3,
		previousStartedEventId: 0,
		events,
		...more,
	},
];
const reversed = (from: number, to: number) => history.slice(from, to).reverse();
const doctored = [
	...history.slice(0, 2),
	event(3, "DecisionTaskStarted", { scheduledEventId: 2, identity: "another" }),
	...history.slice(3),
];

describe("what keeps all laws", () => {
	test.each<[string, readonly Call[]]>([
		["a history in one page", [read(history)]],
		["one that is read again", [read(history.slice(0, 2)), read(history)]],
		["pages", [read(history.slice(0, 3), { nextPageToken: "2" }), read(history.slice(3), {}, { nextPageToken: "2" })]],
		[
			"pages backwards",
			[
				read(reversed(2, 4), { nextPageToken: "2" }, { reverseOrder: true }),
				read(reversed(0, 2), {}, { reverseOrder: true, nextPageToken: "2" }),
			],
		],
		["a page without those that follow", [read(history.slice(0, 2), { nextPageToken: "2" }), read(history)]],
		["a page without those before", [read(history.slice(2), {}, { nextPageToken: "lost" })]],
		[
			"a page that is read twice",
			[
				read(history.slice(0, 2), { nextPageToken: "2" }),
				read(history.slice(2), {}, { nextPageToken: "2" }),
				read(history.slice(2), {}, { nextPageToken: "2" }),
			],
		],
		["a decision task", [poll(history.slice(0, 3)), read(history)]],
		[
			"a decision task in pages",
			[poll(history.slice(0, 2), { nextPageToken: "2" }), poll(history.slice(2, 3), {}, { nextPageToken: "2" })],
		],
		[
			"a decision task whose page is read twice",
			[
				poll(history.slice(0, 2), { nextPageToken: "2" }),
				poll(history.slice(2, 3), {}, { nextPageToken: "2" }),
				poll(history.slice(2, 3), {}, { nextPageToken: "2" }),
			],
		],
		[
			"a page of a decision task without those before",
			[poll(history.slice(0, 3)), poll(history.slice(2, 3), {}, { nextPageToken: "lost" })],
		],
		[
			"a decision task that begins at the one before",
			[
				poll(
					[event(7, "DecisionTaskStarted", { scheduledEventId: 6 })],
					{ startedEventId: 7, previousStartedEventId: 7 - 4 },
					{ startAtPreviousStartedEvent: true },
				),
			],
		],
		[
			"a poll without a task",
			[["PollForDecisionTask", { domain: "d" }, { taskToken: "", startedEventId: 0, previousStartedEventId: 0 }]],
		],
	])("%s", (_, calls) => {
		expect(find(...calls)).toEqual([]);
	});
});

describe("what breaks a law", () => {
	test("is told with its step, its level and the exchanges that show it", () => {
		expect(find(read(history), read(doctored))).toEqual([
			{
				check: "invariants",
				clause: "histories/the-same-event-reads-alike",
				level: "MUST",
				message: "event 3 was told in two ways",
				step: "2",
				at: "events.2",
				expected: history[2],
				observed: doctored[2],
				exchanges: [0, 1],
			},
		]);
	});

	test.each<[string, readonly Call[]]>([
		["between the two orders", [read(history), read([...doctored].reverse(), {}, { reverseOrder: true })]],
		["between a history and a decision task", [poll(doctored.slice(0, 3)), read(history)]],
		["between pages and the whole", [read(history), read(doctored.slice(0, 3), { nextPageToken: "2" })]],
	])("is found %s", (_, calls) => {
		expect(find(...calls).map(({ clause }) => clause)).toEqual(["histories/the-same-event-reads-alike"]);
	});

	test.each([
		[
			"DescribeWorkflowExecution",
			{ ...asked },
			{ executionInfo: { workflowType: { ...type, version: "2" } } },
			"executionInfo.workflowType",
		],
		[
			"ListOpenWorkflowExecutions",
			{ domain: "d" },
			{ executionInfos: [{ execution, workflowType: { ...type, version: "2" } }] },
			"executionInfo.workflowType",
		],
		[
			"StartWorkflowExecution",
			{ domain: "d", workflowId: "w", workflowType: type, input: "i" },
			{ runId: "r" },
			"events.0.input",
		],
		[
			"PollForActivityTask",
			{ domain: "d" },
			{ taskToken: "t", workflowExecution: execution, startedEventId: 3 },
			"startedEventId",
		],
	] as const)("is found by %s", (operation, input, output, at) => {
		expect(find([operation, input, output], read(history)).map((finding) => finding.at)).toEqual([at]);
	});

	test("names the run where several were seen", () => {
		const [operation, , output] = read([history[1] ?? null, ...history.slice(2)]);
		const [finding] = find(read(history), [operation, { domain: "d", execution: { workflowId: "v", runId: "q" } }, output]);
		expect(finding?.message).toBe("the history begins with event 2, in v, run q");
	});

	test("in several answers alike is told once, with all of them", () => {
		const described: Call = ["DescribeWorkflowExecution", asked, { executionInfo: { workflowType: { ...type, version: "2" } } }];
		expect(find(read(history), described, described)).toMatchObject([{ at: "executionInfo.workflowType", exchanges: [1, 2] }]);
	});

	test("in every event is told ten times, and then how often", () => {
		const events = Array.from({ length: 30 }, (_, index) => ({ eventId: 2 * index + 1 }));
		const findings = find(read(events));
		expect(findings).toHaveLength(10);
		expect(findings.at(-1)?.message).toBe("event 21 stands behind event 19; and 19 more of this kind");
	});
});

describe("what cannot be read", () => {
	const garbage = fc.json().map((text): Json => JSON.parse(text));
	const someOf = fc.subarray(["eventId", "eventType", "eventTimestamp", "decisionTaskStartedEventAttributes"]);

	test("is no finding: the contract says that it is malformed", () => {
		const nonsense: readonly Json[] = [null, 7, "x", [], {}, { eventId: "1" }, { eventId: 1.5 }, { eventType: 3 }];
		expect(find(read(nonsense), poll(nonsense, { startedEventId: "3" }))).toEqual([]);
	});

	test("an event that lacks a member leaves what follows it unjudged", () => {
		const broken = event(4, "DecisionTaskCompleted", { scheduledEventId: 2 });
		expect(find(read([...history.slice(0, 3), broken, event(5, "DecisionTaskStarted", { scheduledEventId: 2 })]))).toEqual([]);
	});

	test("does not stop the rest, whatever it is", () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(garbage, fc.constantFrom(...history), fc.tuple(garbage, someOf).map(mutilated))),
				garbage,
				(events, garbled) => {
					const input = { domain: garbled, execution: garbled, nextPageToken: garbled, reverseOrder: garbled };
					const calls: readonly Call[] = [
						read(events),
						read(events, { nextPageToken: garbled }, input),
						poll(
							events,
							{ workflowExecution: garbled, startedEventId: garbled, previousStartedEventId: garbled, nextPageToken: garbled },
							input,
						),
						poll(events, { startedEventId: garbled, previousStartedEventId: garbled, workflowType: garbled }),
						[
							"PollForActivityTask",
							{ domain: "d" },
							{ workflowExecution: execution, startedEventId: garbled, activityType: garbled },
						],
						[
							"DescribeWorkflowExecution",
							asked,
							{
								executionInfo: { tagList: garbled, closeTimestamp: garbled },
								openCounts: garbled,
								executionConfiguration: garbled,
							},
						],
						["ListClosedWorkflowExecutions", input, { executionInfos: garbled }],
						["StartWorkflowExecution", input, { runId: garbled }],
					];
					expect(() => find(...calls)).not.toThrow();
				},
			),
		);
	});
});

const mutilated = ([any, members]: [Json, readonly string[]]): Json => ({
	...history[2],
	...Object.fromEntries(members.map((member) => [member, any])),
});
