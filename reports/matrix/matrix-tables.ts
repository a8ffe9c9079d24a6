import type { Attributes, Markup } from "../html/markup.ts";
import type { Score } from "../report.ts";
import type { Matrix, MatrixColumn } from "./matrix.ts";
import { clauseText, clientText, profileNames, shareText, targetText } from "./matrix-text.ts";

/** Where the cases of a cell are listed. */
export const cellId = (area: string, column: number): string => `report-${column + 1}-${encodeURIComponent(area)}`;

/** What the columns are, and which clause holds and fails in most cases of each. */
export const reportsTable = ({ columns }: Matrix): Markup =>
	scrolled("What was measured, and how it did", [
		[
			"thead",
			{},
			row(
				["Report", "Target", "Client", "Clock", "Begun", "Cases", "Divergence", "Coverage", "Best clause", "Worst clause"].map(
					columnHead,
				),
			),
		],
		[
			"tbody",
			{},
			...columns.map((column, index) =>
				row([
					["th", { scope: "row" }, column.page === undefined ? `[${index + 1}]` : ["a", { href: column.page }, `[${index + 1}]`]],
					["td", { class: "text" }, targetText(column)],
					["td", {}, `${clientText(column)}`],
					["td", {}, column.clock],
					["td", {}, ["time", { datetime: column.started }, column.started.slice(0, 10)]],
					["td", {}, String(column.cases)],
					...shares(column.score),
					["td", { class: "clause" }, column.best === undefined ? "none" : clauseText(column.best)],
					["td", { class: "clause" }, column.worst === undefined ? "none" : clauseText(column.worst)],
				]),
			),
		],
	]);

/** Whether each target conforms to each profile, and both figures over what is required. */
export const profilesTable = (matrix: Matrix): Markup =>
	scrolled("Conformance, divergence and coverage by profile", [
		headOf(matrix.columns, "Profile", ["Conformant", "Divergence", "Coverage"]),
		[
			"tbody",
			{},
			...profileNames(matrix).map((name, index) =>
				row([
					["th", { scope: "row" }, name],
					...matrix.columns.flatMap(({ profiles }): readonly Markup[] => {
						const its = profiles[index];
						if (its === undefined)
							return [
								["td", { class: "first" }, "·"],
								["td", {}, "·"],
								["td", {}, "·"],
							];
						const { outcome, score } = its;
						const { conformant, passed, required } = outcome;
						return [
							[
								"td",
								{ class: "first" },
								["span", conformant ? { class: "conformant" } : {}, conformant ? "yes" : "no"],
								" ",
								["small", {}, `${passed} of ${required}`],
							],
							...shares(score),
						];
					}),
				]),
			),
		],
	]);

/** Both figures of each area on each target; a cell leads to the cases that differ. */
export const areasTable = ({ columns, areas }: Matrix): Markup =>
	scrolled("Divergence and coverage by area", [
		headOf(columns, "Area", ["Divergence", "Coverage"]),
		[
			"tbody",
			{},
			...areas.map(({ area, cells }) =>
				row([
					["th", { scope: "row" }, area],
					...cells.flatMap((cell, index): readonly Markup[] => {
						if (cell === null)
							return [
								["td", { class: "first" }, "·"],
								["td", {}, "·"],
							];
						return shares(cell, true, cell.differing.length === 0 ? undefined : `#${encodeURIComponent(cellId(area, index))}`);
					}),
				]),
			),
			["tr", { class: "sum" }, ["th", { scope: "row" }, "all cases"], ...columns.flatMap(({ score }) => shares(score, true))],
		],
	]);

function shares(score: Score, isFirst = false, href?: string): readonly Markup[] {
	const { scored, failed, supported, divergence, coverage } = score;
	const isWhole = failed === 0 && supported === scored;
	const kind =
		scored === 0 || (failed === 0 && !isWhole) ? "" : isWhole ? "none-failed" : divergence < 0.2 ? "some-failed" : "many-failed";
	const text = shareText(score, divergence);
	const of = (part: number): readonly Markup[] => (scored === 0 ? [] : [" ", ["small", {}, `${part} of ${scored}`]]);
	return [
		[
			"td",
			{ class: [kind, ...(isFirst ? ["first"] : [])].join(" ").trim() },
			href === undefined ? text : ["a", { href }, text],
			...of(failed),
		],
		["td", {}, shareText(score, coverage), ...of(supported)],
	];
}

function headOf(columns: readonly MatrixColumn[], first: string, names: readonly string[]): Markup {
	return [
		"thead",
		{},
		row([
			["th", { scope: "col", rowspan: 2 }, first],
			...columns.map(
				(column, index): Markup => [
					"th",
					{ scope: "colgroup", colspan: names.length, class: "first" },
					`[${index + 1}] ${targetText(column)}, ${clientText(column)}`,
				],
			),
		]),
		row(
			columns.flatMap(() =>
				names.map((name, index): Markup => ["th", { scope: "col", ...(index === 0 ? { class: "first" } : {}) }, name]),
			),
		),
	];
}

const columnHead = (name: string): Markup => [
	"th",
	{ scope: "col", ...(name.endsWith("clause") || name === "Target" ? { class: "text" } : {}) },
	name,
];

const row = (cells: readonly Markup[]): Markup => ["tr", {}, ...cells];

/** A table that is wider than a phone moves inside its own frame, by keys too. */
const scrolled = (caption: string, inner: readonly Markup[]): Markup => {
	const frame: Attributes = { class: "wide", role: "region", "aria-label": caption, tabindex: 0 };
	return ["div", frame, ["table", {}, ["caption", { class: "unseen" }, caption], ...inner]];
};
