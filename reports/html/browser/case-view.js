/** @import { CaseDetails } from "../case-details.ts" */
/** @import { Clauses } from "./data.js" */
/** @import { Markup } from "../markup.ts" */
import { hashOf } from "./address.js";
import { ifThere } from "./build.js";
import { clausesView } from "./clauses-view.js";
import { exchangeView } from "./exchange-view.js";
import { findingView } from "./finding-view.js";
import { visibleLines } from "./visible.js";

/** Of a case that asked again and again the rest comes when it is wanted. */
export const mostExchanges = 300;

/**
 * All that is needed to act on a case.
 *
 * @param {CaseDetails} one
 * @param {Clauses} clauses
 * @returns {Markup}
 */
export const caseView = (one, clauses) => [
	"div",
	{ class: "body" },
	["h4", {}, claimOf(one.id)],
	...ifThere(one.reason, (reason) => ["p", { class: "reason" }, reason, ...expectedBy(one)]),
	[
		"p",
		{ class: "about" },
		`${one.checks.reached} of ${one.checks.declared} checks reached, level ${one.level}. `,
		linkToCase(one.id),
	],
	...part("Findings", [...one.findings.map(findingView), ...one.notes.map(note)]),
	...part("History", one.timelines),
	...part("Seen where the contract leaves a choice", one.observations.length === 0 ? [] : [observationsView(one)]),
	...part("Clauses", clausesView(one, clauses)),
	...part("Commands", [
		command("Play only this case again", one.replay),
		...ifThere(one.reproduce, (text) => command("Write a script that shows it without this kit", text)),
	]),
	...part(`Exchanges (${one.exchanges.length})`, one.exchanges.length === 0 ? [] : exchangesView(one, 0, mostExchanges)),
];

/**
 * @param {string} title
 * @param {readonly Markup[]} inner
 * @returns {readonly Markup[]}
 */
const part = (title, inner) => (inner.length === 0 ? [] : [["section", {}, ["h5", {}, title], ...inner]]);

/** The file of a scenario is named by what it claims. @param {string} id */
function claimOf(id) {
	const words = (id.split("/").at(-1) ?? id).replaceAll("-", " ").replace(":", ": ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}

/** @param {CaseDetails} one @returns {readonly Markup[]} */
const expectedBy = ({ expectedBy: places = [] }) => (places.length === 0 ? [] : [" ", ["small", {}, `by ${places.join(", ")}`]]);

/** @param {string} id @returns {Markup} */
const linkToCase = (id) => [
	"a",
	{ href: hashOf({ verdicts: [], area: "", clause: "", text: "", id: visibleLines(id) }) },
	"Link to this case",
];

/** @param {string} text @returns {Markup} */
const note = (text) => ["p", { class: "note" }, text];

/** @param {CaseDetails} one @returns {Markup} */
const observationsView = ({ observations }) => ["ul", {}, ...observations.map(observationView)];

/** @param {CaseDetails["observations"][number]} observation @returns {Markup} */
const observationView = ({ step, clause, reading }) => ["li", {}, `step ${step}: ${reading} (`, ["code", {}, clause], ")"];

/** @param {string} title @param {string} text @returns {Markup} */
const command = (title, text) => [
	"div",
	{ class: "command" },
	["p", {}, title],
	["pre", { tabindex: 0, role: "group", "aria-label": title }, text],
	["button", { type: "button", class: "copy" }, ["span", {}, "Copy"], ["span", { class: "unseen" }, ` the command: ${title}`]],
];

/**
 * The exchanges from one position to another, and a button for the rest.
 *
 * @param {CaseDetails} one
 * @param {number} from
 * @param {number} to
 * @returns {readonly Markup[]}
 */
export function exchangesView({ exchanges, findings }, from, to) {
	const witnesses = new Set(findings.flatMap((finding) => finding.exchanges));
	const rest = exchanges.length - to;
	return [
		...exchanges.slice(from, to).map((exchange, index) => exchangeView(exchange, from + index, witnesses.has(from + index))),
		...(rest > 0 ? [buttonForMore(rest)] : []),
	];
}

/** @param {number} rest @returns {Markup} */
const buttonForMore = (rest) => ["button", { type: "button", class: "more" }, `Show the other ${rest}`];
