import { expect, test } from "vitest";
import { compareReports } from "../../reports/compare/compare-reports.ts";
import { caseOf, richReport } from "../../reports/fixtures/load.ts";
import type { CaseReport, Finding } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { summarize } from "../../reports/summarize.ts";
import { asideText, disagreements } from "./disagreements.ts";
import { withoutUneventful } from "./without-uneventful.ts";

const rich = await richReport();
const reportOf = (cases: readonly CaseReport[]) => ({ ...rich, cases, summary: summarize(cases) });
const finding = (more: Partial<Finding> = {}): Finding => ({
	...{ check: "expectations", clause: "a/clause", level: "MUST", message: "it is not so", step: "2", observed: "one" },
	...more,
});
const compared = (base: Partial<CaseReport>, head: Partial<CaseReport>) =>
	compareReports(reportOf([caseOf({ id: "a/case", ...base })]), reportOf([caseOf({ id: "a/case", ...head })]));

test("a run agrees with what was published where the same rules are broken, by whatever values", () => {
	const [base, head] = [finding(), finding({ observed: "another", at: "events.6", message: "nor is this" })];
	expect(disagreements(compared({ verdict: "fail", findings: [base] }, { verdict: "fail", findings: [head] }))).toEqual([]);
});

test("a run disagrees by another verdict, and by another rule", () => {
	expect(disagreements(compared({ verdict: "expected-failure", findings: [finding()] }, { verdict: "pass" }))).toEqual([
		"a/case: expected-failure → pass\n  - expectations, a/clause, MUST, step 2",
	]);
	const other = { verdict: "fail", findings: [finding({ clause: "a/other" })] } as const;
	expect(disagreements(compared({ verdict: "fail", findings: [finding()] }, other))).toEqual([
		"a/case: fail\n  - expectations, a/clause, MUST, step 2\n  + expectations, a/other, MUST, step 2",
	]);
});

test("times that are the same by chance are no disagreement, nor is a warning for them alone", () => {
	const late = finding({ level: "SHOULD", expected: 1_795_355_580.377, observed: 1_795_355_580.378 });
	expect(disagreements(compared({ verdict: "pass" }, { verdict: "warn", findings: [late] }))).toEqual([]);
	expect(
		disagreements(compared({ verdict: "pass" }, { verdict: "warn", findings: [finding({ level: "SHOULD" })] })),
	).toHaveLength(1);
	expect(disagreements(compared({ verdict: "pass" }, { verdict: "fail", findings: [late] }))).toHaveLength(1);
});

test("cases that the suites did not have then, or have no more, are counted and do not disagree", () => {
	const [base, head] = [
		reportOf([caseOf({ id: "a/gone" }), caseOf({ id: "a/both", digest: "1" })]),
		reportOf([caseOf({ id: "a/new", verdict: "fail" }), caseOf({ id: "a/both", digest: "2", verdict: "fail" })]),
	];
	expect(disagreements(compareReports(base, head))).toEqual([]);
	expect(asideText(compareReports(base, head))).toBe("1 added since, 1 rewritten since, 1 gone since");
});

test("a published report has the exchanges of what failed, and of a case that passed no trace of them", async () => {
	const exchange = { step: "1", operation: "ListDomains", sentAfterMs: 0, durationMs: 1, request: { headers: {}, body: "" } };
	const seen = { exchanges: [exchange], findings: [finding({ level: "MAY", exchanges: [0] })] };
	const report = sourceOf(
		reportOf([caseOf({ id: "a/failed", verdict: "fail", ...seen }), caseOf({ id: "a/passed", verdict: "pass", ...seen })]),
	);
	const published: CaseReport[] = [];
	for await (const one of withoutUneventful(report).cases()) published.push(one);
	expect(published.map(({ exchanges, findings }) => [exchanges.length, findings[0]?.exchanges])).toEqual([
		[1, [0]],
		[0, undefined],
	]);
});
