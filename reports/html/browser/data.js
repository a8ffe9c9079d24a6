/** @import { ReportClause } from "../../report.ts" */
/** @import { CaseDetails } from "../case-details.ts" */

/** @type {Map<Element, Promise<unknown>>} */
const unpacked = new Map();

/** What is unpacked already, for what cannot wait. @type {Map<Element, unknown>} */
const atHand = new Map();

/**
 * What a data block holds, unpacked once.
 *
 * @param {Element} block
 */
function unpack(block) {
	const known = unpacked.get(block);
	if (known !== undefined) return known;
	const value = inflated(block.textContent ?? "")
		.then((text) => {
			atHand.set(block, JSON.parse(text));
			return atHand.get(block);
		})
		.catch((cause) => {
			throw new Error("the page is damaged, and the details of some cases with it", { cause });
		});
	unpacked.set(block, value);
	return value;
}

/** @param {string} base64 */
async function inflated(base64) {
	const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
	return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

/** Every clause that the report names, by id. @typedef {{ readonly [id: string]: ReportClause }} Clauses */

/** @param {Element} row @returns {readonly [block: Element, index: number]} */
function placeOf(row) {
	const batch = row.parentElement;
	const block = batch?.querySelector(":scope > script");
	if (!batch || !block) throw new Error("the page is cut off: a case has no details");
	return [block, [...batch.querySelectorAll(":scope > .case")].indexOf(row)];
}

const clauseBlock = () => {
	const block = document.getElementById("clause-data");
	if (block === null) throw new Error("the page is cut off: it has no clauses");
	return block;
};

/**
 * The details of a case, and the clauses, as soon as they are there.
 *
 * @param {Element} row
 * @returns {Promise<readonly [CaseDetails, Clauses]>}
 */
export async function detailsOf(row) {
	const [block, index] = placeOf(row);
	const [details, clauses] = await Promise.all([unpack(block), unpack(clauseBlock())]);
	return [/** @type {CaseDetails[]} */ (details)[index] ?? missing(), /** @type {Clauses} */ (clauses)];
}

/**
 * Likewise, if they are there already.
 *
 * @param {Element} row
 * @returns {readonly [CaseDetails, Clauses] | undefined}
 */
export function detailsAtHand(row) {
	const [block, index] = placeOf(row);
	const [details, clauses] = [atHand.get(block), atHand.get(clauseBlock())];
	if (details === undefined || clauses === undefined) return undefined;
	return [/** @type {CaseDetails[]} */ (details)[index] ?? missing(), /** @type {Clauses} */ (clauses)];
}

/** @returns {never} */
function missing() {
	throw new Error("the page is cut off: the details of a case are missing");
}
