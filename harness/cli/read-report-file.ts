import { readReport } from "../../reports/read-report.ts";
import type { Report } from "../../reports/report.ts";
import { ReportError } from "../../reports/report-error.ts";
import { readText } from "./read-text.ts";
import { UsageError } from "./terminal.ts";

/**
 * The report that somebody named on the command line.
 *
 * @throws {UsageError} where the file cannot be read or is no report
 */
export async function readReportFile(file: string): Promise<Report> {
	return readReport(await readText(file), file).catch((error: unknown) => {
		throw error instanceof ReportError ? new UsageError(error.message) : error;
	});
}
