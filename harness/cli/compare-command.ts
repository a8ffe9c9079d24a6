import { readFile } from "node:fs/promises";
import { compareReports } from "../../reports/compare/compare-reports.ts";
import type { Comparison } from "../../reports/compare/comparison.ts";
import { type ComparisonFormat, comparisonRenderers } from "../../reports/compare/comparison-renderers.ts";
import { readReport } from "../../reports/read-report.ts";
import { redactReport } from "../../reports/redact-report.ts";
import type { Report } from "../../reports/report.ts";
import { ReportError } from "../../reports/report-error.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";

/** `swf-conformance compare`: what changed from one report to another. Ends with 1 on a regression only. */
export async function compareCommand(
	base: string,
	head: string,
	format: ComparisonFormat,
	terminal: Terminal,
): Promise<ExitCode> {
	const comparison = compareReports(await reportIn(base), await reportIn(head));
	terminal.out(comparisonRenderers[format](comparison));
	return exitCodeOf(comparison);
}

/** A head report that could not tell, or was cut short, is no proof that nothing is broken. */
function exitCodeOf({ summary: { changes }, head }: Comparison): ExitCode {
	if (changes.regression > 0) return exitCodes.failures;
	return changes.undecided > 0 || head.interrupted ? exitCodes.undecided : exitCodes.fine;
}

/**
 * Reads a report, without its exchanges, which are most of it and are not compared, and without secrets.
 *
 * @throws {UsageError} where there is no report in the file
 */
async function reportIn(file: string): Promise<Report> {
	const text = await readFile(file, "utf8").catch((error: unknown) => {
		throw new UsageError(
			`${file}: cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`,
		);
	});
	const report = await readReport(text, file).catch((error: unknown) => {
		throw error instanceof ReportError ? new UsageError(error.message) : error;
	});
	return redactReport({ ...report, cases: report.cases.map((one) => ({ ...one, exchanges: [] })) });
}
