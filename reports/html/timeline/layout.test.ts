import { expect, test } from "vitest";
import type { Members } from "../../json-lines.ts";
import { layout } from "./layout.ts";
import type { Row } from "./side-by-side.ts";

const row = (eventType: string, eventId: number, attributes: Members = {}): Row => ({
	kind: "free",
	observed: { eventType, eventId, attributes },
});
/** Strands of each row: column, turn, and whether they are above and below. */
const strandsOf = (rows: readonly Row[]) =>
	layout(rows).rows.map(({ strands }) =>
		strands.map(({ column, turn, above, below }) => `${column} ${turn}${above ? " above" : ""}${below ? " below" : ""}`),
	);

test("an arrow leads up to the event that is named, past what is between", () => {
	expect(
		strandsOf([
			row("DecisionTaskScheduled", 2),
			row("MarkerRecorded", 3),
			row("DecisionTaskStarted", 4, { scheduledEventId: 2 }),
		]),
	).toEqual([["0 to below"], ["0 past above below"], ["0 from above"]]);
});

test("arrows to one event share a column, arrows to several do not while they are side by side", () => {
	expect(
		strandsOf([
			row("DecisionTaskScheduled", 2),
			row("DecisionTaskStarted", 3, { scheduledEventId: 2 }),
			row("DecisionTaskCompleted", 4, { scheduledEventId: 2, startedEventId: 3 }),
			row("TimerStarted", 5, { decisionTaskCompletedEventId: 4 }),
			row("TimerFired", 6, { startedEventId: 5 }),
		]),
	).toEqual([
		["0 to below"],
		["0 from above below", "1 to below"],
		["0 from above", "1 from above", "2 to below"],
		["2 from above", "0 to below"],
		["0 from above"],
	]);
});

test("an arrow leads down where an event names a later one, which is told", () => {
	const { rows } = layout([row("TimerFired", 1, { startedEventId: 2 }), row("TimerStarted", 2)]);
	expect(rows.map(({ strands }) => strands)).toEqual([
		[{ column: 0, lane: "timer", turn: "from", above: false, below: true, isForward: true }],
		[{ column: 0, lane: "timer", turn: "to", above: true, below: false, isForward: false }],
	]);
});

test("an event that names itself, or one that is not there, has no arrow", () => {
	expect(strandsOf([row("TimerFired", 1, { startedEventId: 1, scheduledEventId: 9 })])).toEqual([[]]);
});

test("of events with one number the first is meant", () => {
	expect(strandsOf([row("TimerStarted", 1), row("TimerStarted", 1), row("TimerFired", 2, { startedEventId: 1 })])).toEqual([
		["0 to below"],
		["0 past above below"],
		["0 from above"],
	]);
});

test("more arrows than can be told apart are left out", () => {
	const started = Array.from({ length: 20 }, (_, index) => row("TimerStarted", index + 1));
	const fired = Array.from({ length: 20 }, (_, index) => row("TimerFired", index + 21, { startedEventId: index + 1 }));
	const drawn = layout([...started, ...fired]);
	expect(drawn.columns).toBe(8);
	expect(Math.max(...drawn.rows.map(({ strands }) => strands.length))).toBe(8);
});

test("there are lanes for what is there and for what was expected, and no others", () => {
	const { lanes, rows } = layout([
		{ ...row("Unheard", 1), expected: { eventType: "TimerFired" }, kind: "differs" },
		{ kind: "missing", expected: { eventType: "ActivityTaskStarted" } },
		{ ...row("WorkflowExecutionStarted", 2), expected: { eventType: "WorkflowExecutionStarted" }, kind: "met" },
		{ ...row("MarkerRecorded", 3), expected: { eventType: "LambdaFunctionStarted" }, kind: "excluded" },
	]);
	expect(lanes).toEqual(["execution", "activity", "timer", "marker", "other"]);
	expect(rows.map(({ observed, expected }) => [observed, expected])).toEqual([
		["other", "timer"],
		[undefined, "activity"],
		["execution", undefined],
		["marker", undefined],
	]);
});
