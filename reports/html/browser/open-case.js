/** @import { CaseDetails } from "../case-details.ts" */
/** @import { Clauses } from "./data.js" */
import { build } from "./build.js";
import { caseView, exchangesView, mostExchanges } from "./case-view.js";
import { detailsOf } from "./data.js";
import { messagesView } from "./exchange-view.js";

/** The details of the cases that are filled in. @type {WeakMap<Element, CaseDetails>} */
const filled = new WeakMap();

/**
 * Puts the details of a case below its line, once.
 *
 * @param {Element} row
 * @param {readonly [CaseDetails, Clauses]} data
 */
export function fillWith(row, [details, clauses]) {
	if (filled.has(row)) return;
	filled.set(row, details);
	row.querySelector(":scope > .cites")?.replaceWith(build(caseView(details, clauses)));
}

/** Likewise, when its details are there. @param {Element} row */
export const fill = async (row) => fillWith(row, await detailsOf(row));

/** @param {Element} inside */
function detailsAround(inside) {
	const details = filled.get(inside.closest(".case") ?? inside);
	if (details === undefined) throw new Error("the case is not filled in");
	return details;
}

/** Puts what was sent and what came below the line of an exchange, once. @param {HTMLElement} line */
export function fillExchange(line) {
	const exchange = detailsAround(line).exchanges[Number(line.dataset["position"])];
	if (exchange !== undefined && line.children.length === 1) line.append(build(messagesView(exchange)));
}

/** Lists the exchanges that were left out. @param {Element} button */
export function listOthers(button) {
	const { previousElementSibling: last } = button;
	button.replaceWith(...exchangesView(detailsAround(button), mostExchanges, Number.POSITIVE_INFINITY).map(build));
	const next = last?.nextElementSibling?.querySelector("summary");
	next?.focus();
}

/** Opens the exchange that a button of a finding names, and goes there. @param {HTMLElement} button */
export function goToExchange(button) {
	const row = button.closest(".case");
	const more = row?.querySelector("button.more");
	if (more && Number(button.dataset["position"]) >= mostExchanges) listOthers(more);
	const line = row?.querySelector(`details.exchange[data-position="${Number(button.dataset["position"])}"]`);
	if (!(line instanceof HTMLDetailsElement)) return;
	fillExchange(line);
	line.open = true;
	line.querySelector("summary")?.focus({ preventScroll: true });
	line.scrollIntoView({ block: "start" });
}
