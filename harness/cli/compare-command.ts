import { compareReports } from "../../reports/compare/compare-reports.ts";
import type { Comparison } from "../../reports/compare/comparison.ts";
import { type ComparisonFormat, comparisonRenderers } from "../../reports/compare/comparison-renderers.ts";
import { redactComparison } from "../../reports/redact-report.ts";
import { readVerdictsFile } from "./read-report-file.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance compare`: what changed from one report to another. Ends with 1 on a regression only. */
export async function compareCommand(
	base: string,
	head: string,
	format: ComparisonFormat,
	terminal: Terminal,
): Promise<ExitCode> {
	const comparison = await compareFiles(base, head);
	for await (const text of comparisonRenderers[format](comparison)) terminal.out(text);
	return exitCodeOf(comparison);
}

/** Compares two reports, secrets left out. Throws a UsageError where one cannot be read or is none. */
export const compareFiles = async (base: string, head: string): Promise<Comparison> =>
	redactComparison(compareReports(await readVerdictsFile(base), await readVerdictsFile(head)));

/** What comparing ends with. A head report that could not tell, or was cut short, is no proof that nothing is broken. */
export function exitCodeOf({ summary: { changes }, head }: Comparison): ExitCode {
	if (changes.regression > 0) return exitCodes.failures;
	return changes.undecided > 0 || head.interrupted ? exitCodes.undecided : exitCodes.fine;
}
