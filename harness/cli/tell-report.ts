import { relative } from "node:path";
import { renderTerminal } from "../../reports/render-terminal.ts";
import type { ReportSource } from "../../reports/report.ts";
import type { Outputs } from "./outputs.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { writeReports } from "./write-reports.ts";

/** Writes the reports and prints the summary. Returns what the command ends with: that of the verdicts, unless a report is missing. */
export async function tellReport(
	report: ReportSource,
	outputs: Outputs,
	{ quiet }: { readonly quiet: boolean },
	terminal: Terminal,
): Promise<ExitCode> {
	const { files, problems } = await writeReports(report, outputs);
	if (!quiet) {
		for await (const text of renderTerminal(report, terminal)) terminal.out(text);
		terminal.out(`reports     ${files.map((file) => relative(process.cwd(), file) || file).join("  ")}\n`);
	}
	for (const problem of problems) terminal.err(`swf-conformance: ${problem}\n`);
	return problems.length > 0 ? exitCodes.unwritten : exitCodeOf(report);
}

export function exitCodeOf({ frame: { summary, unmet }, entries }: Pick<ReportSource, "frame" | "entries">): ExitCode {
	const { verdicts } = summary;
	if (verdicts.fail + verdicts["unexpected-pass"] > 0 || unmet !== undefined) return exitCodes.failures;
	const undecided = entries.some(({ verdict, expectedBy }) => verdict === "inconclusive" && expectedBy === undefined);
	return undecided || verdicts.error > 0 ? exitCodes.undecided : exitCodes.fine;
}
