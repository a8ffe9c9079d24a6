import { diffRows, unifiedLines } from "./diff.ts";
import { exchangeLines } from "./exchange.ts";
import { informationalText } from "./figures.ts";
import { clauseOf, clausesOf, moreFindings, mostFindings, placeOf } from "./finding-text.ts";
import { codeText, fencedBlock, inertText, linkText, tableRow } from "./markdown.ts";
import type { CaseReport, Finding, ReportFrame } from "./report.ts";

/** All that is needed to act on a case, under a heading of its own; the exchanges are folded away. */
export const caseBlock = (one: CaseReport, report: ReportFrame): string =>
	[
		`### ${codeText(one.id)}${one.level === "MAY" ? ` (${informationalText})` : ""}`,
		...(one.reason === undefined ? [] : [`**${one.verdict}**: ${inertText(one.reason)}`]),
		...one.findings.slice(0, mostFindings).map(findingBlock),
		...moreFindings(one),
		clausesOf(one)
			.map((id) => `- ${clauseLine(id, report)}`)
			.join("\n"),
		`${one.checks.reached} of ${one.checks.declared} checks reached. Replay:`,
		fencedBlock("sh", [one.replay]),
		...exchangesBlock(one),
	].join("\n\n");

/** A row for each finding of a case that only warns. */
export const warningRows = (one: CaseReport, report: ReportFrame): readonly string[] =>
	one.findings
		.slice(0, mostFindings)
		.map((finding) => tableRow([codeText(one.id), findingLine(finding), clauseLink(finding.clause, report)]));

/** A row for a case of which only the reason matters. */
export const reasonRow = ({ id, reason }: CaseReport): string => tableRow([codeText(id), inertText(reason ?? "")]);

/** The id of a clause, leading to its source. */
export function clauseLink(id: string, report: ReportFrame): string {
	const sources = clauseOf(report, id)?.sources ?? [];
	const source = sources.find((each) => each.startsWith("http")) ?? sources[0];
	return source === undefined ? codeText(id) : linkText(id, source);
}

const findingLine = (finding: Finding): string => `${inertText(placeOf(finding))}: ${inertText(finding.message)}`;

function findingBlock(finding: Finding): string {
	const lines = unifiedLines(diffRows(finding.expected, finding.observed));
	return [findingLine(finding), ...(lines.length === 0 ? [] : [fencedBlock("diff", lines)])].join("\n\n");
}

function clauseLine(id: string, report: ReportFrame): string {
	const clause = clauseOf(report, id);
	if (clause === undefined) return codeText(id);
	const others = clause.sources.slice(1, 5).map((source, index) => linkText(`source ${index + 2}`, source));
	return [`${clause.level} (${clause.standing}) ${clauseLink(id, report)}: ${inertText(clause.text)}`, ...others].join(" · ");
}

const exchangesBlock = (one: CaseReport): readonly string[] =>
	one.exchanges.length === 0
		? []
		: [
				`<details><summary>${one.exchanges.length} exchange${one.exchanges.length === 1 ? "" : "s"}</summary>`,
				fencedBlock(
					"text",
					exchangeLines(one).map(({ text }) => text),
				),
				"</details>",
			];
