/** @import { ExchangeDetails } from "../case-details.ts" */
/** @import { Markup } from "../markup.ts" */
import { ifThere } from "./build.js";
import { prettyJson } from "./pretty-json.js";

/**
 * An exchange in a line. What was sent and what came is built when it is opened.
 *
 * @param {ExchangeDetails} exchange
 * @param {number} position
 * @param {boolean} isWitness
 * @returns {Markup}
 */
export const exchangeView = (exchange, position, isWitness) => [
	"details",
	{ class: isWitness ? "exchange witness" : "exchange", "data-position": position },
	[
		"summary",
		{},
		["span", { class: "position" }, `${position}`],
		["span", { class: "operation" }, exchange.operation],
		["span", { class: "outcome" }, exchange.outcome],
		["span", { class: "step" }, `step ${exchange.step}`],
		["span", { class: "duration" }, `${Math.round(exchange.durationMs)} ms`],
		...ifThere(isWitness ? "shows a finding" : undefined, (text) => ["strong", { class: "flag" }, text]),
	],
];

/**
 * What was sent and what came, headers and body.
 *
 * @param {ExchangeDetails} exchange
 * @returns {Markup}
 */
export const messagesView = ({ request, response, problem, sentAfterMs }) => [
	"div",
	{ class: "messages" },
	messageView(`Request, ${Math.round(sentAfterMs)} ms after the case began`, request),
	response === undefined
		? ["section", {}, ["h6", {}, "Response"], ["p", {}, "none arrived"]]
		: messageView(`Response, status ${response.status}`, response),
	...ifThere(problem, (text) => ["p", { class: "notice" }, text]),
];

/**
 * @param {string} title
 * @param {ExchangeDetails["request"]} message
 * @returns {Markup}
 */
const messageView = (title, { headers, body }) => [
	"section",
	{},
	["h6", {}, title],
	["dl", { class: "headers" }, ...Object.entries(headers).map(headerView)],
	body === "" ? ["p", {}, "no body"] : ["pre", { tabindex: 0, role: "group", "aria-label": `Body: ${title}` }, prettyJson(body)],
];

/** @param {readonly [name: string, value: string]} header @returns {Markup} */
const headerView = ([name, value]) => ["div", {}, ["dt", {}, name], ["dd", {}, ["code", {}, value]]];
