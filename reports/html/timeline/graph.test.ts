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
	const { class: name, d, cx } = shape[1];
	return `${name} ${d ?? cx}`;
};

test("an arrow goes from its event around a corner up and past others to the head at the event that is named", () => {
	const references = [
		row("TimerStarted", 1),
		row("TimerFired", 2, { startedEventId: 1 }),
		row("TimerFired", 3, { startedEventId: 1 }),
	];
	expect(drawn(references)).toEqual([
		["timer M11 15H25Q30 15 30 20V4000", "head timer M17 15l6 -4v8z", "timer 11"],
		["timer M11 15H25Q30 15 30 10V0M30 0V4000", "timer 11"],
		["timer M11 15H25Q30 15 30 10V0", "timer 11"],
	]);
});

test("past an event of another kind an arrow goes straight, and down where it leads to a later event", () => {
	expect(drawn([row("TimerFired", 1, { startedEventId: 3 }), row("MarkerRecorded", 2), row("TimerStarted", 3)])).toEqual([
		["timer M11 15H45Q50 15 50 20V4000", "timer 11"],
		["timer M50 0V4000", "marker 31"],
		["timer M11 15H45Q50 15 50 10V0", "head timer M17 15l6 -4v8z", "timer 11"],
	]);
});

test("what differs has a shape of its own, and so has what is missing", () => {
	const expected = { eventType: "TimerCanceled" };
	expect(
		drawn([
			{ ...row("MarkerRecorded", 1), kind: "differs", expected },
			{ kind: "missing", expected },
		]),
	).toEqual([["hollow timer 11", "wrong M31 8l7 7l-7 7l-7 -7z"], ["hollow timer 11"]]);
});

test("each lane has its name above it", () => {
	const head = laneHead(layout([row("TimerStarted", 1), row("WorkflowExecutionStarted", 2)]));
	expect(inside(head)).toEqual([
		["text", { class: "execution", transform: "translate(15 79) rotate(-90)" }, "execution"],
		["text", { class: "timer", transform: "translate(35 79) rotate(-90)" }, "timers"],
	]);
});
