import type { Markup } from "../markup.ts";
import { type Lane, laneNames } from "./lanes.ts";
import type { DrawnRow, Layout, Strand } from "./layout.ts";
import { isDifferent } from "./side-by-side.ts";

/** Of a lane, of a column of arrows, and from the top of a row to its mark; in pixels. */
const [laneWidth, columnWidth, middle] = [16, 8, 15];
const headHeight = 84;
/** Down to the end of a row however tall it is, since what goes over is not shown. */
const end = 4000;

const xOf = (lane: number): number => 9 + laneWidth * lane;

const columnAt = ({ lanes }: Layout, column: number): number => laneWidth * lanes.length + 9 + columnWidth * column;

/** How wide the drawing is, in pixels. */
const widthOf = (layout: Layout): number => columnAt(layout, layout.columns);

/** The names of the lanes, each above its own. */
export const laneHead = (layout: Layout): Markup => [
	"svg",
	{ width: widthOf(layout), height: headHeight, "aria-hidden": "true" },
	...layout.lanes.map(
		(lane, index): Markup => [
			"text",
			{ class: lane, transform: `translate(${xOf(index) + 4} ${headHeight - 5}) rotate(-90)` },
			laneNames[lane],
		],
	),
];

/** The drawing beside a row. It says nothing that the text of the row does not say. */
export function rowGraph(layout: Layout, { row, observed, expected, strands }: DrawnRow): Markup {
	const at = (lane: Lane): number => xOf(layout.lanes.indexOf(lane));
	const dot = at(observed ?? expected ?? "other");
	return [
		"svg",
		{ width: widthOf(layout), "aria-hidden": "true" },
		["path", { class: "lane", d: layout.lanes.map((_, index) => `M${xOf(index)} 0V${end}`).join("") }],
		...strands.map(
			(strand): Markup => ["path", { class: strand.lane, d: strandPath(strand, dot, columnAt(layout, strand.column)) }],
		),
		...(strands.some(({ turn }) => turn === "to") ? [arrowHead(dot, observed ?? "other")] : []),
		...(expected === undefined ? [] : [hollow(at(expected), expected === observed ? 9 : 5.5, expected)]),
		...(observed === undefined ? [] : [isDifferent(row) ? diamond(at(observed)) : disc(at(observed), observed)]),
	];
}

/** A strand past a row, or between its mark and the rows above and below. */
function strandPath({ turn, above, below, isForward }: Strand, dot: number, x: number): string {
	const past = `M${x} 0V${end}`;
	const up = `M${dot} ${middle}H${x - 5}Q${x} ${middle} ${x} ${middle - 5}V0`;
	const down = `M${dot} ${middle}H${x - 5}Q${x} ${middle} ${x} ${middle + 5}V${end}`;
	if (turn === "past") return past;
	if (turn === "to") return (above ? up : "") + (below ? down : "");
	return (isForward ? down : up) + (above && below ? past : "");
}

const arrowHead = (dot: number, lane: Lane): Markup => ["path", { class: `head ${lane}`, d: `M${dot + 6} ${middle}l6 -4v8z` }];

const disc = (x: number, lane: Lane): Markup => ["circle", { class: lane, cx: x, cy: middle, r: 5 }];

/** Where something was expected; around what is there instead, if that is in the same lane. */
const hollow = (x: number, radius: number, lane: Lane): Markup => [
	"circle",
	{ class: `hollow ${lane}`, cx: x, cy: middle, r: radius },
];

const diamond = (x: number): Markup => ["path", { class: "wrong", d: `M${x} ${middle - 7}l7 7l-7 7l-7 -7z` }];
