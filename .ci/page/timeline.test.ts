import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reportOf } from "../../reports/fixtures/load.ts";
import { axeFindings } from "./axe-findings.ts";
import { differing, hostile } from "./history-cases.ts";
import { type OpenOptions, openBrowser } from "./open-page.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

const looks = {
	light: { viewport: { width: 1280, height: 900 } },
	dark: { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
	phone: { viewport: { width: 360, height: 780 } },
} as const;

const open = async (one: typeof differing, options: OpenOptions = {}) => {
	const shown = await browser.show(await reportOf([one]), { ...options, hash: `#case=${one.id}` });
	await shown.page.locator(".timeline").first().waitFor();
	return shown;
};
const texts = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

test("the history that differs is open with the first difference marked, the others are folded and open by keyboard", async () => {
	const { page, troubles } = await open(differing);
	const titles = page.locator(".timeline > summary");
	expect(await titles.allInnerTexts()).toEqual([
		"History of order-1, run differs: 9 events; first difference at event 9: TimerFired expected, TimerCanceled observed",
		"History of order-1, run against-a-law: 9 events; first finding at event 9",
		"History of order-1, run as-expected: 8 events",
	]);
	expect(await page.locator(".timeline").evaluateAll((all) => all.map((each) => each.hasAttribute("open")))).toEqual([
		true,
		true,
		false,
	]);
	expect(await page.locator(".timeline").nth(0).locator("li.first .expected b").innerText()).toBe("TimerFired");
	expect(await page.locator(".timeline").nth(0).locator("li.first .observed b").innerText()).toBe("TimerCanceled");
	await titles.nth(2).focus();
	await page.keyboard.press("Enter");
	expect(await page.locator(".timeline").nth(2).locator("li").count()).toBe(8);
	expect(await texts(page, ".timeline >> nth=1 >> li.first p.wrong")).toEqual([
		"MUST: event 9 (ActivityTaskStarted) names event 77, which is not there",
	]);
	expect(troubles).toEqual([]);
});

test.each(Object.entries(looks))(
	"in %s rows are drawn without gaps, as wide as the page, and axe finds nothing",
	async (name, look) => {
		const { page, troubles } = await open(differing, look);
		await page.locator(".timeline").last().locator("summary").click();
		await page
			.locator(".timeline")
			.first()
			.screenshot({ path: `reports/out/page/timeline-${name}.png` });
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
		const rows = await page.locator(".timeline li").evaluateAll((all) =>
			all.map((row) => {
				const [own, drawing] = [row.getBoundingClientRect(), row.querySelector("svg")?.getBoundingClientRect()];
				return { height: own.height - (drawing?.height ?? 0), left: drawing?.left, cut: row.scrollWidth - row.clientWidth };
			}),
		);
		expect(rows).toHaveLength(26);
		for (const { height, cut } of rows) expect([Math.abs(height) < 1, cut]).toEqual([true, 0]);
		expect(new Set(rows.slice(0, 9).map(({ left }) => left)).size).toBe(1);
		expect(await axeFindings(page)).toEqual([]);
		expect(troubles).toEqual([]);
	},
);

test("on a phone what was expected stands below what is there, and only where it says more", async () => {
	const { page } = await open(differing, looks.phone);
	const first = page.locator(".timeline").first();
	const [expected, observed] = await Promise.all(
		["expected", "observed"].map((side) => first.locator(`li.first .${side}`).boundingBox()),
	);
	expect((expected?.y ?? 0) >= (observed?.y ?? 0) + (observed?.height ?? 0)).toBe(true);
	expect(await first.locator("li.free .expected:visible").count()).toBe(0);
	expect(await first.locator("li.met .expected b:visible").count()).toBe(0);
});

test.each(Object.entries(looks))(
	"a history of which nothing is as it should be is drawn in %s as text and no further",
	async (_, look) => {
		const { page, troubles } = await open(hostile, look);
		expect(await page.locator(".timeline :is(img, script, i, u, a)").count()).toBe(0);
		expect(await page.locator(".timeline li").count()).toBeLessThan(70);
		expect(await texts(page, ".timeline li.gap")).toEqual([expect.stringMatching(/^… \d+ more events$/)]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
		expect(troubles).toEqual([]);
	},
);
