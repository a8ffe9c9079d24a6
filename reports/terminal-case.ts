import { diffRows, unifiedLines } from "./diff.ts";
import { exchangeLines } from "./exchange.ts";
import { informationalText } from "./figures.ts";
import { clauseOf, clausesOf, moreFindings, mostFindings, placeOf } from "./finding-text.ts";
import type { CaseReport, Finding, ReportFrame } from "./report.ts";
import { besideLines } from "./terminal-beside.ts";
import { type TerminalStyle, verdictColors, wrapTo } from "./terminal-style.ts";
import { shortened, visibleLine } from "./visible.ts";

const longestText = 600;
const narrowestBeside = 80;

/** All that is needed to act on a case: what was promised and by whom, expected beside observed, what was sent, and how to see it again. */
export function caseLines(one: CaseReport, report: Pick<ReportFrame, "clauses">, style: TerminalStyle): readonly string[] {
	const { paint } = style;
	const verdict = verdictColors[one.verdict](paint)(paint.bold(one.verdict.toUpperCase()));
	return [
		`${verdict}  ${paint.bold(visibleLine(one.id))}  ${paint.dim(`${Math.round(one.durationMs)} ms`)}${one.level === "MAY" ? `  ${informationalText}` : ""}`,
		...(one.reason === undefined ? [] : wrapped(one.reason, "  ", style)),
		...clausesOf(one).flatMap((id) => clauseLines(id, report, style)),
		...one.findings.slice(0, mostFindings).flatMap((finding) => findingLines(finding, style)),
		...moreFindings(one).map((note) => `  ${note}`),
		...exchangeLines(one).map(({ text, isWitness }) => `  ${isWitness ? text : paint.dim(text)}`),
		`  ${paint.dim("checks")}  ${one.checks.reached} of ${one.checks.declared} reached`,
		`  ${paint.dim("replay")}  ${paint.cyan(visibleLine(one.replay))}`,
	];
}

function clauseLines(id: string, report: Pick<ReportFrame, "clauses">, style: TerminalStyle): readonly string[] {
	const { paint } = style;
	const clause = clauseOf(report, id);
	if (clause === undefined) return [`  ${paint.dim(visibleLine(id))}`];
	return [
		`  ${paint.bold(clause.level)} ${paint.dim(`${visibleLine(clause.id)} (${clause.standing})`)}`,
		...wrapped(clause.text, "    ", style),
		...clause.sources.map((source) => `    ${paint.underline(visibleLine(source))}`),
	];
}

function findingLines(finding: Finding, style: TerminalStyle): readonly string[] {
	const rows = diffRows(finding.expected, finding.observed);
	return [
		...wrapped(`${placeOf(finding)}: ${finding.message}`, "  ", style),
		...(style.width >= narrowestBeside && finding.expected !== undefined && finding.observed !== undefined
			? besideLines(rows, style)
			: unifiedLines(rows).flatMap((line) => wrapped(line, "    ", style).map((part) => tinted(line, part, style)))),
	];
}

const tinted = (line: string, part: string, { paint }: TerminalStyle): string =>
	line.startsWith("-") ? paint.green(part) : line.startsWith("+") ? paint.red(part) : part;

const wrapped = (text: string, indent: string, { width }: TerminalStyle): readonly string[] =>
	wrapTo(shortened(visibleLine(text), longestText), width - indent.length).map(
		(line, index) => `${indent}${index === 0 ? line : line.trimStart()}`,
	);
