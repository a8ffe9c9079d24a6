import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "../../reports/fixtures/load.ts";
import { renderHtml } from "../../reports/render-html.ts";
import { openBrowser } from "./open-page.ts";

const failing = "termination/a-second-termination-is-refused";

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(() => browser[Symbol.asyncDispose]());

const shown = (page: Page): Promise<readonly string[]> =>
	page.locator(".case:not([hidden])").evaluateAll((rows) => rows.map((row) => row.id.replace("case=", "")));
const told = (page: Page) => page.locator("#status").textContent();
const row = (page: Page, id: string) => page.locator(`[id="case=${id}"]`);
const hash = (page: Page) => page.evaluate(() => location.hash);

test("cases are chosen by verdict, area, clause and text, what is chosen is told and stands in the address", async () => {
	const { page, troubles } = await browser.show(await richReport());
	expect(await told(page)).toBe("11 of 11 cases shown");
	await page.getByRole("checkbox", { name: /^fail / }).check();
	expect(await told(page)).toBe("3 of 11 cases shown");
	await page.getByRole("checkbox", { name: /^warn / }).check();
	expect(await told(page)).toBe("4 of 11 cases shown");
	await page.getByLabel("Area", { exact: true }).selectOption("termination");
	expect(await shown(page)).toEqual([failing, "termination/details-survive-hostile-text"]);
	expect(await page.locator("section.area:not([hidden]) h3").allTextContents()).toEqual(["termination"]);
	await page.getByLabel("Clause").fill("closed-executions");
	expect(await shown(page)).toEqual([failing]);
	expect(await hash(page)).toBe("#verdict=fail,warn&area=termination&clause=closed-executions");
	await page.getByRole("button", { name: "Show all" }).click();
	expect(await told(page)).toBe("11 of 11 cases shown");
	expect(await hash(page)).toBe("");
	await page.getByLabel("Text").fill("UNKNOWN tag");
	expect(await shown(page)).toEqual(["tags/tag-resource"]);
	await page.getByLabel("Text").fill("there is no such text");
	expect(await told(page)).toBe("0 of 11 cases shown");
	expect(troubles).toEqual([]);
});

test("a link to what was chosen chooses it, also when the address changes later", async () => {
	const { page, troubles } = await browser.show(await richReport(), { hash: "#verdict=fail,warn&area=missing-run-id" });
	expect(await told(page)).toBe("2 of 11 cases shown");
	expect(await page.getByRole("checkbox", { name: /^fail / }).isChecked()).toBe(true);
	await page.getByRole("link", { name: "1 unsupported in tags" }).click();
	expect(await shown(page)).toEqual(["tags/tag-resource"]);
	await page.goBack();
	expect(await told(page)).toBe("2 of 11 cases shown");
	expect(troubles).toEqual([]);
});

test("a link to a case opens it, goes to it and focuses it, even where the choice leaves it out", async () => {
	const { page, troubles } = await browser.show(await richReport(), { hash: `#verdict=pass&case=${failing}` });
	expect(await shown(page)).toEqual(["domains/a-domain-is-registered", failing]);
	await row(page, failing).getByRole("heading", { name: "A second termination is refused" }).waitFor();
	await expect.poll(() => page.evaluate(() => document.activeElement?.parentElement?.id)).toBe(`case=${failing}`);
	expect(await row(page, failing).locator("summary").first().isVisible()).toBe(true);
	expect(troubles).toEqual([]);
});

test("a link to a case that is not there says so", async () => {
	const { page, troubles } = await browser.show(await richReport(), { hash: "#case=no/such-case" });
	expect(await told(page)).toBe("there is no case no/such-case in this report");
	expect(troubles).toEqual([]);
});

