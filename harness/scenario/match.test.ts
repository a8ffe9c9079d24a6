import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../specs/wire/json.ts";
import { matcherNames, mismatch } from "./match.ts";

const absent = undefined;
const matches = (pattern: Json, value: Json | undefined) => mismatch(pattern, value) === undefined;

/** JSON without `$`, so that nothing in it is a matcher. */
const plainJson: fc.Arbitrary<Json> = fc
	.jsonValue({ depthSize: "small" })
	.map((json) => JSON.parse(JSON.stringify(json).replaceAll("$", "_")) as Json);

/** Every way to change one thing, where the change must be noticed: members may be added to objects, nothing else may change. */
function mutants(json: Json): readonly Json[] {
	if (typeof json === "string") return [`${json}!`, null];
	if (typeof json === "number") return [json + 1 === json ? 0 : json + 1, String(json)];
	if (typeof json === "boolean") return [!json, String(json)];
	if (json === null) return ["null", {}];
	if (Array.isArray(json)) {
		const items = json as readonly Json[];
		const inside = items.flatMap((item, index) => mutants(item).map((mutant) => items.with(index, mutant)));
		return [[...items, null], ...(items.length > 0 ? [items.slice(1)] : []), ...inside];
	}
	const entries = Object.entries(json);
	return entries.flatMap(([member, value]) => [
		Object.fromEntries(entries.filter(([name]) => name !== member)),
		...mutants(value).map((mutant) => Object.fromEntries(entries.map(([name, of]) => [name, name === member ? mutant : of]))),
	]);
}

describe("JSON without matchers", () => {
	test("matches itself", () => {
		fc.assert(fc.property(plainJson, (json) => matches(json, structuredClone(json))));
	});

	test("does not match any mutant of itself", () => {
		fc.assert(
			fc.property(plainJson, (json) => {
				for (const mutant of mutants(json)) expect(matches(json, mutant)).toBe(false);
			}),
		);
	});

	test("matches what has more members", () => {
		fc.assert(
			fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), plainJson), (json) => {
				expect(matches(json, { ...json, OneMore: 1 })).toBe(true);
			}),
		);
	});

	test("does not match an absent member", () => {
		expect(matches(null, absent)).toBe(false);
		expect(matches({}, absent)).toBe(false);
	});

	test("takes members only from the object itself", () => {
		expect(matches({ toString: { $absent: true } }, {})).toBe(true);
		expect(matches({ constructor: { $any: true } }, {})).toBe(false);
	});
});

describe("the first mismatch", () => {
	test("is told with its way, what was expected and what was there", () => {
		expect(mismatch({ a: [{ b: 1 }, { b: 2 }], c: 3 }, { a: [{ b: 1 }, { b: 3 }], c: 4 })).toEqual({
			at: "a.1.b",
			expected: 2,
			observed: 3,
		});
	});

	test("is of the list where a list has another length", () => {
		expect(mismatch({ a: [1, 2] }, { a: [1] })).toEqual({ at: "a", expected: [1, 2], observed: [1] });
	});
});

/** Added up in binary fractions, this and 0.2 would be more than 1700000000.202. */
const timestamp = 1_700_000_000.002;

