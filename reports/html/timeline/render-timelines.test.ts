import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding, Json, ReportExchange } from "../../report.ts";
import { shortened } from "../../visible.ts";
import { type Markup, toHtml } from "../markup.ts";
import { renderTimelines } from "./render-timelines.ts";

const answered = (body: string): ReportExchange => ({
	...{ step: "1", operation: "GetWorkflowExecutionHistory", sentAfterMs: 0, durationMs: 1 },
	request: { headers: {}, body: JSON.stringify({ execution: { workflowId: "order-1", runId: "run-1" } }) },
	response: { status: 200, headers: {}, body },
});
const history = (events: Json): ReportExchange => answered(JSON.stringify({ events }));
const event = (eventId: number, eventType: string, attributes: Json = {}): Json => ({
	...{ eventId, eventType, eventTimestamp: 1_767_322_984.1 + Math.max(2, eventId) / 10 },
	[`${eventType.slice(0, 1).toLowerCase()}${eventType.slice(1)}EventAttributes`]: attributes,
});
const timer: readonly Json[] = [
	event(1, "WorkflowExecutionStarted", { childPolicy: "ABANDON", parentInitiatedEventId: 0 }),
	event(2, "TimerStarted", { timerId: "cooling", startToFireTimeout: "60" }),
	event(3, "TimerFired", { timerId: "cooling", startedEventId: 2 }),
];
const finding = (own: Partial<Finding>): Finding => ({
	...{ check: "expectations", clause: "c", level: "MUST", message: "m", exchanges: [0] },
	...own,
});
const drawn = (exchanges: readonly ReportExchange[], ...findings: readonly Finding[]): readonly Markup[] =>
	renderTimelines({ exchanges, findings });
/** What is read of a part of a page, an item a line. */
const textOf = (markup: Markup): string => {
	if (typeof markup === "string") return markup;
	const [tag, attributes, ...inner] = markup;
	if (tag === "svg") return "";
	const text = inner.map(textOf).join("");
	return tag === "li" ? `\n[${attributes["class"]}] ${text}` : tag === "p" || tag === "div" || tag === "ol" ? ` | ${text}` : text;
};
const attributesOf = (timelines: readonly Markup[]) => timelines.map((each) => (typeof each === "string" ? {} : each[1]));
const linesOf = (timelines: readonly Markup[]): readonly string[] => timelines.flatMap((each) => textOf(each).split("\n"));

test("a case without a history has no timeline", () => {
	expect(drawn([])).toEqual([]);
	expect(drawn([{ ...history(timer), operation: "DescribeWorkflowExecution" }])).toEqual([]);
});

test("a history tells of each event its number, type, time, references and what it is about, and is folded", () => {
	const timelines = drawn([history(timer)]);
	expect(attributesOf(timelines)).toEqual([{ class: "timeline" }]);
	expect(linesOf(timelines)).toEqual([
		"History of order-1, run run-1: 3 events | observed | ",
		'[free]  | 1 WorkflowExecutionStarted 2026-01-02T03:03:04.300Z | childPolicy "ABANDON"',
		'[free]  | 2 TimerStarted +0 s | timerId "cooling"',
		'[free]  | 3 TimerFired +0.1 s | startedEventId 2 · timerId "cooling"',
	]);
});

test("a history that is not as expected stands beside what was, open, with the first difference marked", () => {
	const timelines = drawn(
		[history(timer)],
		finding({
			at: "events.2.timerId",
			history: {
				relation: "endsWith",
				events: [
					{ eventType: "TimerStarted", met: 1 },
					{ eventType: "TimerFired", attributes: { startedEventId: 2, timerId: "heating", control: null } },
				],
				ignoring: ["MarkerRecorded"],
			},
		}),
	);
	expect(attributesOf(timelines)).toEqual([{ class: "timeline beside", open: true }]);
	expect(linesOf(timelines)).toEqual([
		"History of order-1, run run-1: 3 events; first difference at event 3: TimerFired differs in timerId" +
			" | Expected: these events at the end. Not looked at: MarkerRecorded. | expectedobserved | ",
		'[free]  |  | 1 WorkflowExecutionStarted 2026-01-02T03:03:04.300Z | childPolicy "ABANDON"',
		'[met]  | TimerStarted as expected | 2 TimerStarted +0 s | timerId "cooling"',
		'[differs first]  | TimerFired differs | startedEventId 2 · timerId "heating" · control null' +
			' | 3 TimerFired +0.1 s first difference | startedEventId 2 · timerId "cooling"',
	]);
	expect(JSON.stringify(timelines)).toContain(String.raw`["mark",{},"timerId \"heating\""]`);
	expect(JSON.stringify(timelines)).toContain(String.raw`["mark",{},"timerId \"cooling\""]`);
});

test.each<[string, Finding["history"], string]>([
	[
		"an event",
		{ relation: "exactly", events: [{ eventType: "TimerCanceled" }] },
		"TimerCanceled expected, WorkflowExecutionStarted observed",
	],
	["one that is missing", { relation: "contains", events: [{ eventType: "TimerCanceled" }] }, "TimerCanceled missing"],
	["one too many", { relation: "exactly", events: [] }, "WorkflowExecutionStarted not expected"],
	["one that is excluded", { relation: "excludes", events: [] }, "WorkflowExecutionStarted must not be there"],
])("the title says in what %s differs", (_, expected, title) => {
	const of = finding({
		at: expected?.relation === "contains" ? "events" : "events.0",
		...(expected === undefined ? {} : { history: expected }),
	});
	expect(linesOf(drawn([history(timer)], of))[0]).toContain(`: ${title} | Expected: `);
});

