import { randomUUID } from "node:crypto";
import type { Comparison } from "../../reports/compare/comparison.ts";
import type { ReportFrame } from "../../reports/report.ts";

export type Outputs = Readonly<Record<string, string>>;

/** What later steps can ask of a report. Shares are 0 to 1, all else are counts. */
export const figuresOf = ({ summary, unmet = [] }: ReportFrame): Outputs => ({
	divergence: summary.divergence.toString(),
	coverage: summary.coverage.toString(),
	cases: summary.cases.toString(),
	...Object.fromEntries(Object.entries(summary.verdicts).map(([verdict, count]) => [verdict, count.toString()])),
	unmet: unmet.length.toString(),
});

/** And of a comparison. */
export const changesOf = ({ summary: { changes } }: Comparison): Outputs => ({
	regressions: changes.regression.toString(),
	fixes: changes.fix.toString(),
});

/**
 * Lines for the file that `GITHUB_OUTPUT` names. A value is whatever stands between two lines that nobody can know before.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export const outputLines = (outputs: Outputs): string =>
	Object.entries(outputs)
		.map(([name, value]) => {
			const end = `end-${randomUUID()}`;
			return `${name}<<${end}\n${value}\n${end}\n`;
		})
		.join("");
