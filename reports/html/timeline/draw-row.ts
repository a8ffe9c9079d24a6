import type { Markup } from "../markup.ts";
import type { Drawing } from "./drawings.ts";
import { expectedText, markText, membersText, observedText } from "./event-text.ts";
import { rowGraph } from "./graph.ts";
import type { DrawnRow, Layout } from "./layout.ts";
import type { Row, RowKind } from "./side-by-side.ts";

/** What a row says of how its sides stand to one another: a colour or a shape alone says nothing to many readers. */
export const kindTexts: { readonly [kind in RowKind]: string } = {
	met: "as expected",
	alike: "expected, not compared",
	differs: "differs",
	missing: "missing",
	unasked: "not expected",
	excluded: "must not be there",
	free: "",
};

/** An event that was expected, the drawing, and the event that is there. */
export function rowItem({ finding, events, marksOf }: Drawing, layout: Layout, drawn: DrawnRow, isFirst: boolean): Markup {
	const { kind, expected, observed } = drawn.row;
	const differing = isFirst ? memberIn(finding?.at) : undefined;
	return [
		"li",
		{ class: isFirst ? `${kind} first` : kind },
		...(finding?.history === undefined ? [] : [expectedCell(drawn.row, differing)]),
		rowGraph(layout, drawn),
		[
			"div",
			{ class: "observed" },
			...(observed === undefined ? [] : observedText(observed, events[0])),
			...(isFirst ? [" ", ["strong", {}, `first ${finding === undefined ? "finding" : "difference"}`] as const] : []),
			...(observed === undefined ? [] : membersText(observed, expected?.attributes ?? {}, differing)),
			...(observed === undefined ? [] : markText(marksOf(observed))),
		],
	];
}

const expectedCell = ({ kind, expected }: Row, differing: string | undefined): Markup => [
	"div",
	{ class: "expected" },
	...(expected === undefined ? [] : expectedText(expected, kindTexts[kind], differing)),
	...(expected === undefined && kind !== "free" ? [["em", {}, kindTexts[kind]] as const] : []),
];

/** The member in a place such as `events.4.startedEventId`. */
export const memberIn = (at: string | undefined): string | undefined => /^events\.\d+\.([^.]+)/.exec(at ?? "")?.[1];
