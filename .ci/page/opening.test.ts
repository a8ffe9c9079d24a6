import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { richReport } from "../../reports/fixtures/load.ts";
import { renderHtml } from "../../reports/render-html.ts";
import type { Report } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { manyCases } from "./many-cases.ts";
import { openBrowser } from "./open-page.ts";

const print = (text: string) => process.stdout.write(`${text}\n`);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

async function rendered(report: Report): Promise<{ readonly html: string; readonly figures: string }> {
	const source = sourceOf(report);
	const [began, before] = [performance.now(), process.cpuUsage()];
	let html = "";
	for await (const chunk of renderHtml(source)) html += chunk;
	const { user, system } = process.cpuUsage(before);
	// The second figure is what a machine that does much else at the same time still tells truly.
	return {
		html,
		figures: `${Math.round(performance.now() - began)} ms, ${Math.round((user + system) / 1_000)} ms of processors`,
	};
}

test("a report of 2,000 failed cases with all exchanges opens, and its last case too", async () => {
	await using browser = await openBrowser();
	const path = join(browser.folder, "many.html");
	const report = await manyCases(2_000);
	const half = await rendered({ ...report, cases: report.cases.slice(0, 1_000) });
	const { html, figures } = await rendered(report);
	await writeFile(path, html);
	const { size } = await stat(path);
	print(
		`2,000 failed cases, ${megabytes(JSON.stringify(report).length)} of JSON: rendered in ${figures} (half of them in ${half.figures}), ${megabytes(size)}`,
	);
	expect(size).toBeLessThan(15e6);
	const { page, troubles } = await browser.open(path);
	const timing = await page.evaluate(() => {
		const [{ domInteractive = 0, loadEventEnd = 0 } = {}] = performance.getEntriesByType(
			"navigation",
		) as PerformanceNavigationTiming[];
		const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
		return { domInteractive, loadEventEnd, paint };
	});
	const [ready, loaded, painted] = [timing.domInteractive, timing.loadEventEnd, timing.paint].map(Math.round);
	print(`opened: first painted after ${painted} ms, script done after ${ready} ms, loaded after ${loaded} ms`);
	const clicked = await page.evaluate(async () => {
		const row = [...document.querySelectorAll<HTMLDetailsElement>(".case")].at(-1);
		const began = performance.now();
		if (row) row.open = true;
		while (!row?.querySelector(".exchange")) await new Promise(requestAnimationFrame);
		return performance.now() - began;
	});
	print(`the last case opened in ${Math.round(clicked)} ms`);
	const filtered = await page.evaluate(() => {
		const text = document.querySelector<HTMLInputElement>("#text");
		const began = performance.now();
		if (text) text.value = "0042";
		text?.dispatchEvent(new Event("input", { bubbles: true }));
		document.body.getBoundingClientRect();
		return performance.now() - began;
	});
	print(`filtered in ${Math.round(filtered)} ms`);
	expect(await page.getByRole("status").first().textContent()).toBe("1 of 2000 cases shown");
	expect(troubles).toEqual([]);
});

test("screenshots are taken in light, dark and phone width", async () => {
	await using browser = await openBrowser();
	const folder = new URL("../../reports/out/page/", import.meta.url).pathname;
	await mkdir(folder, { recursive: true });
	const looks = {
		light: { viewport: { width: 1280, height: 2_400 } },
		dark: { viewport: { width: 1280, height: 2_400 }, colorScheme: "dark" },
		phone: { viewport: { width: 360, height: 2_400 } },
	} as const;
	for (const [name, look] of Object.entries(looks))
		for (const [what, hash] of [
			["summary", ""],
			["case", "#case=termination/a-second-termination-is-refused"],
		] as const) {
			const { page, troubles } = await browser.show(await richReport(), { ...look, hash });
			await page.screenshot({ path: join(folder, `${what}-${name}.png`) });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.viewport.width);
			expect(troubles).toEqual([]);
		}
	print(`screenshots are in ${folder}`);
});
