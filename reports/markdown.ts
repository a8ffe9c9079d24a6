import { shortened, visibleLine } from "./visible.ts";

const special = /[&<>\\`*_[\]|~$@#]|:(?! )|(?<=w)\./gi;
const plain = /^[\w.:/@=,+%#-]+(?: [\w.:/@=,+%#-]+)*$/;
const longestText = 1_000;

/** Room in the summary of a job: GitHub refuses one above 1 MiB, and what else a workflow writes there has to fit too. */
export const summaryBytes = 900 * 1024;

/** Text that Markdown, HTML and GitHub's own extensions leave as it is: one line, everything that could mean something encoded. */
export const inertText = (text: string, limit = longestText): string =>
	shortened(visibleLine(text), limit).replace(special, (character) => `&#${character.codePointAt(0)};`);

/** Text in the type of code, within prose or a table. Backticks would need a fence and a table splits at `|`, so it is HTML unless plain. */
export const codeText = (text: string, limit = 200): string =>
	plain.test(text) && text.length <= limit ? `\`${text}\`` : `<code>${inertText(text, limit)}</code>`;

/** A link if the address is one of the web; any other address, such as a script, is shown and leads nowhere. */
export function linkText(text: string, address: string): string {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url === undefined || !["http:", "https:"].includes(url.protocol)) return `${inertText(text)} (${inertText(address)})`;
	const href = url.href.replace(/[^\w\-.~:/?#@&,;=%+]/g, encoded).replaceAll("&", "&amp;");
	return `[${inertText(text)}](${href})`;
}

/** A block of lines as they are; the fence is longer than any run of backticks in it. */
export function fencedBlock(language: string, lines: readonly string[]): string {
	const text = lines.map(visibleLine).join("\n");
	const longestRun = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longestRun + 1);
	return `${fence}${language}\n${text}\n${fence}`;
}

/** One row of a table; the cells are Markdown already. */
export const tableRow = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** The head of a table: first column to the left, the others to the right or all to the left. */
export const tableHead = (names: readonly string[], others: "left" | "right"): string =>
	[tableRow(names), tableRow(names.map((_, column) => (column > 0 && others === "right" ? "---:" : ":---")))].join("\n");

const encoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