test("an open case shows claim, findings, clauses with sources, commands and exchanges, and its address", async () => {
	const { page, troubles } = await browser.show(await richReport());
	const one = row(page, failing);
	await one.locator("summary").first().click();
	await one.getByRole("heading", { name: "A second termination is refused" }).waitFor();
	expect(await one.getByRole("heading").allTextContents()).toEqual([
		...["A second termination is refused", "Findings", "Clauses", "Commands", "Exchanges (5)"],
	]);
	const [first, second] = await one.locator(".finding").all();
	expect(await first?.innerText()).toContain("expected the fault UnknownResourceFault, got an answer");
	expect(await first?.locator(".expected code").innerText()).toBe('fault: "UnknownResourceFault"');
	expect(await first?.locator(".observed code").innerText()).toBe("answer: {}");
	expect(await second?.locator(".flag").count()).toBe(1);
	expect(await one.locator(".clauses a").first().getAttribute("href")).toBe(
		"https://docs.aws.amazon.com/amazonswf/latest/apireference/API_TerminateWorkflowExecution.html",
	);
	expect(await one.locator(".sources li").last().innerText()).toBe("specs/swf.openapi.yaml");
	expect(await one.locator(".command pre").allInnerTexts()).toEqual([
		`swf-conformance run '${failing}' --target http://127.0.0.1:5000`,
		`swf-conformance reproduce ${failing} --as curl --report report.json`,
	]);
	await expect.poll(() => hash(page)).toBe(`#case=${failing}`);
	await one.locator("summary").first().click();
	await expect.poll(() => hash(page)).toBe("");
	expect(troubles).toEqual([]);
});

test("a finding leads to the exchange that shows it, with request and response", async () => {
	const { page, troubles } = await browser.show(await richReport(), { hash: `#case=${failing}` });
	const one = row(page, failing);
	await one.locator(".finding button").first().click();
	const exchange = one.locator("details.exchange[open]");
	expect(await exchange.count()).toBe(1);
	expect(await exchange.locator("summary").innerText()).toContain("TerminateWorkflowExecution");
	expect(await exchange.getByRole("heading").allTextContents()).toEqual([
		expect.stringMatching(/^Request, /),
		"Response, status 200",
	]);
	expect(await exchange.locator(".headers").first().innerText()).toContain("[redacted]");
	expect(troubles).toEqual([]);
});

test("of very many exchanges the rest is listed when it is wanted", async () => {
	const exchange = { operation: "ListDomains", sentAfterMs: 0, durationMs: 1, request: { headers: {}, body: '{"a":[1]}' } };
	const exchanges = Array.from({ length: 320 }, (_, index) => ({ ...exchange, step: `${index}` }));
	const report = await reportOf([caseOf({ id: "a/b", exchanges })]);
	const { page, troubles } = await browser.show(report, { hash: "#case=a/b" });
	await page.getByRole("button", { name: "Show the other 20" }).click();
	expect(await page.locator("details.exchange").count()).toBe(320);
	await page.locator("details.exchange summary").last().click();
	expect(await page.locator("details.exchange pre").innerText()).toBe('{\n  "a": [\n    1\n  ]\n}');
	expect(troubles).toEqual([]);
});

test("a command is copied as it stands, and that is told", async () => {
	const { page, troubles } = await browser.show(await richReport(), {
		hash: `#case=${failing}`,
		permissions: ["clipboard-read", "clipboard-write"],
	});
	await page.getByRole("button", { name: "Copy the command: Play only this case again" }).click();
	await expect.poll(() => page.locator("#said").textContent()).toBe("copied");
	await page.getByRole("button", { name: "Copied the command: Play only this case again" }).waitFor();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
		`swf-conformance run '${failing}' --target http://127.0.0.1:5000`,
	);
	expect(troubles).toEqual([]);
});

test("light and dark follow the system until the button is pressed", async () => {
	const { page, troubles } = await browser.show(await richReport(), { colorScheme: "dark" });
	const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const dark = await background();
	await page.emulateMedia({ colorScheme: "light" });
	const light = await background();
	expect(light).not.toBe(dark);
	await page.getByRole("button", { name: "Dark theme" }).click();
	expect(await background()).toBe(dark);
	await page.getByRole("button", { name: "Light theme" }).click();
	expect(await background()).toBe(light);
	expect(troubles).toEqual([]);
});

