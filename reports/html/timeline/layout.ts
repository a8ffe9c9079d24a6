import { type Lane, laneOf, lanes } from "./lanes.ts";
import { referencesOf } from "./references.ts";
import type { Row } from "./side-by-side.ts";

/** What an arrow does at a row: it comes from its event, leads to it, or goes past. */
export type Turn = "from" | "to" | "past";

/** An arrow, or several that lead to one event, beside a row. */
export interface Strand {
	/** Its column behind the lanes, from 0. */
	readonly column: number;
	readonly turn: Turn;
	/** Whether there is some of it above the row, and below. */
	readonly above: boolean;
	readonly below: boolean;
	/** Whether it leads from here to a row below, as no reference should. */
	readonly isForward: boolean;
	/** The lane of the event to which it leads. */
	readonly lane: Lane;
}

/** What is drawn beside a row: marks in lanes and strands of arrows. */
export interface DrawnRow {
	readonly row: Row;
	readonly observed?: Lane;
	/** Where it is not that of the observed event. */
	readonly expected?: Lane;
	readonly strands: readonly Strand[];
}

export interface Layout {
	/** Those in which there is an event, from left to right. */
	readonly lanes: readonly Lane[];
	/** How many columns the arrows take. */
	readonly columns: number;
	readonly rows: readonly DrawnRow[];
}

/** More arrows than that beside one another nobody could follow; the text of an event tells all that it refers to. */
const mostColumns = 8;

/** Finds each event its lane and each arrow its column. Arrows that lead to one event share a column. */
export function layout(rows: readonly Row[]): Layout {
	const spans = inColumns(spansOf(rows));
	const strands = rows.map((): Strand[] => []);
	for (const { column, target, sources, first, last, lane } of spans)
		for (let index = first; index <= last; index += 1)
			strands[index]?.push({
				...{ column, lane, above: index > first, below: index < last, isForward: index < target },
				turn: index === target ? "to" : sources.has(index) ? "from" : "past",
			});
	const drawn = rows.map((row, index): DrawnRow => {
		const observed = row.observed === undefined ? undefined : laneOf(row.observed.eventType);
		const expected = row.expected === undefined || row.kind === "excluded" ? undefined : laneOf(row.expected.eventType);
		return {
			row,
			...(observed === undefined ? {} : { observed }),
			...(expected === undefined || row.expected?.eventType === row.observed?.eventType ? {} : { expected }),
			strands: strands[index] ?? [],
		};
	});
	const used = new Set(drawn.flatMap(({ observed, expected }) => [observed, expected]));
	return {
		lanes: lanes.filter((lane) => used.has(lane)),
		columns: spans.reduce((most, { column }) => Math.max(most, column + 1), 0),
		rows: drawn,
	};
}

interface Span {
	readonly target: number;
	readonly sources: ReadonlySet<number>;
	readonly first: number;
	readonly last: number;
	readonly lane: Lane;
}

/** For each event that others refer to the rows from it to the furthest of them. Of several events of one id the first is meant. */
function spansOf(rows: readonly Row[]): readonly Span[] {
	const byId = new Map<number, number>();
	for (const [index, { observed }] of rows.entries())
		if (observed?.eventId !== undefined && !byId.has(observed.eventId)) byId.set(observed.eventId, index);
	const sourcesOf = new Map<number, Set<number>>();
	for (const [index, { observed }] of rows.entries())
		for (const { eventId } of observed === undefined ? [] : referencesOf(observed.attributes)) {
			const target = byId.get(eventId);
			if (target === undefined || target === index) continue;
			sourcesOf.set(target, (sourcesOf.get(target) ?? new Set()).add(index));
		}
	return [...sourcesOf].map(([target, sources]) => ({
		...{ target, sources },
		first: Math.min(target, ...sources),
		last: Math.max(target, ...sources),
		lane: laneOf(rows[target]?.observed?.eventType ?? ""),
	}));
}

/** The first column in which nothing is in the way; what would find none is left out. */
function inColumns(spans: readonly Span[]): readonly (Span & { readonly column: number })[] {
	const ends: number[] = [];
	return spans
		.toSorted((one, other) => one.first - other.first || one.last - other.last)
		.flatMap((span) => {
			const free = ends.findIndex((end) => end < span.first);
			const column = free < 0 ? ends.length : free;
			if (column >= mostColumns) return [];
			ends[column] = span.last;
			return [{ ...span, column }];
		});
}
