/**
 * What moves a cursor, colours a terminal, reorders a line or cannot stand in XML: controls, bidirectional marks, line separators,
 * surrogates without their other half and noncharacters.
 */
const unseen = /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2028\u2029\ufeff]/gu;

/** Text from a target on one line: line breaks and everything else unseen become escapes such as `\n` and `\u001b`. */
export const visibleLine = (text: string): string => text.replace(unseen, escapeOf);

/** Text from a target that keeps its line breaks; everything else unseen becomes an escape. */
export const visibleLines = (text: string): string => text.split(/\r?\n/).map(visibleLine).join("\n");

/** At most `limit` characters of a text, and how many were left out, with `where` they are if it is known. */
export function shortened(text: string, limit: number, where?: string): string {
	if (text.length <= limit) return text;
	const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
	return `${text.slice(0, end)}… (${text.length - end} more characters${where === undefined ? "" : ` ${where}`})`;
}

/** Whether a text is what `shortened` left of a longer one. */
export const isShortened = (text: string): boolean => /… \(\d+ more characters[^)]*\)$/.test(text);

const short: ReadonlyMap<string, string> = new Map([
	["\n", "\\n"],
	["\r", "\\r"],
	["\t", "\\t"],
]);

function escapeOf(character: string): string {
	const code = (character.codePointAt(0) ?? 0).toString(16);
	return short.get(character) ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`);
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
