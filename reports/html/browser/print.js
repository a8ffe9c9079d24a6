/** @import { Listed } from "./case-list.js" */
import { detailsAtHand, detailsOf } from "./data.js";
import { fillExchange, fillWith } from "./open-case.js";

const wantsReading = new Set(["fail", "unexpected-pass", "error", "inconclusive", "warn"]);
const mostPrepared = 200;

/** @param {Listed} one */
const isWanted = ({ row, verdict }) => !row.hidden && wantsReading.has(verdict);

/**
 * Makes the page ready for paper: what a reader has to act on is open there, with the exchanges that show it, and closed again after.
 *
 * @param {readonly Listed[]} cases
 * @param {HTMLElement} button
 */
export function preparePrinting(cases, button) {
	/** @type {HTMLDetailsElement[]} */
	const opened = [];
	addEventListener("beforeprint", () => {
		for (const { row } of cases.filter(isWanted)) {
			const data = detailsAtHand(row);
			if (data === undefined) continue;
			fillWith(row, data);
			const witnesses = /** @type {NodeListOf<HTMLDetailsElement>} */ (row.querySelectorAll("details.witness"));
			for (const line of witnesses) fillExchange(line);
			for (const each of [row, ...witnesses]) {
				if (each.open) continue;
				each.open = true;
				opened.push(each);
			}
		}
	});
	addEventListener("afterprint", () => {
		for (const each of opened.splice(0)) each.open = false;
	});
	button.addEventListener("click", async () => {
		await Promise.all(cases.filter(isWanted).map(({ row }) => detailsOf(row)));
		print();
	});
	// Whoever prints by the browser's own menu cannot be made to wait.
	setTimeout(
		() =>
			Promise.all(
				cases
					.filter(isWanted)
					.slice(0, mostPrepared)
					.map(({ row }) => detailsOf(row)),
			),
		1_000,
	);
}
