import { describe, expect, test } from "vitest";
import type { Finding, Verdict } from "../../reports/report.ts";
import { applyExpectations, type Circumstances, type Found } from "./apply-expectations.ts";
import { parseExpectationsFile } from "./expectations-file.ts";

const finding = (message: string, more: Partial<Finding> = {}): Finding => ({
	...{ check: "expectations", clause: "a/clause", level: "MUST", message, step: "3" },
	...more,
});

const entries = (...lines: readonly string[]) =>
	parseExpectationsFile(`failures:\n${lines.map((line) => `  - { ${line} }\n`).join("")}`, "known.yaml", []);

const known = entries("cases: a/*, reason: why, link: 'https://x.test', expires: '2027-01-31'");
const day = { today: "2027-01-31" };
const held = (verdict: Verdict, file = known, circumstances: Circumstances = day, more: Partial<Found> = {}) =>
	applyExpectations({ id: "a/x", verdict, findings: [], ...more }, file, circumstances);

describe("a verdict held against what was expected", () => {
	test("of a known failure is expected, on its last day too", () => {
		expect(held("fail")).toEqual({
			...{ verdict: "expected-failure", reason: "why (https://x.test)" },
			expectedBy: ["known.yaml:2:14"],
		});
	});

	test("of a failure after that day is a failure again, which says so", () => {
		const late = { today: "2027-02-01" };
		expect(held("fail", known, late)).toEqual({
			verdict: "fail",
			reason: "what known.yaml:2:14 says of it expired on 2027-01-31: why (https://x.test)",
		});
		expect(held("pass", known, late)).toEqual({ verdict: "pass" });
	});

	test.each<Verdict>(["pass", "warn"])("%s where a failure was expected is news", (verdict) => {
		expect(held(verdict)).toEqual({
			verdict: "unexpected-pass",
			reason: "known.yaml:2:14 says that it fails: why (https://x.test)",
			expectedBy: ["known.yaml:2:14"],
		});
	});

	test.each<Verdict>(["unsupported", "inconclusive", "error", "skipped"])("%s stays what it is", (verdict) => {
		expect(held(verdict)).toEqual({ verdict });
	});

	test("of a case that is not named stays what it is", () => {
		expect(held("fail", known, day, { id: "b/x" })).toEqual({ verdict: "fail" });
	});

	test.each(["warn", "inconclusive", "unsupported"] as const)("%s that was expected stays and says by what", (verdict) => {
		const file = entries(`cases: a/*, reason: why, verdict: ${verdict}`);
		const at = { expectedBy: ["known.yaml:2:14"] };
		expect(held(verdict, file, day, { reason: "seen" })).toEqual({ verdict, reason: "seen; why", ...at });
		expect(held("pass", file)).toMatchObject({ verdict: "unexpected-pass", ...at });
		expect(held("fail", file)).toEqual({ verdict: "fail" });
		expect(held("error", file)).toEqual({ verdict: "error" });
	});

	test("of a failure for another version stays a failure", () => {
		const file = entries("cases: a/*, reason: why, versions: <5.3");
		expect(held("fail", file, { ...day, version: "5.2.5" }).verdict).toBe("expected-failure");
		expect(held("fail", file, { ...day, version: "5.3.0" })).toEqual({ verdict: "fail" });
		expect(held("pass", file, { ...day, version: "5.3.0" })).toEqual({ verdict: "pass" });
	});
});

describe("an entry about one finding", () => {
	const file = entries(
		"cases: a/*, reason: one, finding: { clause: a/clause, message: 'no tag', step: '3' }",
		"cases: a/*, reason: two, finding: { clause: a/other }",
	);
	const found = (...findings: readonly Finding[]) => held("fail", file, day, { findings });
	const other = finding("else", { clause: "a/other" });

	test("covers it, and another entry another", () => {
		const both = { verdict: "expected-failure", reason: "one; two", expectedBy: ["known.yaml:2:14", "known.yaml:3:14"] };
		expect(found(finding("there is no tag"), other, finding("odd", { level: "SHOULD" }))).toEqual(both);
		expect(found(finding("there is no tag")).expectedBy).toEqual(["known.yaml:2:14"]);
	});

	test.each([
		["with another message", finding("there is a tag")],
		["at another step", finding("no tag", { step: "4" })],
		["of another clause", finding("no tag", { clause: "b/clause" })],
	])("does not cover one %s", (_, one) => {
		expect(found(other, one)).toEqual({ verdict: "fail", reason: "there is more to it than known.yaml:2:14 knows: one" });
	});
});
