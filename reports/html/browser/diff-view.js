/** @import { DiffRow } from "../../diff.ts" */
/** @import { Markup } from "../markup.ts" */
import { ifThere } from "./build.js";

/**
 * Expected beside observed. The first line that differs says so, and of each the part that differs is marked.
 *
 * @param {readonly DiffRow[]} rows
 * @returns {readonly Markup[]}
 */
export function diffView(rows) {
	if (rows.length === 0) return [];
	// Of a single line there is no need to say so.
	const first = rows.length === 1 ? -1 : rows.findIndex(({ kind }) => kind === "differs");
	return [
		[
			"div",
			{ class: "diff", role: "group", "aria-label": "Expected beside observed" },
			["div", { class: "heads", "aria-hidden": "true" }, ["span", {}, "expected"], ["span", {}, "observed"]],
			...rows.map((row, index) => rowView(row, index === first)),
		],
	];
}

/**
 * @param {DiffRow} row
 * @param {boolean} isFirst
 * @returns {Markup}
 */
function rowView(row, isFirst) {
	if (row.kind === "gap") return ["p", { class: "gap" }, `… ${row.lines} more line${row.lines === 1 ? "" : "s"}`];
	if (row.kind === "same")
		return ["div", { class: "same" }, ["code", {}, row.line], ["code", { "aria-hidden": "true" }, row.line]];
	return [
		"div",
		{ class: isFirst ? "differs first" : "differs" },
		...ifThere(isFirst ? "first difference" : undefined, (text) => ["p", { class: "flag" }, text]),
		sideView("expected", row.expected, row.observed),
		sideView("observed", row.observed, row.expected),
	];
}

/**
 * @param {"expected" | "observed"} side
 * @param {string | undefined} line
 * @param {string | undefined} other
 * @returns {Markup}
 */
const sideView = (side, line, other) => [
	"div",
	{ class: line === undefined ? `${side} absent` : side },
	["span", { class: "side" }, side],
	line === undefined ? ["em", {}, "nothing"] : markedView(line, other ?? ""),
];

const longestWord = 40;

/** @param {string | undefined} character */
const isInWord = (character) => character !== undefined && /\w/.test(character);

/**
 * A line, what is not the same in the other marked.
 *
 * @param {string} line
 * @param {string} other
 * @returns {Markup}
 */
function markedView(line, other) {
	const [own, its] = [[...line], [...other]];
	let start = own.findIndex((character, index) => character !== its[index]);
	if (start === -1) start = own.length;
	while (start < own.length && own[start] === " " && line.slice(0, start).trim() === "") start += 1; // an indent is no difference
	let end = own.length;
	while (end > start && end - own.length + its.length > start && own[end - 1] === its[end - 1 - own.length + its.length])
		end -= 1;
	// Whole words are easier to compare, but for those without end.
	for (let words = 0; words < longestWord && isInWord(own[start - 1]) && isInWord(own[start]); words += 1) start -= 1;
	for (let words = 0; words < longestWord && isInWord(own[end - 1]) && isInWord(own[end]); words += 1) end += 1;
	const text = (/** @type {number} */ from, /** @type {number} */ to) => own.slice(from, to).join("");
	return ["code", {}, text(0, start), ["mark", {}, text(start, end)], text(end, own.length)];
}
