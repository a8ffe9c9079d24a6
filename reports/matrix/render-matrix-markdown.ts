import { codeText, inertText, summaryBytes, tableHead, tableRow } from "../markdown.ts";
import { outcomeText } from "../profiles/profile-outcome.ts";
import { type Section, withinLimit } from "../sections.ts";
import type { ClauseScore, Matrix, MatrixColumn } from "./matrix.ts";
import { clientText, figuresText, matrixNotes, profileNames, shareText, targetText } from "./matrix-text.ts";

/** A matrix as a page of Markdown, piece by piece, small enough for the summary of a job: what does not fit is counted. */
export function renderMatrixMarkdown(matrix: Matrix): AsyncIterable<string> {
	const { columns, areas } = matrix;
	const heads = columns.map((column) => `${inertText(targetText(column))}<br>${inertText(clientText(column))}`);
	const figures = (what: "divergence" | "coverage"): Section =>
		tableOf(what === "divergence" ? "Divergence" : "Coverage", [
			["", ...heads],
			...areas.map(({ area, cells }) => [
				codeText(area),
				...cells.map((cell, index) => (cell === null ? "·" : linked(shareText(cell, cell[what]), area, columns[index]))),
			]),
			["**all cases**", ...columns.map(({ score }) => `**${shareText(score, score[what])}**`)],
		]);
	return withinLimit(
		[
			{
				...blocksOf([figuresText, ...matrixNotes(matrix).map((note) => `> ${inertText(note)}`)]),
				title: "# SWF conformance matrix",
			},
			tableOf(
				"Profiles",
				profileNames(matrix).length === 0
					? []
					: [
							["", ...heads],
							...profileNames(matrix).map((name, index) => [
								codeText(name),
								...columns.map((column) => profileCell(column, index)),
							]),
						],
			),
			figures("divergence"),
			figures("coverage"),
			tableOf("Best and worst clause", [
				["", "best", "worst"],
				...columns.map((column, index) => [heads[index] ?? "", clauseCell(column.best), clauseCell(column.worst)]),
			]),
			{
				...blocksOf(
					columns.flatMap(({ profiles }, index) =>
						profiles.map(({ outcome }) => `- [${index + 1}] ${inertText(outcomeText(outcome))}`),
					),
				),
				title: "## Conformance",
				separator: "\n",
			},
			...areas.flatMap(({ area, cells }) =>
				cells.map((cell, index) =>
					tableOf(
						`${codeText(area)}: ${heads[index]?.replace("<br>", ", ")}`,
						[
							["case", "verdict", "what"],
							...(cell?.differing ?? []).map(({ id, verdict, what = "" }) => [codeText(id), verdict, inertText(what)]),
						],
						"###",
					),
				),
			),
		],
		summaryBytes,
	);
}

/** Text that leads to the area in the page of the report, where there is one. */
const linked = (text: string, area: string, column: MatrixColumn | undefined): string =>
	column?.page === undefined ? text : `[${text}](${column.page}#area=${encodeURIComponent(area)})`;

function profileCell({ profiles }: MatrixColumn, index: number): string {
	const its = profiles[index];
	if (its === undefined) return "·";
	const { outcome, score } = its;
	const { conformant, passed, required } = outcome;
	return `${conformant ? "**conformant**" : "not conformant"}, ${passed} of ${required}<br>${shareText(score, score.divergence)} diverge, ${shareText(score, score.coverage)} covered`;
}

const clauseCell = (score: ClauseScore | undefined): string =>
	score === undefined
		? "none"
		: `${codeText(score.clause)} ${score.failed === 0 ? `holds in ${score.scored}` : `fails in ${score.failed} of ${score.scored}`}`;

const blocksOf = (blocks: readonly string[]): Section => ({ separator: "\n\n", count: blocks.length, blocks });

function tableOf(title: string, [head, ...rows]: readonly (readonly string[])[], mark = "##"): Section {
	return {
		...{ ...blocksOf(rows.map(tableRow)), title: `${mark} ${title}`, separator: "\n" },
		...(head === undefined ? {} : { head: tableHead(head, "right") }),
	};
}