test("a member that should be there is said to be absent", () => {
	const events = [{ eventType: "WorkflowExecutionStarted", attributes: { tagList: ["a"], startedEventId: 1 } }];
	const lines = linesOf(
		drawn([history(timer)], finding({ at: "events.0.tagList", history: { relation: "startsWith", events } })),
	);
	expect(lines[1]).toContain('| tagList (absent) · childPolicy "ABANDON"');
});

test("what was found of an event stands with it, and the first such is marked", () => {
	const of = finding({ check: "invariants", at: "events.1", message: "event 2 is\nwrong" });
	const [title, , second] = linesOf(drawn([history(timer)], of, { ...of, level: "MAY", message: "odd" }));
	expect(title).toContain("3 events; first finding at event 2 | ");
	expect(second).toMatch(/2 TimerStarted \+0 s first finding \| timerId "cooling" \| MUST: event 2 is\\nwrong \| MAY: odd$/);
});

test("of several findings about one history the first is open", () => {
	const of = finding({ at: "events.0", history: { relation: "exactly", events: [] } });
	expect(attributesOf(drawn([history(timer)], of, of))).toEqual([
		{ class: "timeline beside", open: true },
		{ class: "timeline beside" },
	]);
});

test("of a long history and of many histories some is left out, and how much is said", () => {
	const long = Array.from({ length: 100_000 }, (_, index) => event(index + 1, "MarkerRecorded"));
	expect(linesOf(drawn([history(long)])).filter((line) => line.startsWith("[gap]"))).toEqual(["[gap] … 99936 more events"]);
	const other = {
		...history(long.slice(0, 100)),
		request: { headers: {}, body: JSON.stringify({ execution: { workflowId: "w", runId: "r" } }) },
	};
	expect(linesOf(drawn([history(timer), other])).filter((line) => line.startsWith("[gap]"))).toEqual(["[gap] … 76 more events"]);
	const runs = Array.from({ length: 9 }, (_, run) => ({
		...history(timer),
		request: { headers: {}, body: JSON.stringify({ execution: { workflowId: "w", runId: `${run}` } }) },
	}));
	expect(drawn(runs)).toHaveLength(7);
	expect(drawn(runs).at(-1)).toEqual(["p", {}, "3 more histories are not drawn."]);
});

test("of a history that a report had no room for is said that it goes on", () => {
	const body = JSON.stringify({ events: timer });
	const lines = linesOf(drawn([answered(shortened(body, body.length - 10, "in the evidence"))]));
	expect(lines[0]).toContain(": more than 2 events");
	expect(lines.at(-1)).toContain("The report has no more of this history; the evidence has.");
});

/** Whatever a target can send, and a few things that look like what it should. */
const anyEvent = fc.oneof(
	fc.jsonValue(),
	fc.record(
		{
			eventId: fc.oneof(fc.integer({ min: -2, max: 12 }), fc.double(), fc.constant(1e308), fc.jsonValue()),
			eventType: fc.oneof(
				fc.constantFrom("TimerStarted", "TimerFired", "ActivityTaskStarted", "constructor", "</li><script>"),
				fc.string(),
			),
			eventTimestamp: fc.oneof(fc.double(), fc.constant(-1e300), fc.jsonValue()),
			timerFiredEventAttributes: fc.dictionary(
				fc.oneof(fc.constantFrom("startedEventId", "scheduledEventId", "__proto__", "timerId"), fc.string()),
				fc.oneof(fc.integer({ min: -2, max: 12 }), fc.jsonValue()),
			),
			activityTaskStartedEventAttributes: fc.jsonValue(),
		},
		{ requiredKeys: [] },
	),
);
const anyFinding = fc.record({
	at: fc.constantFrom(
		"events",
		"events.0",
		"events.3.eventType",
		"events.2.timerId",
		"events.99999999999999999999.x",
		"events.-1",
		"x",
	),
	check: fc.constantFrom("expectations", "contract", "invariants"),
	exchanges: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
	history: fc.option(
		fc.record({
			relation: fc.constantFrom("exactly", "inOrder", "startsWith", "endsWith", "contains", "excludes"),
			events: fc.array(
				fc.record(
					{
						eventType: fc.oneof(fc.constantFrom("TimerStarted", "TimerFired"), fc.string()),
						attributes: fc.dictionary(fc.string(), fc.jsonValue()),
						met: fc.nat({ max: 12 }),
					},
					{ requiredKeys: ["eventType"] },
				),
				{ maxLength: 8 },
			),
			ignoring: fc.array(fc.constantFrom("TimerStarted", "constructor")),
		}),
	),
});

test("whatever a history is, it is drawn without end neither in rows nor in text, and nothing of it becomes a tag", () => {
	fc.assert(
		fc.property(
			fc.array(fc.array(anyEvent, { maxLength: 12 }), { maxLength: 3 }),
			fc.array(anyFinding, { maxLength: 4 }),
			(pages, findings) => {
				const timelines = drawn(
					pages.map((events) => history(events as Json)),
					...findings.map(({ history: asked, ...rest }) =>
						finding({ ...rest, ...(asked === null ? {} : { history: asked as NonNullable<Finding["history"]> }) }),
					),
				);
				const html = timelines.map(toHtml).join("");
				expect(
					html.replace(/<\/?(?:details|summary|code|strong|p|div|span|svg|text|ol|li|path|circle|b|em|mark)[ >]/g, ""),
				).not.toContain("<");
				expect(html.length).toBeLessThan(7 * 40_000);
			},
		),
	);
});

test("attributes without end in number and length make no long row", () => {
	const long = "x".repeat(5_000);
	const attributes = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${long}${index}EventId`, index + 1]));
	const events = Array.from({ length: 20 }, (_, index) =>
		event(index + 1, long, { ...attributes, reason: long, details: { long } }),
	);
	expect(JSON.stringify(drawn([history(events)])).length).toBeLessThan(60_000);
});
