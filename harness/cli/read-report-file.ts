import { readFile } from "node:fs/promises";
import { readReport } from "../../reports/read-report.ts";
import type { Report } from "../../reports/report.ts";
import { ReportError } from "../../reports/report-error.ts";
import { errorText } from "../unwritten.ts";
import { UsageError } from "./terminal.ts";

/**
 * The report that somebody named on the command line.
 *
 * @throws {UsageError} where the file cannot be read or is no report
 */
export async function readReportFile(file: string): Promise<Report> {
	const text = await readFile(file, "utf8").catch((error: unknown) => {
		throw new UsageError(`${file}: cannot be read, ${errorText(error)}`);
	});
	return readReport(text, file).catch((error: unknown) => {
		throw error instanceof ReportError ? new UsageError(error.message) : error;
	});
}
