import { expect, test } from "vitest";
import type { Members } from "../../json-lines.ts";
import type { Markup } from "../markup.ts";
import { laneHead, rowGraph } from "./graph.ts";
import { layout } from "./layout.ts";
import type { Row } from "./side-by-side.ts";

const row = (eventType: string, eventId: number, attributes: Members = {}): Row => ({
	kind: "free",
	observed: { eventType, eventId, attributes },
});
/** What is drawn beside each row, but for the lanes: classes with the way of a path or the middle of a circle. */
const drawn = (rows: readonly Row[]) => {
	const drawing = layout(rows);
	return drawing.rows.map((one) => inside(rowGraph(drawing, one)).slice(1).map(shapeOf));
};
const inside = (markup: Markup): readonly Markup[] => (typeof markup === "string" ? [] : (markup.slice(2) as readonly Markup[]));
const shapeOf = (shape: Markup): string => {
	if (typeof shape === "string") return shape;
	const { class: name, d, cx, r } = shape[1];
	return `${name} ${d ?? `${cx} ${r}`}`;
};

test("an arrow goes from its event around a corner up and past others to the head at the event that is named", () => {
	const references = [
		row("TimerStarted", 1),
		row("TimerFired", 2, { startedEventId: 1 }),
		row("TimerFired", 3, { startedEventId: 1 }),
	];
	expect(drawn(references)).toEqual([
		["timer M9 15H20Q25 15 25 20V4000", "head timer M15 15l6 -4v8z", "timer 9 5"],
		["timer M9 15H20Q25 15 25 10V0M25 0V4000", "timer 9 5"],
		["timer M9 15H20Q25 15 25 10V0", "timer 9 5"],
	]);
});

test("past an event of another kind an arrow goes straight, and down where it leads to a later event", () => {
	expect(drawn([row("TimerFired", 1, { startedEventId: 3 }), row("MarkerRecorded", 2), row("TimerStarted", 3)])).toEqual([
		["timer M9 15H36Q41 15 41 20V4000", "timer 9 5"],
		["timer M41 0V4000", "marker 25 5"],
		["timer M9 15H36Q41 15 41 10V0", "head timer M15 15l6 -4v8z", "timer 9 5"],
	]);
});

test("what differs has a shape of its own, what was expected is hollow, and around the other where they share a lane", () => {
	const expected = { eventType: "TimerCanceled" };
	const rows: readonly Row[] = [
		{ ...row("MarkerRecorded", 1), kind: "differs", expected },
		{ kind: "missing", expected },
		{ ...row("TimerFired", 2), kind: "differs", expected },
	];
	expect(drawn(rows)).toEqual([
		["hollow timer 9 5.5", "wrong M25 8l7 7l-7 7l-7 -7z"],
		["hollow timer 9 5.5"],
		["hollow timer 9 9", "wrong M9 8l7 7l-7 7l-7 -7z"],
	]);
});

test("each lane has its name above it", () => {
	const head = laneHead(layout([row("TimerStarted", 1), row("WorkflowExecutionStarted", 2)]));
	expect(inside(head)).toEqual([
		["text", { class: "execution", transform: "translate(13 79) rotate(-90)" }, "execution"],
		["text", { class: "timer", transform: "translate(29 79) rotate(-90)" }, "timers"],
	]);
});
