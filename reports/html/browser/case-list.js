/** @import { Choice } from "./address.js" */

/**
 * A case of the list, and what it is chosen by.
 *
 * @typedef {{ readonly row: HTMLDetailsElement, readonly id: string, readonly verdict: string, readonly area: string, readonly clauses: string, readonly text: string }} Listed
 */

/** The cases as the page lists them. @returns {readonly Listed[]} */
export const casesListed = () =>
	[...document.querySelectorAll("section.area")].flatMap((section) =>
		[.../** @type {NodeListOf<HTMLDetailsElement>} */ (section.querySelectorAll(".case"))].map((row) => ({
			row,
			id: row.id.slice("case=".length),
			verdict: textIn(row, ".verdict"),
			area: section.id.slice("area=".length),
			clauses: textIn(row, ".cites"),
			text: textIn(row, "summary").toLowerCase(),
		})),
	);

/** @param {Element} row @param {string} selector */
const textIn = (row, selector) => row.querySelector(selector)?.textContent ?? "";

/**
 * Whether a case is among those chosen. The one that is meant by its id always is.
 *
 * @param {Listed} one
 * @param {Choice} choice
 */
export const isChosen = (one, { verdicts, area, clause, text, id }) =>
	one.id === id ||
	((verdicts.length === 0 || verdicts.includes(one.verdict)) &&
		(area === "" || one.area === area) &&
		one.clauses.includes(clause) &&
		text
			.toLowerCase()
			.split(/\s+/)
			.every((word) => one.text.includes(word)));

/**
 * Shows the cases that are chosen, and no area without any.
 *
 * @param {readonly Listed[]} cases
 * @param {Choice} choice
 * @returns how many there are
 */
export function show(cases, choice) {
	let shown = 0;
	/** @type {Set<string>} */
	const areas = new Set();
	for (const one of cases) {
		const isShown = isChosen(one, choice);
		if (one.row.hidden === isShown) one.row.hidden = !isShown;
		if (!isShown) continue;
		shown += 1;
		areas.add(one.area);
	}
	for (const section of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("section.area")))
		section.hidden = !areas.has(section.id.slice("area=".length));
	return shown;
}
