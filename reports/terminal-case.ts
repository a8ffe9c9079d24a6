import { diffRows, unifiedLines } from "./diff.ts";
import { mainExchanges, type NumberedExchange, outcomeOf } from "./exchange.ts";
import { informationalText } from "./figures.ts";
import type { CaseReport, Finding, Report } from "./report.ts";
import { besideLines } from "./terminal-beside.ts";
import { type TerminalStyle, verdictColors, wrapTo } from "./terminal-style.ts";
import { shortened, visibleLine } from "./visible.ts";

const mostFindings = 10;
const mostExchanges = 40;
const longestText = 600;
const narrowestBeside = 80;

/** All that is needed to act on a case: what was promised and by whom, expected beside observed, what was sent, and how to see it again. */
export function caseLines(one: CaseReport, report: Report, style: TerminalStyle): readonly string[] {
	const { paint } = style;
	const verdict = verdictColors[one.verdict](paint)(paint.bold(one.verdict.toUpperCase()));
	const shown = one.findings.slice(0, mostFindings);
	const more = one.findings.length - shown.length;
	return [
		`${verdict}  ${paint.bold(visibleLine(one.id))}  ${paint.dim(`${Math.round(one.durationMs)} ms`)}${one.level === "MAY" ? `  ${informationalText}` : ""}`,
		...(one.reason === undefined ? [] : wrapped(one.reason, "  ", style)),
		...clausesOf(one).flatMap((id) => clauseLines(id, report, style)),
		...shown.flatMap((finding) => findingLines(finding, style)),
		...(more > 0 ? [`  … ${more} more finding${more === 1 ? "" : "s"} in the report`] : []),
		...exchangeLines(one, style),
		`  ${paint.dim("checks")}  ${one.checks.reached} of ${one.checks.declared} reached`,
		`  ${paint.dim("replay")}  ${paint.cyan(visibleLine(one.replay))}`,
	];
}

/** The clauses that findings break, or, where there are none, those that the case cites. */
const clausesOf = ({ findings, clauses }: CaseReport): readonly string[] =>
	findings.length === 0 ? clauses : [...new Set(findings.slice(0, mostFindings).map(({ clause }) => clause))];

function clauseLines(id: string, { clauses }: Report, style: TerminalStyle): readonly string[] {
	const { paint } = style;
	const clause = Object.hasOwn(clauses, id) ? clauses[id] : undefined;
	if (clause === undefined) return [`  ${paint.dim(visibleLine(id))}`];
	return [
		`  ${paint.bold(clause.level)} ${paint.dim(`${visibleLine(clause.id)} (${clause.standing})`)}`,
		...wrapped(clause.text, "    ", style),
		...clause.sources.map((source) => `    ${paint.underline(visibleLine(source))}`),
	];
}

function findingLines(finding: Finding, style: TerminalStyle): readonly string[] {
	const place = [finding.step === undefined ? "" : `step ${finding.step}`, finding.at ?? ""].filter((part) => part !== "");
	const message = `${finding.level} ${finding.check}${place.length === 0 ? "" : `, ${place.join(", ")}`}: ${finding.message}`;
	const rows = diffRows(finding.expected, finding.observed);
	return [
		...wrapped(message, "  ", style),
		...(style.width >= narrowestBeside && finding.expected !== undefined && finding.observed !== undefined
			? besideLines(rows, style)
			: unifiedLines(rows).flatMap((line) => wrapped(line, "    ", style).map((part) => tinted(line, part, style)))),
	];
}

const tinted = (line: string, part: string, { paint }: TerminalStyle): string =>
	line.startsWith("-") ? paint.green(part) : line.startsWith("+") ? paint.red(part) : part;

function exchangeLines(one: CaseReport, { paint }: TerminalStyle): readonly string[] {
	const { first, leftOut, last } = mainExchanges(one, mostExchanges);
	const witnesses = new Set(one.findings.flatMap(({ exchanges }) => exchanges ?? []));
	const steps = [...first, ...last].map(({ exchange }) => visibleLine(exchange.step).length);
	const names = [...first, ...last].map(({ exchange }) => visibleLine(exchange.operation).length);
	const line = ({ position, exchange }: NumberedExchange): string => {
		const text = [
			`  ${witnesses.has(position) ? "→" : " "} ${position.toString().padStart(3)}`,
			`step ${visibleLine(exchange.step).padEnd(Math.max(...steps))}`,
			visibleLine(exchange.operation).padEnd(Math.max(...names)),
			shortened(visibleLine(outcomeOf(exchange)), 100),
			`${Math.round(exchange.durationMs)} ms`,
		].join("  ");
		return witnesses.has(position) ? text : paint.dim(text);
	};
	return [...first.map(line), ...(leftOut > 0 ? [paint.dim(`        … ${leftOut} more`)] : []), ...last.map(line)];
}

const wrapped = (text: string, indent: string, { width }: TerminalStyle): readonly string[] =>
	wrapTo(shortened(visibleLine(text), longestText), width - indent.length).map((line) => `${indent}${line}`);
