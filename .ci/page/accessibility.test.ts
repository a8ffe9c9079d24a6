import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { richReport } from "../../reports/fixtures/load.ts";
import { openBrowser } from "./open-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, with the elements that it finds it at. */
const findings = `axe.run(document, { resultTypes: ["violations", "incomplete"] }).then(({ violations, incomplete }) =>
	[...violations, ...incomplete.filter(({ id }) => id !== "color-contrast")].map(
		({ id, help, nodes }) => id + ": " + help + " at " + nodes.map(({ html }) => html.slice(0, 160)).join(", ")))`;

const looks = {
	light: { colorScheme: "light" },
	dark: { colorScheme: "dark" },
	"phone width": { viewport: { width: 360, height: 780 } },
} as const;

test.each(Object.entries(looks))("axe finds nothing against the page in %s, with cases and exchanges open", async (_, look) => {
	await using browser = await openBrowser();
	const { page } = await browser.show(await richReport(), look);
	await page.evaluate(axe);
	expect(await page.evaluate(findings)).toEqual([]);
	for (const line of await page.locator(".case > summary").all()) await line.click();
	await page.locator(".case:last-of-type .body").last().waitFor();
	await page.evaluate(() => {
		for (const each of document.querySelectorAll("details")) each.open = true;
	});
	await page.locator(".exchange .messages").last().waitFor();
	expect(await page.evaluate(findings)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
