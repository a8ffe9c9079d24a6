/**
 * Which cases are shown, and which one is meant; what is empty chooses nothing.
 *
 * @typedef {{ readonly verdicts: readonly string[], readonly area: string, readonly clause: string, readonly text: string, readonly id: string }} Choice
 */

/**
 * What the part of an address behind `#` says: `verdict=fail,warn&area=termination&clause=…&text=…&case=ID`.
 *
 * @param {string} hash
 * @returns {Choice}
 */
export function choiceIn(hash) {
	const said = new Map(
		hash
			.replace(/^#/, "")
			.split("&")
			.map((part) => {
				const [name = "", ...value] = part.split("=");
				return [name, decoded(value.join("="))];
			}),
	);
	const verdicts = (said.get("verdict") ?? "").split(",").filter((verdict) => verdict !== "");
	const of = (/** @type {string} */ name) => said.get(name) ?? "";
	return { verdicts, area: of("area"), clause: of("clause"), text: of("text"), id: of("case") };
}

/**
 * The address of a choice, which is empty where nothing is chosen.
 *
 * @param {Choice} choice
 */
export function hashOf({ verdicts, area, clause, text, id }) {
	const said = Object.entries({ verdict: verdicts.join(","), area, clause, text, case: id });
	const parts = said.filter(([, value]) => value !== "").map(([name, value]) => `${name}=${encoded(value)}`);
	return parts.length === 0 ? "" : `#${parts.join("&")}`;
}

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replace(/%(?:2F|3A|2C)/g, decodeURIComponent);

/** @param {string} text */
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text; // someone typed a bare %
	}
}
