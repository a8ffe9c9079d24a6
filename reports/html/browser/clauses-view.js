/** @import { ReportClause } from "../../report.ts" */
/** @import { CaseDetails } from "../case-details.ts" */
/** @import { Clauses } from "./data.js" */
/** @import { Markup } from "../markup.ts" */
import { ifThere, linkTo } from "./build.js";

/**
 * The clauses that a case names, those that were not kept first, each with where it stands.
 *
 * @param {CaseDetails} one
 * @param {Clauses} clauses
 * @returns {readonly Markup[]}
 */
export function clausesView({ clauses: cited, findings, observations }, clauses) {
	const broken = findings.map(({ clause }) => clause);
	const ids = [...new Set([...broken, ...cited, ...observations.map(({ clause }) => clause)])];
	if (ids.length === 0) return [];
	return [["ul", { class: "clauses" }, ...ids.map((id) => clauseView(id, clauses, broken.includes(id)))]];
}

/** @param {string} id @param {Clauses} clauses @param {boolean} isBroken @returns {Markup} */
const clauseView = (id, clauses, isBroken) => [
	"li",
	{},
	...ifThere(isBroken ? "not kept" : undefined, (text) => ["strong", { class: "flag" }, text]),
	" ",
	["code", {}, id],
	...ifThere(Object.hasOwn(clauses, id) ? clauses[id] : undefined, statementView),
];

/** @param {ReportClause} clause @returns {Markup} */
const statementView = ({ level, standing, text, sources }) => [
	"div",
	{},
	["p", {}, ["strong", {}, level], ` (${standing}) ${text}`],
	["ul", { class: "sources" }, ...sources.map(sourceView)],
];

/** @param {string} source @returns {Markup} */
const sourceView = (source) => ["li", {}, linkTo(source)];
