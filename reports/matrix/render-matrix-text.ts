import { outcomeText } from "../profiles/profile-outcome.ts";
import type { Score } from "../report.ts";
import { visibleLine } from "../visible.ts";
import type { Matrix } from "./matrix.ts";
import { clauseText, clientText, figuresText, matrixNotes, profileNames, shareText, targetText } from "./matrix-text.ts";

/** A matrix for a terminal: what the columns are, then a table of profiles and one of areas, divergence before coverage in each cell. */
export function renderMatrixText(matrix: Matrix): string {
	const { columns, areas } = matrix;
	const heads = columns.map((_, index) => `[${index + 1}]`);
	const legend = columns.map(
		(column, index) =>
			`[${index + 1}] ${targetText(column)}, ${clientText(column)}: ${column.cases} cases, ${visibleLine(column.file)}`,
	);
	const profileRows = profileNames(matrix).map((name, index) => [
		visibleLine(name),
		...columns.map(({ profiles }) => (profiles[index] === undefined ? "·" : sharesText(profiles[index].score))),
	]);
	const areaRows = areas.map(({ area, cells }) => [
		visibleLine(area),
		...cells.map((cell) => (cell === null ? "·" : sharesText(cell))),
	]);
	const all = ["all cases", ...columns.map(({ score }) => sharesText(score))];
	return `${[
		legend,
		...(profileRows.length === 0
			? []
			: [
					table(["profile", ...heads], profileRows),
					columns.flatMap(({ profiles }, index) =>
						profiles.map(({ outcome }) => `[${index + 1}] ${visibleLine(outcomeText(outcome))}`),
					),
				]),
		table(["area", ...heads], [...areaRows, all]),
		columns.flatMap(({ best, worst }, index) => [
			...(best === undefined ? [] : [`[${index + 1}] best   ${clauseText(best)}`]),
			...(worst === undefined ? [] : [`[${index + 1}] worst  ${clauseText(worst)}`]),
		]),
		[...matrixNotes(matrix), `In each cell divergence, then coverage. ${figuresText}`],
	]
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join("\n"))
		.join("\n\n")}\n`;
}

const sharesText = (score: Score): string =>
	score.scored === 0 ? "·" : `${shareText(score, score.divergence).padStart(7)} ${shareText(score, score.coverage).padStart(8)}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
	return [head, ...rows].map((cells) =>
		cells
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join("   ")
			.trimEnd(),
	);
}
