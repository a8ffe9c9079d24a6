import { expect, test } from "vitest";
import { shortened } from "../../visible.ts";
import { readBody } from "./read-body.ts";

const events = [
	{ eventId: 1, eventType: "A", a: { text: 'quote " bracket } ] and \\' } },
	{ eventId: 2, list: [{}, []] },
	{ eventId: 3, eventType: "C" },
];
const body = JSON.stringify({ taskToken: "t", events, other: { a: { b: 1 } } });

test("a body is read as an object", () => {
	expect(readBody(body)).toEqual({ members: JSON.parse(body), isCut: false });
});

test.each(["", "null", "[]", "5", '"text"', "<html>", '{"events":['])("%j tells nothing", (text) => {
	expect(readBody(text)).toBeUndefined();
});

test("of a body that was cut the events that are whole are read, wherever the cut is, and what stands before them", () => {
	for (let cut = body.indexOf("[") + 1; cut < body.length; cut += 1) {
		const whole = events.filter((event) => body.slice(0, cut).includes(JSON.stringify(event)));
		const read = { members: { taskToken: "t", events: whole }, isCut: true };
		expect([cut, readBody(shortened(body, cut, "in the evidence"))]).toEqual([cut, read]);
	}
});

test("of a body that was cut before its events nothing is known", () => {
	expect(readBody(shortened(body, 10, "in the evidence"))).toEqual({ members: {}, isCut: true });
});
