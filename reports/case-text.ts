import { diffRows, unifiedLines } from "./diff.ts";
import { exchangeLines } from "./exchange.ts";
import { clauseOf, clausesOf, moreFindings, mostFindings, placeOf } from "./finding-text.ts";
import type { CaseReport, Finding, ReportFrame } from "./report.ts";
import { shortened, visibleLine } from "./visible.ts";

const longestText = 2_000;

/** All that is needed to act on a case as plain text of several lines: findings, clauses with sources, exchanges, the replay command. */
export const caseText = (one: CaseReport, report: Pick<ReportFrame, "clauses">): string =>
	[
		...(one.reason === undefined ? [] : [line(one.reason), ""]),
		...one.findings.slice(0, mostFindings).flatMap(findingLines),
		...moreFindings(one),
		...clausesOf(one).flatMap((id) => clauseLines(id, report)),
		...one.observations.map(({ step, clause, reading }) => line(`observed   step ${step}, ${clause}: ${reading}`)),
		`checks     ${one.checks.reached} of ${one.checks.declared} reached`,
		...(one.exchanges.length === 0 ? [] : ["exchanges"]),
		...exchangeLines(one).map(({ text }) => text),
		line(`replay     ${one.replay}`),
	].join("\n");

const findingLines = (finding: Finding): readonly string[] => [
	line(`${placeOf(finding)}: ${finding.message}`),
	...unifiedLines(diffRows(finding.expected, finding.observed)).map((row) => `  ${row}`),
	"",
];

function clauseLines(id: string, report: Pick<ReportFrame, "clauses">): readonly string[] {
	const clause = clauseOf(report, id);
	if (clause === undefined) return [line(`clause     ${id}`)];
	return [
		line(`clause     ${clause.id} (${clause.level}, ${clause.standing}): ${clause.text}`),
		...clause.sources.map((source) => line(`source     ${source}`)),
	];
}

const line = (text: string): string => shortened(visibleLine(text), longestText);
