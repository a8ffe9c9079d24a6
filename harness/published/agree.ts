import { compareReports } from "../../reports/compare/compare-reports.ts";
import { loadReport } from "../../reports/open-report.ts";
import { asideText, disagreements } from "./disagreements.ts";

// agree PUBLISHED NEW: ends with 1, and tells each case, where a new run does not bear out what was published.
const [published = "", run = ""] = process.argv.slice(2);
const comparison = compareReports(await loadReport(published), await loadReport(run));
const found = disagreements(comparison);
const aside = asideText(comparison);
for (const text of found) process.stdout.write(`${text}\n`);
process.stdout.write(
	`${published}: ${found.length} of ${comparison.summary.compared} cases disagree${aside === "" ? "" : `; not compared: ${aside}`}\n`,
);
if (found.length > 0) process.exitCode = 1;
