/** @import { FindingDetails } from "../case-details.ts" */
/** @import { Markup } from "../markup.ts" */
import { diffView } from "./diff-view.js";

const mostWitnesses = 8;

/**
 * What was wrong, expected beside observed, and where it was seen.
 *
 * @param {FindingDetails} finding
 * @returns {Markup}
 */
export const findingView = ({ level, place, message, rows, exchanges }) => [
	"div",
	{ class: `finding ${level}` },
	["p", { class: "message" }, message],
	["p", { class: "place" }, place],
	...diffView(rows),
	...(exchanges.length === 0 ? [] : [witnessesView(exchanges)]),
];

/** @param {readonly number[]} exchanges @returns {Markup} */
const witnessesView = (exchanges) => [
	"p",
	{ class: "witnesses" },
	"Seen in exchange",
	...exchanges.slice(0, mostWitnesses).map(witnessView),
	exchanges.length > mostWitnesses ? ` and ${exchanges.length - mostWitnesses} more` : "",
];

/** @param {number} position @returns {Markup} */
const witnessView = (position) => ["button", { type: "button", class: "witness", "data-position": position }, `${position}`];
