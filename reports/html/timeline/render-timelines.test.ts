import { expect, test } from "vitest";
import { answered, event, finding, history, timer } from "../../fixtures/histories.ts";
import type { Finding, ReportExchange } from "../../report.ts";
import { shortened } from "../../visible.ts";
import type { Markup } from "../markup.ts";
import { renderTimelines } from "./render-timelines.ts";

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