test("everything can be reached and done by the keyboard", async () => {
	const { page, troubles } = await browser.show(await richReport());
	const active = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
	await page.keyboard.press("Tab");
	expect(await active()).toBe("Skip to the cases");
	await page.keyboard.press("Enter");
	expect(await active()).toBe("Cases");
	const passed: string[] = [];
	while (!(await active()).includes(failing) && passed.length < 40) {
		await page.keyboard.press("Tab");
		passed.push(await active());
		const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
		expect(outline).not.toBe("none");
	}
	expect(passed.length).toBeLessThan(40);
	await page.keyboard.press("Enter");
	await row(page, failing).getByRole("heading", { name: "Findings" }).waitFor();
	await page.keyboard.press("Tab");
	expect(await active()).toBe("Link to this case");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	expect(await active()).toContain("TerminateWorkflowExecution");
	expect(await row(page, failing).locator("details.exchange[open]").count()).toBe(1);
	expect(troubles).toEqual([]);
});

test("on paper what has to be read is open, the exchanges that show it too, and no controls are", async () => {
	const { page, troubles } = await browser.show(await richReport(), { colorScheme: "dark" });
	await page.evaluate(() => {
		Object.assign(globalThis, { print: () => dispatchEvent(new Event("beforeprint")) });
	});
	await page.getByRole("button", { name: "Print" }).click();
	await row(page, failing).getByRole("heading", { name: "Findings" }).waitFor();
	await page.emulateMedia({ media: "print" });
	expect(await page.locator(".case[open]").count()).toBe(7);
	expect(await page.locator(".case:not([open]) .verdict").allTextContents()).toEqual([
		...["expected-failure", "pass", "unsupported", "skipped"],
	]);
	expect(await row(page, failing).locator(".exchange[open] .messages").count()).toBe(2);
	for (const control of await page.locator("button:not(.witness), input, select, .skip").all())
		expect(await control.isVisible()).toBe(false);
	await page.setViewportSize({ width: 700, height: 900 }); // of A4, less the margins
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(700);
	expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
	await page.evaluate(() => dispatchEvent(new Event("afterprint")));
	expect(await page.locator("details[open]").count()).toBe(0);
	expect(await hash(page)).toBe("");
	expect((await page.pdf()).length).toBeGreaterThan(20_000);
	expect(troubles).toEqual([]);
});

test("without scripts the summary and each case with verdict and reason can be read, and a link leads to a case", async () => {
	const { page } = await browser.showStill(await richReport(), { hash: `#case=${failing}` });
	const text = await page.locator("body").innerText();
	expect(text).toContain("33.3 %");
	expect(text).toContain("expected the fault UnknownResourceFault, got an answer");
	expect(await shown(page)).toHaveLength(11);
	for (const control of await page.locator("button, input, select").all()) expect(await control.isVisible()).toBe(false);
	await row(page, failing).locator("summary").click();
	expect(await row(page, failing).innerText()).toContain("termination/closed-executions-cannot-be-terminated");
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test("details that are damaged are told of, and the other cases can be opened", async () => {
	const html = await rendered(renderHtml, await reportOf([caseOf({ id: "a/b" }), caseOf({ id: "c/d" })]));
	const path = join(browser.folder, "damaged.html");
	await writeFile(path, html.replace(/(<div class="batch">.*?<script[^>]*>)[^<]*/s, "$1AAAA"));
	const { page, troubles } = await browser.open(path);
	await row(page, "a/b").locator("summary").click();
	await expect.poll(() => told(page)).toBe("this cannot be shown: the page is damaged, and the details of some cases with it");
	await row(page, "c/d").locator("summary").first().click();
	await row(page, "c/d").getByRole("heading", { name: "D", exact: true }).waitFor();
	expect(troubles).toEqual([expect.stringMatching(/^error: /)]);
});

test("the words of a line that differ are marked, and of words without end a part", async () => {
	const finding = (expected: string, observed: string) =>
		({ check: "contract", clause: "c", level: "MUST", message: "m", expected, observed }) as const;
	const findings = [finding("it has Failed now", "it has Completed now"), finding(`${"x".repeat(200)}a`, `${"x".repeat(200)}b`)];
	const { page } = await browser.show(await reportOf([caseOf({ id: "a/b", verdict: "fail", findings })]), { hash: "#case=a/b" });
	await page.locator("mark").first().waitFor();
	const marked = await page.locator("mark").allTextContents();
	expect(marked.slice(0, 2)).toEqual(["Failed", "Completed"]);
	expect(marked[2]).toMatch(/^x{40}a$/);
});
