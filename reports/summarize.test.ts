import { expect, test } from "vitest";
import { caseOf } from "./fixtures/load.ts";
import { type Level, type Verdict, verdicts } from "./report.ts";
import { summarize } from "./summarize.ts";

const cases = (...wanted: readonly (readonly [id: string, verdict: Verdict, level?: Level])[]) =>
	wanted.map(([id, verdict, level = "MUST"]) => caseOf({ id, verdict, level }));

test("skipped and informational cases are counted but not scored", () => {
	const summary = summarize(cases(["a/1", "pass"], ["a/2", "skipped"], ["a/3", "fail", "MAY"], ["a/4", "warn", "SHOULD"]));
	expect(summary).toMatchObject({ cases: 4, scored: 2, failed: 0, verdicts: { pass: 1, skipped: 1, fail: 1, warn: 1 } });
});

test("an expected failure diverges as much as any other", () => {
	const summary = summarize(cases(["a/1", "fail"], ["a/2", "expected-failure"], ["a/3", "unexpected-pass"], ["a/4", "pass"]));
	expect(summary).toMatchObject({ scored: 4, failed: 2, divergence: 0.5 });
});

test("declining what it would fail moves a target's coverage and not its divergence upwards", () => {
	const failing = summarize(cases(["a/1", "fail"], ["a/2", "fail"], ["a/3", "pass"], ["a/4", "pass"]));
	const declining = summarize(cases(["a/1", "fail"], ["a/2", "unsupported"], ["a/3", "pass"], ["a/4", "pass"]));
	expect([failing.divergence, failing.coverage]).toEqual([0.5, 1]);
	expect([declining.divergence, declining.coverage]).toEqual([0.25, 0.75]);
});

test("errors and inconclusive cases are scored and neither failed nor unsupported", () => {
	expect(summarize(cases(["a/1", "error"], ["a/2", "inconclusive"]))).toMatchObject({ scored: 2, failed: 0, supported: 2 });
});

test("a run in which nothing is scored has the figures zero", () => {
	expect(summarize([])).toMatchObject({ cases: 0, scored: 0, divergence: 0, coverage: 0, suites: {} });
});

test("each suite has its own figures, by name", () => {
	const { suites } = summarize(cases(["b/1", "fail"], ["a/x/1", "pass"], ["b/2:row", "pass"], ["__proto__/1", "pass"]));
	expect(Object.keys(suites)).toEqual(["__proto__", "a", "b"]);
	expect(suites["b"]).toMatchObject({ scored: 2, failed: 1, divergence: 0.5, verdicts: { pass: 1, fail: 1 } });
});

test("every verdict is listed, also those that no case got", () => {
	expect(Object.keys(summarize([]).verdicts)).toEqual(verdicts);
});
