import { describe, expect, test } from "vitest";
import { compareValues } from "./compare-values.ts";

const compare = (one: Parameters<typeof compareValues>[1], other: Parameters<typeof compareValues>[2]) =>
	compareValues("output", one, other).map(({ at, baseline, candidate }) => [at, baseline, candidate]);

describe("two values", () => {
	test("that differ in the order of members only do not differ", () => {
		expect(compare({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toEqual([]);
	});

	test("differ by the way to each member", () => {
		expect(compare({ a: { b: [1, { c: 2 }] }, x: 1 }, { a: { b: [1, { c: 3 }] }, y: 1 })).toEqual([
			["a.b[1].c", 2, 3],
			["x", 1, undefined],
			["y", undefined, 1],
		]);
	});

	test("tell null from nothing, and a list from an object", () => {
		expect(compare({ a: null, b: [] }, { b: {} })).toEqual([
			["a", null, undefined],
			["b", [], {}],
		]);
	});

	test("of which one dropped items that were null differ in that alone", () => {
		expect(compare([{ a: 1 }, { a: 2 }], [null, { a: 1 }, null, { a: 2 }])).toEqual([["[null]", 0, 2]]);
		expect(compare([null, 1], [1, 2])).toEqual([
			["[0]", null, 1],
			["[1]", 1, 2],
		]);
	});

	test("have dates that differ as wholes", () => {
		const [one, other] = [{ $date: "2012-01-15T01:56:59.000Z" }, { $date: "2012-01-15T01:56:59.474Z" }];
		expect(compare({ t: one }, { t: other })).toEqual([["t", one, other]]);
	});

	test("have members by names of Object's own that are members like all", () => {
		expect(compare({ a: 1 }, JSON.parse('{"a":1,"__proto__":{"x":1},"constructor":2}'))).toEqual([
			["__proto__", undefined, { x: 1 }],
			["constructor", undefined, 2],
		]);
	});
});
