import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Built, build } from "../fixtures/build.ts";
import { behaviours } from "./behaviours.ts";
import { openHostile } from "./endpoint.ts";
import { failings, isAsExpected, ways } from "./failings.ts";
import { passThrough } from "./pass-through.ts";
import { playHostile } from "./play-hostile.ts";
import { renderTable } from "./render-table.ts";
import { smallCorpus } from "./suites.ts";

test("the documentation tells what is expected of every behaviour", () => {
	const text = readFileSync(new URL("../../docs/hostile-targets.md", import.meta.url), "utf8");
	expect(text.slice(text.indexOf("| It …"))).toBe(renderTable(behaviours));
});

describe("what is told of an endpoint", () => {
	test.each([
		["fail", "fail", "wire", true],
		["fail, inconclusive, warn", "fail", "wire", true],
		["fail, pass", "fail", "wire", false],
		["fail, pass", "fail, pass", "wire", true],
		["fail, pass", "fail", "proxy", true],
		["pass", "fail", "proxy", false],
		["inconclusive", "fail", "wire", false],
		["inconclusive, warn", "inconclusive", "wire", false],
		["error", "fail", "sdk", false],
		["exit 3", "exit 3", "sdk", true],
		["exit 4", "exit 3", "sdk", false],
	] as const)("%s, where it is to be %s by %s: %s", (seen, wanted, way, holds) => {
		expect(isAsExpected(seen, wanted, way)).toBe(holds);
	});
});

/** One of each kind; `.ci/hostile` tries them all. */
const some = [
	"resets in the body",
	"answers with 100 MB",
	"sends elsewhere by 307",
	"sets cookies",
	"writes a million values",
	"names members after prototypes",
	"puts commands into every text",
	"pages without an end, with ever new tokens",
	"echoes what is secret",
];

describe("on an endpoint that", () => {
	let built: Built;
	beforeAll(() => {
		built = build(smallCorpus());
	}, 120_000);
	afterAll(() => built.remove());

	test.each(some.flatMap((name) => ways.map((way) => [name, way] as const)))(
		"%s, the command line keeps its word (%s)",
		{ timeout: 120_000 },
		async (name, way) => {
			const behaviour = behaviours[name];
			if (behaviour === undefined) throw new Error(`there is no ${name}`);
			const endpoint = await openHostile(behaviour);
			const played = await (way === "proxy"
				? passThrough(built, endpoint.url, false)
				: playHostile(built, endpoint.url, way, false));
			endpoint.close();
			expect(failings(behaviour, way, played, endpoint)).toEqual([]);
		},
	);
});
