import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { verdictTable } from "./fixtures/verdict-table.ts";
import { renderers, usualFormats } from "./renderers.ts";

const page = readFileSync(new URL("../docs/reports.md", import.meta.url), "utf8");

test("the page on reports says of every verdict what readers of each format take it for", async () => {
	expect(page).toContain(`\n\n${await verdictTable()}\n\n`);
});

test("the page on reports lists every format with its file, and those that are written unasked", () => {
	for (const [name, { extension }] of Object.entries(renderers))
		expect(page).toContain(`| \`${name}\` | \`report.${extension}\` |`);
	const [last, ...others] = usualFormats.map((name) => `\`${name}\``).reverse();
	expect(page).toContain(`without it ${others.reverse().join(", ")} and ${last} are written`);
});
