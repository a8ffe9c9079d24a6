import fc from "fast-check";
import { expect, test } from "vitest";
import { diffRows, unifiedLines } from "./diff.ts";
import type { Json } from "./report.ts";

const shown = (expected: Json | undefined, observed: Json | undefined) => unifiedLines(diffRows(expected, observed)).slice(2);

test("members that differ stand beside one another, and only they are marked", () => {
	const [before, after] = [
		{ closeStatus: "TERMINATED", executionStatus: "CLOSED" },
		{ closeStatus: "COMPLETED", executionStatus: "CLOSED" },
	];
	expect(diffRows(before, after)).toEqual([
		{ kind: "differs", expected: 'closeStatus: "TERMINATED"', observed: 'closeStatus: "COMPLETED"' },
		{ kind: "same", line: 'executionStatus: "CLOSED"' },
	]);
});

test("the order of members is no difference", () => {
	expect(diffRows({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }).every(({ kind }) => kind === "same")).toBe(true);
});

test("a fault and an answer stand on one row", () => {
	expect(diffRows({ fault: "UnknownResourceFault" }, { answer: {} })).toEqual([
		{ kind: "differs", expected: 'fault: "UnknownResourceFault"', observed: "answer: {}" },
	]);
});

test("an item that was inserted into a list leaves the items after it equal", () => {
	expect(shown(["Started", "Terminated"], ["Started", "Scheduled", "Terminated"])).toEqual([
		"  [",
		'    "Started"',
		'+   "Scheduled"',
		'    "Terminated"',
		"  ]",
	]);
});

test("values of different kinds are shown whole", () => {
	expect(shown("closed", { status: "open" })).toEqual(['- "closed"', '+ status: "open"']);
	expect(shown({ a: "closed" }, { a: { status: "open" } })).toEqual(['- a: "closed"', "+ a: {", '+   status: "open"', "+ }"]);
	expect(shown([], {})).toEqual(["- []", "+ {}"]);
});

test("what is not stated has no lines, and null is stated", () => {
	expect(shown(undefined, null)).toEqual(["+ null"]);
	expect(shown(1, undefined)).toEqual(["- 1"]);
	expect(unifiedLines(diffRows(undefined, undefined))).toEqual([]);
});

test("of a long list only the neighbourhood of the difference is shown, with a count of the rest", () => {
	const list = Array.from({ length: 100 }, (_, index) => index);
	expect(shown(list, list.with(50, -1))).toEqual([
		"  … 48 more lines",
		...["    47", "    48", "    49", "-   50", "+   -1", "    51", "    52", "    53"],
		"  … 47 more lines",
	]);
});

test("of a long line the place where the difference begins is shown", () => {
	const [row] = diffRows({ details: `${"x".repeat(5_000)}END` }, { details: `${"x".repeat(5_000)}end` });
	expect(row).toMatchObject({ kind: "differs", expected: expect.stringMatching(/^details: .*same characters.*xEND"$/) });
});

test("endless, deep and wide values are cut, and what was cut is counted", () => {
	const wide = diffRows(
		[],
		Array.from({ length: 50_000 }, (_, index) => index),
	);
	expect(wide.length).toBeLessThan(200);
	expect(wide.at(-1)).toMatchObject({ kind: "gap" });
	const deep = JSON.parse(`${"[".repeat(5_000)}${"]".repeat(5_000)}`) as Json;
	expect(diffRows(deep, [deep]).length).toBeLessThan(200);
	const heavy = diffRows(
		[],
		Array.from({ length: 100 }, () => "x".repeat(100_000)),
	);
	expect(JSON.stringify(heavy).length).toBeLessThan(30_000);
});

test("lists that have nothing in common stand beside one another", () => {
	const [before, after] = [0, 1_000].map((first) => Array.from({ length: 900 }, (_, index) => first + index));
	expect(diffRows(before, after)[1]).toEqual({ kind: "differs", expected: "  0", observed: "  1000" });
});

test("what JSON lets through and a terminal obeys becomes an escape", () => {
	expect(shown("\u009b31m", { "\u202ename": 1 })).toEqual(['- "\\u009b31m"', '+ "\\u202ename": 1']);
});

test("names of members that objects inherit are members like any other", () => {
	const odd = JSON.parse('{"__proto__":1,"constructor":2}') as Json;
	expect(shown({ constructor: 3 } as unknown as Json, odd)).toEqual(["- constructor: 3", "+ constructor: 2", "+ __proto__: 1"]);
});

test("any two values can be compared, and differ exactly if a row says so", () => {
	const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>;
	fc.assert(
		fc.property(json, json, (expected, observed) => {
			const differs = diffRows(expected, observed).some(({ kind }) => kind === "differs");
			expect(differs).toBe(canonical(expected) !== canonical(observed));
		}),
	);
});

const canonical = (value: Json): string =>
	JSON.stringify(value, (_, member: unknown) =>
		typeof member === "object" && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
			: member,
	);
