import picocolors from "picocolors";
import { countsText, coverageText, divergenceText, interruptedText, shardText, skewText, verdictsGiven } from "./figures.ts";
import { listedIds, outcomeText, profileNotes } from "./profiles/profile-outcome.ts";
import type { ProfileOutcome, ReportFrame, ReportSource, Verdict } from "./report.ts";
import { caseLines } from "./terminal-case.ts";
import { type TerminalStyle, verdictColors } from "./terminal-style.ts";
import { visibleLine } from "./visible.ts";

const wantsReading: ReadonlySet<Verdict> = new Set(["fail", "unexpected-pass", "error", "inconclusive"]);

/**
 * What a run ends with on a terminal: a block for each case that somebody must read, the suites, and the figures last, where the eye
 * is. Nothing that a target sent can move the cursor or colour the screen.
 */
export async function* renderTerminal(
	{ frame, cases }: ReportSource,
	{ color, width }: { readonly color: boolean; readonly width: number },
): AsyncIterable<string> {
	const style: TerminalStyle = { paint: picocolors.createColors(color), width: Math.max(40, width) };
	for await (const one of cases(({ verdict }) => wantsReading.has(verdict)))
		yield `${caseLines(one, frame, style).join("\n")}\n\n`;
	yield `${suiteTable(frame, style).join("\n")}\n\n${figureLines(frame, style).join("\n")}\n`;
}

const headings: { readonly [verdict in Verdict]: string } = {
	pass: "pass",
	fail: "fail",
	warn: "warn",
	unsupported: "unsup",
	inconclusive: "inconcl",
	error: "error",
	skipped: "skip",
	"expected-failure": "xfail",
	"unexpected-pass": "xpass",
};

function suiteTable(report: ReportFrame, { paint }: TerminalStyle): readonly string[] {
	const given = verdictsGiven(report);
	const head = ["suite", ...given.map((verdict) => headings[verdict]), "failed/scored"];
	const rows = Object.entries(report.summary.suites).map(([suite, { verdicts, failed, scored }]) => [
		visibleLine(suite),
		...given.map((verdict) => (verdicts[verdict] === 0 ? "·" : verdicts[verdict].toString())),
		`${failed}/${scored}`,
	]);
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
	const line = (cells: readonly string[]): readonly string[] =>
		cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
	const painted = (cells: readonly string[]): string =>
		cells.map((cell, column) => paintCell(cell, given[column - 1], paint)).join("  ");
	return [paint.dim(line(head).join("  ")), ...rows.map((cells) => painted(line(cells)))];
}

const paintCell = (cell: string, verdict: Verdict | undefined, paint: TerminalStyle["paint"]): string =>
	verdict === undefined || cell.trim() === "·" ? cell : verdictColors[verdict](paint)(cell);

function figureLines(report: ReportFrame, { paint }: TerminalStyle): readonly string[] {
	const { shard, target, client, clock, summary, interrupted, unmet, profiles = [] } = report;
	return [
		...(shard === undefined ? [] : [`part        ${shardText(shard)}`]),
		...(interrupted ? [paint.yellow(interruptedText)] : []),
		`target      ${visibleLine(target.name === target.endpoint ? target.name : `${target.name} at ${target.endpoint}`)}, ${clock} clock${skewText(report)}`,
		`client      ${visibleLine(client.name)} ${visibleLine(client.version)}`,
		...(unmet ?? []).map((line) => paint.red(`unmet       ${visibleLine(line)}`)),
		...profiles.flatMap((outcome) => profileLines(outcome, paint)),
		`verdicts    ${countsText(report)}`,
		`divergence  ${paint.bold(divergenceText(summary))}`,
		`coverage    ${paint.bold(coverageText(summary))}`,
	];
}

const profileLines = (outcome: ProfileOutcome, paint: TerminalStyle["paint"]): readonly string[] => [
	`profile     ${paint.bold(visibleLine(outcomeText(outcome)))}`,
	...profileNotes(outcome).map(({ what, ids }) => `            ${what}: ${listedIds(ids, visibleLine)}`),
];
