import type { CaseReport, ReportSource, Verdict } from "../../reports/report.ts";

const eventful: ReadonlySet<Verdict> = new Set(["fail", "warn", "inconclusive", "error", "expected-failure", "unexpected-pass"]);

/**
 * A report without the exchanges of cases that showed nothing, which are most of what it weighs: those that passed, were not supported or
 * not played. What failed can be reproduced from it as before.
 */
export const withoutUneventful = (report: ReportSource): ReportSource => ({
	...report,
	async *cases(wanted) {
		for await (const one of report.cases(wanted)) yield eventful.has(one.verdict) ? one : withoutExchanges(one);
	},
});

const withoutExchanges = (one: CaseReport): CaseReport => ({
	...one,
	findings: one.findings.map(({ exchanges: _, ...finding }) => finding),
	exchanges: [],
});
