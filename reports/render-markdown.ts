import { countsText, coverageText, divergenceText, interruptedText, verdictsGiven } from "./figures.ts";
import { codeText, inertText, tableHead, tableRow } from "./markdown.ts";
import { caseBlock, clauseLink, reasonRow, warningRows } from "./markdown-case.ts";
import { redactReport } from "./redact-report.ts";
import type { CaseReport, Report, Verdict } from "./report.ts";
import { type Section, withinLimit } from "./sections.ts";

/** GitHub refuses a job summary above 1 MiB; what else a workflow writes there has to fit too. */
const mostBytes = 900 * 1024;

/** A page for the summary of a CI job. Whatever a target sent is shown as text and stays inside its place. */
export async function renderMarkdown(given: Report): Promise<string> {
	const report = redactReport(given);
	const of = (...wanted: readonly Verdict[]): readonly CaseReport[] =>
		report.cases.filter(({ verdict }) => wanted.includes(verdict));
	return withinLimit(
		[
			opening(report),
			suiteTable(report),
			blocks("Failures", of("fail"), report),
			blocks("Unexpected passes", of("unexpected-pass"), report),
			blocks("Errors and inconclusive cases", of("error", "inconclusive"), report),
			rows(
				"Warnings",
				["case", "what", "clause"],
				of("warn").flatMap((one) => warningRows(one, report)),
			),
			rows("Seen where the contract leaves a choice", ["case", "step", "seen", "clause"], observationRows(report)),
			rows("Expected failures", ["case", "reason"], of("expected-failure").map(reasonRow)),
			rows("Unsupported", ["case", "reason"], of("unsupported").map(reasonRow)),
		],
		mostBytes,
	);
}

const imageText = ({ name, id, digest = id }: NonNullable<Report["target"]["image"]>): string =>
	`${codeText(name)}, ${codeText(digest)}`;

function opening(report: Report): Section {
	const { kit, target, client, clock, started, ended, interrupted, expectations, summary } = report;
	const facts = [
		["target", `${codeText(target.name)} at ${codeText(target.endpoint)}, region ${codeText(target.region)}`],
		...(target.image === undefined ? [] : [["image", imageText(target.image)]]),
		["client", `${codeText(client.name)} ${codeText(client.version)}`],
		["clock", clock],
		["kit", `${codeText(kit.version)}, suites ${codeText(kit.suites)}, Node ${codeText(kit.node)}`],
		["run", `${codeText(started)} to ${codeText(ended)}`],
		...(expectations === undefined ? [] : [["expectations", codeText(expectations)]]),
	];
	return {
		title: `# SWF conformance of ${codeText(target.name)}`,
		separator: "\n\n",
		blocks: [
			`**Divergence** ${divergenceText(summary)}  \n**Coverage** ${coverageText(summary)}`,
			`${countsText(report)}.`,
			...(interrupted ? [`> **${interruptedText}**`] : []),
			[tableHead(["", ""], "left"), ...facts.map(tableRow)].join("\n"),
		],
	};
}

function suiteTable(report: Report): Section {
	const given = verdictsGiven(report);
	return {
		title: "## Suites",
		head: tableHead(["suite", ...given, "failed / scored", "supported / scored"], "right"),
		separator: "\n",
		blocks: Object.entries(report.summary.suites).map(([suite, { verdicts, scored, failed, supported }]) =>
			tableRow([
				codeText(suite),
				...given.map((verdict) => verdicts[verdict].toString()),
				`${failed} / ${scored}`,
				`${supported} / ${scored}`,
			]),
		),
	};
}

const blocks = (title: string, cases: readonly CaseReport[], report: Report): Section => ({
	title: `## ${title} (${cases.length})`,
	separator: "\n\n",
	blocks: cases.map((one) => caseBlock(one, report)),
});

const rows = (title: string, head: readonly string[], its: readonly string[]): Section => ({
	title: `## ${title} (${its.length})`,
	head: tableHead(head, "left"),
	separator: "\n",
	blocks: its,
});

const observationRows = (report: Report): readonly string[] =>
	report.cases.flatMap(({ id, observations }) =>
		observations.map(({ step, clause, reading }) =>
			tableRow([codeText(id), inertText(step), inertText(reading), clauseLink(clause, report)]),
		),
	);
