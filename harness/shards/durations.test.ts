import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadOwnCorpus, packageRoot } from "../cli/corpus.ts";
import { durationsFile, durationsOf, durationsText, parseDurations } from "./durations.ts";

const entry = (id: string, durationMs: number) =>
	({ id, durationMs, verdict: "pass", level: "MUST", findings: 0, observations: 0 }) as const;

test("a case that was not played has no duration", () => {
	expect(durationsOf({ entries: [entry("a/b", 12), entry("a/c", 0)] })).toEqual(new Map([["a/b", 12]]));
});

test("durations are kept a scenario, to some milliseconds, and read as they were kept", () => {
	const text = durationsText(
		new Map([
			["b/x", 1],
			["a/t:one", 900],
			["a/t:two", 1_120],
		]),
	);
	expect(text).toBe('{\n\t"a/t": 1000,\n\t"b/x": 50\n}\n');
	expect(parseDurations(text)).toEqual(
		new Map([
			["a/t", 1_000],
			["b/x", 50],
		]),
	);
});

test("what ships is of scenarios that there are, in the order in which it is written", async () => {
	const text = readFileSync(durationsFile(packageRoot), "utf8");
	const scenarios = new Set((await loadOwnCorpus()).scenarios.map(({ id }) => id.split(":", 1)[0]));
	const durations = parseDurations(text);
	expect([...durations.keys()].filter((id) => !scenarios.has(id))).toEqual([]);
	expect(durationsText(durations)).toBe(text);
});
