import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarioOf } from "../fixtures/stage.ts";
import type { Plan } from "../plan.ts";
import { type Durations, shardOf } from "./split.ts";

const scenario = (id: string) => scenarioOf("  - ListDomains: { registrationStatus: REGISTERED }\n", id);
const planOf = (played: readonly string[], skipped: readonly string[] = []): Plan => ({
	play: played.map(scenario),
	skip: skipped.map((id) => ({ scenario: scenario(id), verdict: "skipped", reason: "r" })),
});
const idsOf = ({ play, skip }: Plan) => [...play, ...skip.map((each) => each.scenario)].map(({ id }) => id);
const split = (plan: Plan, of: number, durations: Durations) =>
	Array.from({ length: of }, (_, index) => idsOf(shardOf(plan, { index: index + 1, of }, durations)));

const names = fc.uniqueArray(fc.stringMatching(/^[ab]\/[a-z]{1,4}$/), { minLength: 1, maxLength: 20 });

test("each case is in exactly one shard, however many there are and whatever is recorded", () => {
	fc.assert(
		fc.property(
			names,
			fc.dictionary(fc.stringMatching(/^[ab]\/[a-z]{1,4}$/), fc.nat(10_000)),
			fc.integer({ min: 1, max: 8 }),
			(ids, known, of) => {
				const plan = planOf(ids.slice(1), ids.slice(0, 1));
				expect(
					split(plan, of, new Map(Object.entries(known)))
						.flat()
						.sort(),
				).toEqual(ids.toSorted());
			},
		),
	);
});

test("the split is the same in whatever order cases and durations come", () => {
	fc.assert(
		fc.property(names, fc.integer({ min: 1, max: 5 }), (ids, of) => {
			const durations = ids.map((id, index) => [id, index % 3] as const);
			const sets = (plan: Plan, its: Durations) => split(plan, of, its).map((shard) => shard.toSorted());
			expect(sets(planOf(ids.toReversed()), new Map(durations.toReversed()))).toEqual(sets(planOf(ids), new Map(durations)));
		}),
	);
});

test("the longest come first, each to the shard that has least to do", () => {
	const durations = new Map([
		["a/9", 9],
		["a/7", 7],
		["a/6", 6],
		["a/5", 5],
		["a/1", 1],
	]);
	expect(split(planOf([...durations.keys()]), 2, durations)).toEqual([
		["a/9", "a/5"],
		["a/7", "a/6", "a/1"],
	]);
});

test("what is not played takes no time", () => {
	const durations = new Map([
		["a/b", 10],
		["a/c", 5],
		["a/s", 9],
		["a/t", 9],
	]);
	expect(split(planOf(["a/b", "a/c"], ["a/s", "a/t"]), 2, durations)).toEqual([["a/b"], ["a/c", "a/s", "a/t"]]);
});

test("a row takes what its scenario took, a case of which nothing is known what is in the middle of its suite", () => {
	const few = ["c/a", "c/b", "c/c", "c/d"].map((id) => [id, 1] as const);
	const known = { "a/table": 50, "a/y": 1, "a/z": 1, "b/x": 1, "b/y": 30, "b/z": 99, "e/k": 40, "f/k": 20 };
	expect(split(planOf(["a/table:one", "b/new", "e/k", "f/k"]), 2, new Map([...few, ...Object.entries(known)]))).toEqual([
		["a/table:one", "f/k"],
		["b/new", "e/k"],
	]);
});

test("a case of whose suite nothing is known takes what is in the middle of all", () => {
	const known = { "b/y": 30, "c/x": 1, "e/k": 40, "g/a": 15, "g/b": 15 };
	expect(split(planOf(["b/y", "c/x", "d/new", "e/k"]), 2, new Map(Object.entries(known)))).toEqual([
		["c/x", "e/k"],
		["b/y", "d/new"],
	]);
});

test("without any record cases are shared out evenly", () => {
	const sizes = split(planOf(["a/a", "a/b", "a/c", "a/d", "a/e"]), 3, new Map()).map((shard) => shard.length);
	expect(sizes).toEqual([2, 2, 1]);
});

test("where there are more shards than cases some have none", () => {
	expect(split(planOf(["a/a"]), 3, new Map())).toEqual([["a/a"], [], []]);
});
