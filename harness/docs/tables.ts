/** Plain words as Markdown in a table. What is in backticks stays code. */
export const cellText = (text: string): string =>
	text
		.trim()
		.replace(/\s+/g, " ")
		.split(/(`[^`]*`)/)
		.map((part) => (part.startsWith("`") && part.length > 1 ? part : part.replace(/[\\<*]|(?<![A-Za-z0-9])_/g, "\\$&")))
		.join("")
		.replaceAll("|", "\\|");

/** Text in the type of code in a table. */
export const cellCode = (text: string): string => {
	const fence = text.includes("`") ? "``" : "`";
	return `${fence}${text.replaceAll("|", "\\|")}${fence}`;
};

/** A table without the columns in which no row says anything. Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const kept = head.map((_, column) => column === 0 || rows.some((row) => (row[column] ?? "") !== ""));
	const line = (cells: readonly string[]): string => `| ${cells.filter((_, column) => kept[column]).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A page of Markdown, which begins by telling what it is made from. */
export const renderedPage = (source: string, parts: readonly string[]): string =>
	`${[`<!-- Rendered from ${source} by \`npm run generate:docs\`; do not edit. -->`, ...parts.filter((part) => part !== "")].join("\n\n")}\n`;
