import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, with the elements that it finds it at. */
const findings = `axe.run(document, { resultTypes: ["violations", "incomplete"] }).then(({ violations, incomplete }) =>
	[...violations, ...incomplete.filter(({ id }) => id !== "color-contrast")].map(
		({ id, help, nodes }) => id + ": " + help + " at " + nodes.map(({ html }) => html.slice(0, 160)).join(", ")))`;

/** What axe has against a page as it is now, a line each. */
export async function axeFindings(page: Page): Promise<unknown> {
	await page.evaluate(axe);
	return page.evaluate(findings);
}
