import { describe, expect, test } from "vitest";
import { plan, select, selects } from "./plan.ts";
import type { Scenario } from "./scenario/scenario.ts";

const scenario = (id: string, more: Partial<Scenario> = {}): Scenario => ({
	id,
	file: `${id}.yaml`,
	digest: "",
	clauses: ["a/b"],
	level: "MUST",
	needs: [],
	fixtures: [],
	steps: [],
	serviceSeconds: 0,
	declaredChecks: 0,
	...more,
});
const ids = (scenarios: readonly { readonly id: string }[]) => scenarios.map(({ id }) => id);

describe("a pattern", () => {
	test.each([
		["termination/**", "termination/a", true],
		["termination/*", "termination/a:row", true],
		["termination/a", "termination/a", true],
		["termination/a", "termination/a:row", true],
		["termination/a:row", "termination/a:row", true],
		["termination/a:other", "termination/a:row", false],
		["termination/a", "termination/ab", false],
		["**", "termination/a", true],
		["*", "termination/a", false],
		["{termination,children}/*", "children/x", true],
		["!termination/**", "children/x", false],
	])("%s means %s: %j", (pattern, id, means) => {
		expect(selects(pattern)(id)).toBe(means);
	});

	test("none means all, several mean what any means", () => {
		const all = [scenario("a/x"), scenario("b/y"), scenario("c/z")];
		expect(ids(select(all, []))).toEqual(["a/x", "b/y", "c/z"]);
		expect(ids(select(all, ["c/*", "a/*"]))).toEqual(["a/x", "c/z"]);
	});
});

describe("a plan", () => {
	const quick = scenario("a/quick");
	const slow = scenario("a/slow", { serviceSeconds: 60 });
	const slower = scenario("a/slower", { serviceSeconds: 90 });
	const wall = { clock: "wall", lacks: [] } as const;
	const timers = scenario("a/timers", { needs: ["timers", "children"] });

	test("sets long cases out first", () => {
		expect(ids(plan([quick, slow, slower], wall, { lacks: [], has: [] }).play)).toEqual(["a/slower", "a/slow", "a/quick"]);
	});

	test("skips what would wait longer than it may on a wall clock, and says how long", () => {
		const { play, skip } = plan([quick, slow, slower], wall, { lacks: [], has: [], maxWait: 60 });
		expect(ids(play)).toEqual(["a/slow", "a/quick"]);
		expect(skip).toEqual([
			{ scenario: slower, verdict: "skipped", reason: "it lets 90 s of service time pass, more than --max-wait 60" },
		]);
	});

	test("skips nothing for its length on a virtual clock", () => {
		expect(plan([slower], { ...wall, clock: "virtual" }, { lacks: [], has: [], maxWait: 0 }).skip).toEqual([]);
	});

	test("calls unsupported what needs a feature that the target lacks", () => {
		expect(plan([timers, quick], wall, { lacks: ["children", "lambda"], has: [] }).skip).toEqual([
			{ scenario: timers, verdict: "unsupported", reason: "the target is said to lack children" },
		]);
	});

	test("calls unsupported what targets of a kind lack, unless somebody says that this one has it", () => {
		const target = { ...wall, lacks: ["timers"] };
		expect(ids(plan([timers, quick], target, { lacks: [], has: [] }).play)).toEqual(["a/quick"]);
		expect(plan([timers, quick], target, { lacks: [], has: ["timers"] }).skip).toEqual([]);
	});
});
