import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Markup, toHtml } from "../html/markup.ts";
import { verdictBadge } from "../html/verdict-badge.ts";
import { packageFile } from "../package-file.ts";
import { outcomeText, profileNotes } from "../profiles/profile-outcome.ts";
import type { Matrix, MatrixCell, MatrixColumn } from "./matrix.ts";
import { matrixStyle } from "./matrix-style.ts";
import { areasTable, cellId, profilesTable, reportsTable } from "./matrix-tables.ts";
import { clientText, figuresText, matrixNotes, profileNames, targetText } from "./matrix-text.ts";

/** A matrix as one page that needs nothing else and runs nothing: tables, and below them the cases that differ, to which the cells lead. */
export async function* renderMatrixHtml(matrix: Matrix): AsyncIterable<string> {
	const style = `${await readFile(packageFile("reports/html/page.css"), "utf8")}${matrixStyle}`;
	yield [
		'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		'<meta name="referrer" content="no-referrer">\n<meta name="color-scheme" content="light dark">',
		`<title>SWF conformance matrix</title>\n<style>${style}</style>\n</head>\n<body>`,
		toHtml(["a", { class: "skip", href: "#areas" }, "Skip to the areas"]),
		toHtml(["header", { class: "top" }, ["h1", {}, "SWF conformance matrix"]]),
		"<main>",
		...head(matrix).map(toHtml),
		'<section class="areas" aria-labelledby="cases">\n<h2 id="cases">Cases that differ</h2>',
		"",
	].join("\n");
	for (const { area, cells } of matrix.areas) {
		const lists = cells.flatMap((cell, index) => differing(area, cell, matrix.columns[index], index));
		if (lists.length > 0) yield `${toHtml(["section", {}, ["h3", {}, area], ...lists])}\n`;
	}
	yield "</section>\n</main>\n</body>\n</html>\n";
}

const hashOf = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Nothing is loaded, nothing runs, and only this very style is applied: what a report holds stays text even if it were not escaped. */
const policyFor = (style: string): string =>
	`default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;

function head(matrix: Matrix): readonly Markup[] {
	const notes = matrixNotes(matrix);
	return [
		["p", { class: "note" }, figuresText],
		...(notes.length === 0 ? [] : [["ul", { class: "notice" }, ...notes.map((note): Markup => ["li", {}, note])] as const]),
		["section", { "aria-labelledby": "reports" }, ["h2", { id: "reports" }, "Reports"], reportsTable(matrix)],
		...(profileNames(matrix).length === 0
			? []
			: [
					[
						"section",
						{ "aria-labelledby": "profiles" },
						["h2", { id: "profiles" }, "Profiles"],
						profilesTable(matrix),
						outcomes(matrix),
					] as const,
				]),
		["section", { "aria-labelledby": "areas" }, ["h2", { id: "areas", tabindex: -1 }, "Areas"], areasTable(matrix)],
	];
}

const outcomes = ({ columns }: Matrix): Markup => [
	"ul",
	{},
	...columns.flatMap(({ profiles }, index) =>
		profiles.map(({ outcome }): Markup => {
			const notes = profileNotes(outcome).map(({ what, ids }) => `; ${what}: ${ids.length}`);
			return ["li", {}, `[${index + 1}] ${outcomeText(outcome)}${notes.join("")}`];
		}),
	),
];

function differing(area: string, cell: MatrixCell | null, column: MatrixColumn | undefined, index: number): readonly Markup[] {
	if (cell === null || column === undefined || cell.differing.length === 0) return [];
	return [
		[
			"section",
			{ id: cellId(area, index) },
			["h4", {}, `[${index + 1}] ${targetText(column)}, ${clientText(column)} (${cell.differing.length})`],
			[
				"ul",
				{},
				...cell.differing.map(({ id, verdict, what }): Markup => {
					const name: Markup = ["code", {}, id];
					const linked: Markup =
						column.page === undefined ? name : ["a", { href: `${column.page}#case=${encodeURIComponent(id)}` }, name];
					return ["li", {}, verdictBadge(verdict), " ", linked, ...(what === undefined ? [] : [["p", {}, what] as const])];
				}),
			],
		],
	];
}
