import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { caseOf, richReport } from "../../reports/fixtures/load.ts";
import { buildMatrix } from "../../reports/matrix/build-matrix.ts";
import { renderMatrixHtml } from "../../reports/matrix/render-matrix-html.ts";
import type { Report } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { summarize } from "../../reports/summarize.ts";
import { axeFindings } from "./axe-findings.ts";
import { openBrowser } from "./open-page.ts";

const looks = {
	light: { colorScheme: "light" },
	dark: { colorScheme: "dark" },
	"phone width": { viewport: { width: 360, height: 780 } },
} as const;

const profile = { name: "core", level: "MUST", required: new Set(["a/1"]), addedAfter: [], removed: [], rewritten: [] } as const;

async function matrixOf(folder: string, ...reports: readonly Report[]): Promise<string> {
	const path = join(folder, "matrix.html");
	const inputs = reports.map((report, index) => ({ file: `${index}.json`, page: "report-1.html", report: sourceOf(report) }));
	await writeFile(path, renderMatrixHtml(await buildMatrix(inputs, [profile])));
	return path;
}

test.each(Object.entries(looks))(
	"axe finds nothing against the matrix in %s, which is no wider than its window",
	async (_, look) => {
		await using browser = await openBrowser();
		const report = await richReport();
		const { page, troubles } = await browser.open(await matrixOf(browser.folder, report, report, report), look);
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
		expect(troubles).toEqual([]);
	},
);

test("a cell leads to the list of its cases, by keys too", async () => {
	await using browser = await openBrowser();
	const { page } = await browser.open(await matrixOf(browser.folder, await richReport()));
	const cell = page.locator('a[href^="#report-1-"]').first();
	await cell.focus();
	await page.keyboard.press("Enter");
	const target = page.locator(":target");
	expect(await target.locator("li").count()).toBeGreaterThan(0);
	expect(await target.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
});

test("nothing that a report holds runs, loads or leads anywhere", async () => {
	const bad = `"><img src=x onerror="ran('img')"><script>ran('script')</script><a href="javascript:ran('link')">x</a></style>`;
	const report = await richReport();
	const cases = [caseOf({ id: `${bad}/1`, verdict: "fail", reason: bad, clauses: [bad] })];
	const target = { ...report.target, name: bad, version: bad };
	await using browser = await openBrowser();
	const path = await matrixOf(browser.folder, {
		...report,
		target,
		client: { name: bad, version: bad },
		cases,
		summary: summarize(cases),
	});
	const { page, troubles } = await browser.open(path);
	expect(await page.locator("img, script, a[href^='javascript']").count()).toBe(0);
	expect(await page.locator("h4").innerText()).toContain("<script>ran('script')</script>");
	expect(troubles).toEqual([]);
});
