import { loadReport, loadWithoutExchanges, openReport } from "../../reports/open-report.ts";
import type { Report, ReportSource } from "../../reports/report.ts";
import { ReportError } from "../../reports/report-error.ts";
import { errorText } from "../unwritten.ts";
import { UsageError } from "./terminal.ts";

/**
 * The report that somebody named on the command line, one document or lines, as a whole.
 *
 * @throws {UsageError} where the file cannot be read or is no report
 */
export const readReportFile = (file: string): Promise<Report> => loadReport(file).catch(refuse(file));

/** Likewise, without the exchanges of its cases: much sooner, for who needs none. */
export const readVerdictsFile = (file: string): Promise<Report> => loadWithoutExchanges(file).catch(refuse(file));

/** Likewise, its cases to be read one by one. */
export const openReportFile = (file: string, options = { partial: false }): Promise<ReportSource> =>
	openReport(file, options).catch(refuse(file));

const refuse = (file: string) => (error: unknown) => {
	if (error instanceof ReportError) throw new UsageError(error.message);
	if (error instanceof Error && "syscall" in error) throw new UsageError(`${file}: cannot be read, ${errorText(error)}`);
	throw error;
};
