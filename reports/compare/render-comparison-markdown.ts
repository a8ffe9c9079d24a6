import { codeText, fencedBlock, inertText, tableHead, tableRow } from "../markdown.ts";
import type { ComparedCase, Comparison } from "./comparison.ts";
import {
	caveatsOf,
	changesTold,
	changeTitles,
	figuresOf,
	findingDiff,
	findingText,
	mostShown,
	tellingFindings,
	totalsOf,
} from "./comparison-text.ts";

/** GitHub refuses a job summary above 1 MiB. */
const mostBytes = 900 * 1024;

/** A comparison for the summary of a CI job: regressions first, each in full; the rest as tables. */
export function renderComparisonMarkdown(comparison: Comparison): string {
	const { cases, rewritten, summary, base, head } = comparison;
	const verdictText = summary.changes.regression === 0 ? "No regression" : totalsOf(comparison);
	const of = (change: ComparedCase["change"]) => cases.filter((one) => one.change === change);
	const listed = (title: string, names: readonly string[], rows: readonly (readonly string[])[]) =>
		rows.length === 0 ? [] : [`## ${title} (${rows.length})`, ...tablePieces(names, rows)];
	return within([
		`# ${codeText(base.target.name)} → ${codeText(head.target.name)}: ${inertText(verdictText)}`,
		[
			tableHead(["", "base", "head"], "left"),
			...figuresOf(comparison).map((cells) => tableRow(cells.map((cell) => inertText(cell)))),
		].join("\n"),
		inertText(`${totalsOf(comparison)}.`),
		...caveatsOf(comparison).map((caveat) => `> ${inertText(caveat)}`),
		...changesTold.flatMap((change) =>
			change === "regression"
				? [
						...(of(change).length === 0 ? [] : [`## ${changeTitles[change]} (${of(change).length})`]),
						...of(change).map(regression),
					]
				: listed(changeTitles[change], ["case", "verdicts", "what"], of(change).map(row)),
		),
		...listed(
			"New",
			["case", "verdict"],
			comparison.new.map(({ id, verdict }) => [codeText(id), verdict]),
		),
		...listed(
			"Gone",
			["case", "verdict"],
			comparison.gone.map(({ id, verdict }) => [codeText(id), verdict]),
		),
		...listed(
			"Scenario changed",
			["case", "verdicts"],
			rewritten.map(({ id, base: before, head: after }) => [codeText(id), `${before} → ${after}`]),
		),
	]);
}

/** Tables of so many rows, so that what does not fit is cut between two of them. */
const rowsOfPiece = 200;

const tablePieces = (names: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
	Array.from({ length: Math.ceil(rows.length / rowsOfPiece) }, (_, piece) =>
		[tableHead(names, "left"), ...rows.slice(piece * rowsOfPiece, (piece + 1) * rowsOfPiece).map(tableRow)].join("\n"),
	);

const regression = (one: ComparedCase): string =>
	[
		`### ${codeText(one.id)}: ${one.base} → ${one.head}`,
		...(one.reason === undefined ? [] : [inertText(one.reason)]),
		...tellingFindings(one)
			.slice(0, mostShown)
			.flatMap(([, finding]) => {
				const lines = findingDiff(finding);
				return [inertText(findingText(finding)), ...(lines.length === 0 ? [] : [fencedBlock("diff", lines)])];
			}),
		...(one.added.length > mostShown ? [`… ${one.added.length - mostShown} more findings`] : []),
		fencedBlock("sh", [one.replay]),
	].join("\n\n");

function row(one: ComparedCase): readonly string[] {
	const findings = one.change === "fix" ? [] : tellingFindings(one).slice(0, mostShown);
	const what = [
		...(one.reason === undefined ? [] : [one.reason]),
		...findings.map(([sign, finding]) => `${sign} ${findingText(finding)}`),
	];
	return [codeText(one.id), one.base === one.head ? one.head : `${one.base} → ${one.head}`, inertText(what.join(" · "))];
}

function within(blocks: readonly string[]): string {
	const kept: string[] = [];
	let bytes = 0;
	for (const block of blocks) {
		bytes += Buffer.byteLength(block) + 2;
		if (bytes > mostBytes) return `${[...kept, "… more in the text and JSON formats."].join("\n\n")}\n`;
		kept.push(block);
	}
	return `${kept.join("\n\n")}\n`;
}
