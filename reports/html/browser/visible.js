// What ../../visible.ts does, for text that the page puts in; a test holds the two against each other.

const unseen = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\ufeff]/gu;

const short = new Map([
	["\n", "\\n"],
	["\r", "\\r"],
	["\t", "\\t"],
]);

/**
 * Text from a target that keeps its line breaks; everything else unseen becomes an escape.
 *
 * @param {string} text
 */
export const visibleLines = (text) =>
	text
		.split(/\r?\n/)
		.map((line) => line.replace(unseen, escapeOf))
		.join("\n");

/** @param {string} character */
function escapeOf(character) {
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return short.get(character) ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`);
}
