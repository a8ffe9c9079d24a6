const longest = 256 * 1024;
const deepest = 40;

/**
 * JSON with line breaks and indents and otherwise as it was sent, to the digit and the escape; any other text as it is.
 *
 * @param {string} text
 */
export function prettyJson(text) {
	if (text.length > longest || !isJson(text)) return text;
	let out = "";
	let depth = 0;
	let last = "";
	const line = () => `\n${"  ".repeat(Math.min(depth, deepest))}`;
	for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s"[\]{}:,]+/g)) {
		const closes = token === "}" || token === "]";
		if (closes) depth -= 1;
		const isEmpty = closes && (last === "{" || last === "[");
		if ((closes && !isEmpty) || (!closes && (last === "{" || last === "[")) || last === ",") out += line();
		out += token === ":" ? ": " : token;
		if (token === "{" || token === "[") depth += 1;
		last = token;
	}
	return out;
}

/** @param {string} text */
function isJson(text) {
	try {
		const value = JSON.parse(text);
		return typeof value === "object" && value !== null;
	} catch {
		return false;
	}
}
