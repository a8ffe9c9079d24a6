import { expect, test } from "vitest";
import { caseOf, rendered, reportOf } from "./fixtures/load.ts";
import { renderBadge } from "./render-badge.ts";
import type { Verdict } from "./report.ts";

const badgeOf = async (interrupted: boolean, ...given: readonly Verdict[]): Promise<unknown> => {
	const report = await reportOf(given.map((verdict, index) => caseOf({ id: `a/${index}`, verdict })));
	return JSON.parse(await rendered(renderBadge, { ...report, interrupted }));
};

const many = (count: number, verdict: Verdict): readonly Verdict[] => Array.from({ length: count }, () => verdict);

test.each([
	["all passed", ["pass"], "divergence 0.0 %, coverage 100.0 %", "brightgreen"],
	["the target lacks something", ["pass", "unsupported"], "divergence 0.0 %, coverage 50.0 %", "brightgreen"],
	["few failed", [...many(99, "pass"), "fail"], "divergence 1.0 %, coverage 100.0 %", "yellow"],
	["several failed", [...many(9, "pass"), "fail"], "divergence 10.0 %, coverage 100.0 %", "orange"],
	["many failed, as expected", ["pass", "expected-failure"], "divergence 50.0 %, coverage 100.0 %", "red"],
	["the kit could not tell", ["pass", "inconclusive", "error"], "divergence 0.0 %, coverage 100.0 %, 2 untold", "lightgrey"],
	["something failed, and some could not be told", ["fail", "error"], "divergence 50.0 %, coverage 100.0 %, 1 untold", "red"],
	["nothing was played", ["skipped"], "nothing scored", "lightgrey"],
] as const)("where %s the badge says it, in a colour that does not flatter", async (_, given, message, color) => {
	expect(await badgeOf(false, ...given)).toEqual({ schemaVersion: 1, label: "SWF conformance", message, color });
});

test("a run that was cut short has no figures to show", async () => {
	expect(await badgeOf(true, "pass")).toMatchObject({ message: "interrupted", color: "lightgrey" });
});
