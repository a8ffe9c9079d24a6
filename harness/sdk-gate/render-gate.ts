import { codeText, inertText, tableHead, tableRow } from "../../reports/markdown.ts";
import { shortened, visibleLine } from "../../reports/visible.ts";
import type { Json } from "../../specs/wire/json.ts";
import { type GateReport, placesIn, type ReportedDifference, type ReportedRule, unaccepted } from "./gate-report.ts";

/** How a report of the gate is written. */
export const gateRenderers = {
	text: renderText,
	json: (report: GateReport): string => `${JSON.stringify(report, null, 2)}\n`,
	markdown: renderMarkdown,
} satisfies Readonly<Record<string, (report: GateReport) => string>>;

export type GateFormat = keyof typeof gateRenderers;
export const gateFormats = Object.keys(gateRenderers) as readonly GateFormat[];

const most = { breaking: 5, changed: 2, harmless: 1 };

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;

const acceptedOf = (rule: ReportedRule): number => placesIn(rule.differences) - placesIn(unaccepted(rule));

/** Those that nobody accepted come first: they are what has to be looked at. */
const shown = (rule: ReportedRule): readonly ReportedDifference[] =>
	[...unaccepted(rule), ...rule.differences.filter(({ accepted }) => accepted !== undefined)].slice(0, most[rule.effect]);

/** The first of the probes, and how many more there are. */
const place = ({ probes: [first = "", ...others] }: ReportedDifference): string =>
	others.length === 0 ? first : `${first} and ${count(others.length, "more probe")}`;

const side = (value: Json | undefined): string =>
	value === undefined ? "nothing" : shortened(visibleLine(typeof value === "string" ? value : JSON.stringify(value)), 120);

const summary = ({ tried, breaking, rules }: GateReport): string => {
	const of = (effect: ReportedRule["effect"]) => rules.filter((rule) => rule.effect === effect);
	const accepted = of("breaking").reduce((sum, rule) => sum + acceptedOf(rule), 0);
	const cases = tried.cases === 0 ? "" : ` and ${count(tried.cases, "case")}`;
	const counts = `${breaking} breaking${accepted === 0 ? "" : ` and ${accepted} accepted`}`;
	return `${count(tried.probes, "probe")}${cases} through both: ${counts}, ${of("changed").length} rules changed, ${of("harmless").length} harmless`;
};

const staleLines = ({ stale }: GateReport): readonly string[] =>
	stale.map(
		({ at, rule, probes }) =>
			`line ${at.line} of the accepted differences accepts nothing: ${rule}${probes === undefined ? "" : ` at ${probes}`}; take it away`,
	);

function renderText(report: GateReport): string {
	const { baseline, candidate, rules } = report;
	const blocks = rules.map((rule) => {
		const accepted = acceptedOf(rule);
		const head = `${rule.effect.padEnd(9)} ${rule.rule}: ${count(placesIn(rule.differences), "difference")}${accepted === 0 ? "" : `, ${accepted} accepted`}`;
		const examples = shown(rule).map((difference) => {
			const { at, baseline: one, candidate: other } = difference;
			const where = at === undefined ? "" : ` ${shortened(visibleLine(at), 120)}`;
			return `            ${visibleLine(place(difference))}${where}\n              - ${side(one)}\n              + ${side(other)}`;
		});
		const rest = rule.differences.length - examples.length;
		return [head, `          ${rule.reason}`, ...examples, ...(rest === 0 ? [] : [`            … ${rest} more`])].join("\n");
	});
	return `${[
		`baseline  ${visibleLine(baseline.path)} ${visibleLine(baseline.version)}\ncandidate ${visibleLine(candidate.path)} ${visibleLine(candidate.version)}`,
		...blocks,
		[...staleLines(report), summary(report)].join("\n"),
	].join("\n\n")}\n`;
}

function renderMarkdown(report: GateReport): string {
	const { baseline, candidate, rules } = report;
	const facts = [
		["baseline", `${codeText(baseline.path)} ${codeText(baseline.version)}`],
		["candidate", `${codeText(candidate.path)} ${codeText(candidate.version)}`],
	];
	const rows = rules.map((rule) =>
		tableRow([
			rule.effect,
			codeText(rule.rule),
			String(placesIn(rule.differences)),
			String(acceptedOf(rule)),
			inertText(rule.reason),
		]),
	);
	const examples = rules.flatMap((rule) =>
		shown(rule).map((difference) => {
			const { at, baseline: one, candidate: other } = difference;
			const where = at === undefined ? "" : codeText(at);
			return tableRow([codeText(rule.rule), codeText(place(difference)), where, codeText(side(one)), codeText(side(other))]);
		}),
	);
	return `${[
		`# SDK gate: ${codeText(baseline.version)} to ${codeText(candidate.version)}`,
		`${summary(report)}.`,
		[tableHead(["", ""], "left"), ...facts.map(tableRow)].join("\n"),
		...staleLines(report).map((line) => `> ${inertText(line)}`),
		["## Rules\n", tableHead(["effect", "rule", "differences", "accepted", "what it means"], "left"), ...rows].join("\n"),
		["## Examples\n", tableHead(["rule", "probe", "at", "baseline", "candidate"], "left"), ...examples].join("\n"),
	].join("\n\n")}\n`;
}
