import { alignedLines, type LinePair } from "./align.ts";
import type { Json } from "./report.ts";
import { shortened } from "./visible.ts";

/** A line of what was expected beside the line of what was observed; of a pair that differs either may have no counterpart. */
export type DiffRow =
	| { readonly kind: "same"; readonly line: string }
	| { readonly kind: "differs"; readonly expected?: string; readonly observed?: string }
	| { readonly kind: "gap"; readonly lines: number };

const context = 3;
const readableWhole = 20;
const mostRows = 120;
const mostCharacters = 12_000;
const longestLine = 300;
const beginning = 24;

/**
 * Sets expected beside observed, line by line. Long stretches that are the same shrink to a few lines around the differences, and what
 * a hostile target makes endless is cut, with a count of the lines left out. Where one of the two is not stated its side is empty.
 */
export function diffRows(expected: Json | undefined, observed: Json | undefined): readonly DiffRow[] {
	const rows = alignedLines(expected, observed).map(rowOf);
	return cut(rows.length <= readableWhole ? rows : withGaps(rows));
}

/** The rows as a unified diff: `-` expected, `+` observed, with a head that says so. */
export function unifiedLines(rows: readonly DiffRow[]): readonly string[] {
	const lines: string[] = rows.length === 0 ? [] : ["--- expected", "+++ observed"];
	const added: string[] = [];
	for (const row of rows) {
		if (row.kind === "differs") {
			if (row.expected !== undefined) lines.push(`- ${row.expected}`);
			if (row.observed !== undefined) added.push(`+ ${row.observed}`);
		} else lines.push(...added.splice(0), `  ${row.kind === "gap" ? gapText(row.lines) : row.line}`);
	}
	return [...lines, ...added];
}

/** Says what a gap leaves out. */
export const gapText = (lines: number): string => `… ${lines} more line${lines === 1 ? "" : "s"}`;

const same = (line: string): DiffRow => ({ kind: "same", line: shortened(line, longestLine) });

function rowOf({ expected, observed }: LinePair): DiffRow {
	if (expected === undefined) return { kind: "differs", observed: excerpt(observed ?? "", 0) };
	if (observed === undefined) return { kind: "differs", expected: excerpt(expected, 0) };
	if (expected === observed) return same(expected);
	const start = firstDifference(expected, observed);
	return { kind: "differs", expected: excerpt(expected, start), observed: excerpt(observed, start) };
}

/** Of a long line its reader needs the beginning, which names the member, and the place where the difference begins. */
function excerpt(line: string, start: number): string {
	const from = start - 40;
	if (line.length <= longestLine || from <= beginning) return shortened(line, longestLine);
	return `${line.slice(0, beginning)}… (${from - beginning} same characters) …${shortened(line.slice(from), longestLine)}`;
}

function firstDifference(left: string, right: string): number {
	let index = 0;
	while (index < left.length && left[index] === right[index]) index += 1;
	return index;
}

function withGaps(rows: readonly DiffRow[]): readonly DiffRow[] {
	const kept = new Set<number>();
	rows.forEach(({ kind }, index) => {
		if (kind === "differs") for (let near = index - context; near <= index + context; near += 1) kept.add(near);
	});
	const isKept = (index: number): boolean => kept.has(index) || (kept.has(index - 1) && kept.has(index + 1));
	const out: DiffRow[] = [];
	let skipped = 0;
	for (const [index, row] of rows.entries()) {
		if (isKept(index)) out.push(...gap(skipped), row);
		skipped = isKept(index) ? 0 : skipped + 1;
	}
	return [...out, ...gap(skipped)];
}

const gap = (lines: number): readonly DiffRow[] => (lines === 0 ? [] : [{ kind: "gap", lines }]);

function cut(rows: readonly DiffRow[]): readonly DiffRow[] {
	let characters = 0;
	const end = rows.findIndex((row, index) => {
		characters += charactersIn(row);
		return index >= mostRows || characters > mostCharacters;
	});
	return end === -1 ? rows : [...rows.slice(0, end), ...gap(linesIn(rows.slice(end)))];
}

const charactersIn = (row: DiffRow): number =>
	row.kind === "differs" ? (row.expected ?? "").length + (row.observed ?? "").length : row.kind === "same" ? row.line.length : 0;

const linesIn = (rows: readonly DiffRow[]): number => rows.reduce((sum, row) => sum + (row.kind === "gap" ? row.lines : 1), 0);