/** Each matcher both ways: pattern, values that it matches, values that it does not. */
const both: readonly (readonly [Json, readonly (Json | undefined)[], readonly (Json | undefined)[]])[] = [
	[{ $absent: true }, [absent], [null, "", {}, false]],
	[{ $any: true }, [null, "", 0, false, {}, []], [absent]],
	[{ $any: "text" }, ["", "x"], [absent, null, 1, [], {}]],
	[{ $any: "number" }, [0, 1.5], [absent, "0", null]],
	[{ $any: "boolean" }, [true, false], [absent, "true", 0, null]],
	[{ $any: "object" }, [{}, { a: 1 }], [absent, [], null, "x"]],
	[{ $any: "list" }, [[], [1]], [absent, {}, "", null]],
	[{ $oneOf: ["a", { $any: "number" }] }, ["a", 5], ["b", absent, null]],
	[{ $oneOf: ["a", { $absent: true }] }, ["a", absent], ["b", null]],
	[{ $not: "a" }, ["b", null, absent], ["a"]],
	[{ $not: { $absent: true } }, [null, 0], [absent]],
	[{ $matches: "^a+$" }, ["a", "aaa"], ["", "ab", 1, null, absent, ["a"]]],
	[{ $matches: "^.$" }, ["😀"], ["ab"]],
	[{ $matches: "" }, ["", "x"], ["x".repeat(100_001)]],
	[
		{ $set: [1, 2] },
		[
			[1, 2],
			[2, 1],
		],
		[[1], [1, 2, 3], [1, 1], {}, absent],
	],
	[
		{ $set: [{ $any: true }, 1] },
		[
			[1, 2],
			[2, 1],
		],
		[[2, 2]],
	],
	[{ $set: [] }, [[]], [[1], {}, absent]],
	[{ $contains: [1, 1] }, [[1, 2, 1]], [[1, 2], "11", absent]],
	[
		{ $contains: [{ $any: "number" }, 1] },
		[
			[1, 2],
			[0, 1],
		],
		[[1], ["x", 1]],
	],
	[{ $size: 2 }, [[1, 2], "ab"], [[1], "a", 2, absent, { length: 2 }]],
	[{ $size: { $atLeast: 1 } }, ["a", [0]], ["", []]],
	[{ $greaterThan: 3 }, [4, 3.001], [3, 2, "4", absent, null]],
	[{ $atLeast: 3 }, [3, 4], [2.999, "3", absent]],
	[{ $lessThan: 3 }, [2.999, -1], [3, 4, "2", null]],
	[{ $atMost: 3 }, [3, 2], [3.001, "3", null]],
	[{ $about: 10, $by: 2 }, [8, 10, 12], [7.999, 12.001, "10", absent]],
	[{ $by: 2, $about: 10 }, [8, 12], [7, 13]],
	[{ $about: 10 }, [10], [10.001]],
	[{ $atLeast: { $plus: [3, 4] } }, [7], [6.999]],
	[{ $atLeast: { $plus: [timestamp, 0.2] } }, [1_700_000_000.202], [1_700_000_000.201]],
	[{ $about: { $plus: [3, { $plus: [1, 1] }] }, $by: { $plus: [1, 1] } }, [3, 7], [2, 8]],
	[{ $atLeast: "3" }, [], [3, 4, "3"]],
	[{ $atLeast: { $plus: [1, "x"] } }, [], [1, 2]],
];

describe("a matcher", () => {
	test.each(both)("%j matches %j and not %j", (pattern, right, wrong) => {
		for (const value of right) expect(matches({ it: pattern }, value === absent ? {} : { it: value })).toBe(true);
		for (const value of wrong) expect(matches({ it: pattern }, value === absent ? {} : { it: value })).toBe(false);
	});

	test("of each name is tried here", () => {
		const tried = new Set(both.map(([pattern]) => Object.keys(pattern as object)[0]));
		expect(matcherNames.filter((name) => !tried.has(name))).toEqual([]);
	});

	test("that is unknown matches nothing", () => {
		expect(matches({ $unheardOf: true }, { $unheardOf: true })).toBe(false);
	});

	test("$not is the contrary of what it holds, whatever that is", () => {
		fc.assert(
			fc.property(plainJson, plainJson, (pattern, value) => {
				expect(matches({ $not: pattern }, value)).toBe(!matches(pattern, value));
			}),
		);
	});

	test("$set matches every order of its items", () => {
		const shuffled = fc
			.array(plainJson, { maxLength: 6 })
			.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length })));
		fc.assert(fc.property(shuffled, ([items, other]) => matches({ $set: items }, other)));
	});

	test("$set of many patterns that nearly match ends soon", () => {
		const patterns = Array.from({ length: 30 }, (_, index) => (index === 29 ? "missing" : { $any: "number" }));
		const items = Array.from({ length: 30 }, (_, index) => index);
		expect(matches({ $set: patterns }, items)).toBe(false);
	});

	test("$contains ends soon on whatever a target sends", () => {
		const patterns = [...Array.from({ length: 8 }, () => ({ $any: "number" })), "missing"];
		expect(
			matches(
				{ $contains: patterns },
				Array.from({ length: 5_000 }, (_, index) => index),
			),
		).toBe(false);
	});
});
