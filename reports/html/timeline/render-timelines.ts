import type { CaseReport, HistoryExpectation, HistoryRelation } from "../../report.ts";
import { shortened, visibleLine } from "../../visible.ts";
import type { Markup } from "../markup.ts";
import { kindTexts, memberIn, rowItem } from "./draw-row.ts";
import { type Drawing, drawingsOf } from "./drawings.ts";
import { laneHead } from "./graph.ts";
import { type Layout, layout } from "./layout.ts";
import type { Row } from "./side-by-side.ts";
import { type Stretch, windowed } from "./window.ts";

/** More histories of one case are not drawn. */
const most = 6;
/** Rows of the first history of a case, and of any other; nobody reads more in a drawing, and the exchanges have them all. */
const mostRows = { ofFirst: 64, ofOther: 24 } as const;

/**
 * The histories of a case, each drawn as a timeline, with what was expected of it beside it where a finding tells that; empty where the case
 * has no history. Those that are as they should be are folded. It is Markup and no HTML, because a page is allowed to parse none: its
 * browser builds the drawing when the case is opened, from the elements that `../markup.ts` lists. Without ids, styles or links. `timelineStyle`
 * has its look.
 */
export function renderTimelines(one: Pick<CaseReport, "exchanges" | "findings">): readonly Markup[] {
	const { drawings, more } = drawingsOf(one, most);
	const isNew = (index: number): boolean => drawings.findIndex(({ reading }) => reading === drawings[index]?.reading) === index;
	return [
		...drawings.map((drawing, index) =>
			timeline(drawing, {
				most: index === 0 ? mostRows.ofFirst : mostRows.ofOther,
				isOpen: drawing.first !== undefined && isNew(index),
			}),
		),
		...(more > 0 ? [paragraph(`${more} more histor${more === 1 ? "y is" : "ies are"} not drawn.`)] : []),
	];
}

function timeline(drawing: Drawing, { most, isOpen }: { readonly most: number; readonly isOpen: boolean }): Markup {
	const { rows, first, finding, reading } = drawing;
	const expected = finding?.history;
	const stretches = windowed(rows, first, most);
	const drawn = layout(stretches.flatMap((stretch) => ("rows" in stretch ? stretch.rows : [])));
	return [
		"details",
		{ class: expected === undefined ? "timeline" : "timeline beside", ...(isOpen ? { open: true } : {}) },
		["summary", {}, ...titleOf(drawing)],
		...(expected === undefined ? [] : [paragraph(expectationText(expected))]),
		[
			"div",
			{ class: "head" },
			...(expected === undefined ? [] : [["span", {}, "expected"] as const]),
			laneHead(drawn),
			["span", {}, "observed"],
		],
		["ol", { role: "list" }, ...itemsOf(stretches, drawn, drawing)],
		...(reading.isCut ? [paragraph("The report has no more of this history; the evidence has.")] : []),
	];
}

function itemsOf(stretches: readonly Stretch[], drawn: Layout, drawing: Drawing): readonly Markup[] {
	const firstRow = drawing.rows[drawing.first ?? -1];
	const byRow = new Map(drawn.rows.map((one) => [one.row, one]));
	return stretches.flatMap((stretch): readonly Markup[] => {
		if ("leftOut" in stretch)
			return [["li", { class: "gap" }, `… ${stretch.leftOut} more event${stretch.leftOut === 1 ? "" : "s"}`]];
		return stretch.rows.flatMap((row) => {
			const one = byRow.get(row);
			return one === undefined ? [] : [rowItem(drawing, drawn, one, row === firstRow)];
		});
	});
}

function titleOf(drawing: Drawing): readonly Markup[] {
	const { workflowId, runId, told, isCut } = drawing.reading;
	const name = (text: string): Markup => ["code", {}, shortened(visibleLine(text), 60)];
	const count = `: ${isCut ? "more than " : ""}${told.length} event${told.length === 1 ? "" : "s"}`;
	return ["History of ", name(workflowId), ", run ", name(runId), count, ...wrongText(drawing)];
}

/** Where the first difference is, and what it consists in. */
function wrongText({ rows, first, finding }: Drawing): readonly Markup[] {
	const row = rows[first ?? -1];
	if (row === undefined) return [];
	const place = row.observed?.eventId === undefined ? "" : ` at event ${row.observed.eventId}`;
	if (finding === undefined) return ["; ", ["strong", {}, `first finding${place}`]];
	return ["; ", ["strong", {}, `first difference${place}: ${differenceText(row, memberIn(finding.at))}`]];
}

function differenceText({ kind, expected, observed }: Row, member: string | undefined): string {
	const type = (event: { readonly eventType: string } | undefined): string => shortened(visibleLine(event?.eventType ?? ""), 80);
	if (kind !== "differs") return `${type(observed ?? expected)} ${kindTexts[kind]}`;
	return expected?.eventType === observed?.eventType
		? `${type(observed)} differs in ${shortened(visibleLine(member ?? ""), 80)}`
		: `${type(expected)} expected, ${type(observed)} observed`;
}

const paragraph = (text: string): Markup => ["p", {}, text];

const expectationText = ({ relation, ignoring = [] }: HistoryExpectation): string =>
	[
		`Expected: ${relationTexts[relation]}.`,
		...(ignoring.length === 0 ? [] : [`Not looked at: ${shortened(visibleLine(ignoring.join(", ")), 300)}.`]),
	].join(" ");

/** What a scenario asks a history for. */
const relationTexts: { readonly [relation in HistoryRelation]: string } = {
	exactly: "these events and no others",
	startsWith: "these events at the beginning",
	endsWith: "these events at the end",
	inOrder: "these events in this order, others may lie between",
	contains: "these events in any order, among others",
	excludes: "none of these events",
};
