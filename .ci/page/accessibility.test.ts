import { expect, test } from "vitest";
import { richReport } from "../../reports/fixtures/load.ts";
import { axeFindings } from "./axe-findings.ts";
import { openBrowser } from "./open-page.ts";

const looks = {
	light: { colorScheme: "light" },
	dark: { colorScheme: "dark" },
	"phone width": { viewport: { width: 360, height: 780 } },
} as const;

test.each(Object.entries(looks))("axe finds nothing against the page in %s, with cases and exchanges open", async (_, look) => {
	await using browser = await openBrowser();
	const { page } = await browser.show(await richReport(), look);
	expect(await axeFindings(page)).toEqual([]);
	for (const line of await page.locator(".case > summary").all()) await line.click();
	await page.locator(".case:last-of-type .body").last().waitFor();
	await page.evaluate(() => {
		for (const each of document.querySelectorAll("details")) each.open = true;
	});
	await page.locator(".exchange .messages").last().waitFor();
	expect(await axeFindings(page)).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
