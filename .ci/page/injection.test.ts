import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOf, reportOf } from "../../reports/fixtures/load.ts";
import { renderHtml } from "../../reports/render-html.ts";
import type { Report } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { openBrowser } from "./open-page.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
let usual: { readonly elements: readonly string[]; readonly attributes: readonly string[] };
beforeAll(async () => {
	browser = await openBrowser();
	const { page } = await browser.show(await saying("usual"));
	await useAll(page);
	usual = { elements: await elements(page), attributes: await attributes(page) };
	await page.context().close();
});
afterAll(() => browser[Symbol.asyncDispose]());

/** Each would call `ran` or ask for something, if it became more than text. */
const hostile = {
	"a script": "<script>ran('script')</script>",
	"the end of a script": "</script><script>ran('after')</script>",
	"the end of a script in other letters": "</ScRiPt ><img src=x onerror=ran('img')>",
	"a comment": "<!--<script>ran('comment')</script>-->",
	"an open comment": "<!--<script>",
	"a handler in an attribute": `" onmouseover="ran('over')" autofocus onfocus="ran('focus')" x="`,
	"a handler in quotes of the other kind": `' onclick='ran(1)' x='`,
	"a link that runs": "javascript:ran('link')",
	"a link that runs, disguised": " \u0001java\tscript:ran('link')",
	"a link with a document": "data:text/html,<script>ran('data')</script>",
	"a frame": `<iframe srcdoc="<script>parent.ran('frame')</script>" src="https://example.com/"></iframe>`,
	"a refresh": `<meta http-equiv="refresh" content="0;url=https://example.com/">`,
	"another base": `<base href="https://example.com/">`,
	"a form": `<form action="https://example.com/"><button autofocus>Send</button></form>`,
	"a drawing": `<svg onload="ran('svg')"><a xlink:href="javascript:ran(1)"><text>x</text></a></svg>`,
	"a template": "{{constructor.constructor('ran(1)')()}} `#{ran('backtick')}` <%= ran(1) %>",
	"the end of a template": `</template></noscript></style></textarea></title><img src=x onerror="ran('end')">`,
	"a style": `</style><style>*{background:url(https://example.com/x)}</style>`,
	"an escape of CSS": `"}\\3c/style>\\3cscript>ran(1)@import 'https://example.com/x';`,
	"an escape of JSON": '"],"timelines":[["script",{},"ran(1)"]],"x":["\\u003cscript\\u003e\u2028\u2029',
	"marks that reorder text, and controls": "\u202e\u2066 gnp.exe\u0000\u001b[2J\ud800\ufeff",
	entities: "&lt;script&gt;ran(1)&lt;/script&gt;&#x3c;img src=x onerror=ran(1)&#x3e;",
	"a name of the page": "__proto__",
	"a name that is there": "cases\u0000constructor",
} as const;

/** Every text in it is what somebody else says. */
async function saying(text: string): Promise<Report> {
	const report = await reportOf(
		(["fail", "warn", "pass", "error"] as const).map((verdict) =>
			caseOf({
				id: `${text}/${text}/${verdict}`,
				verdict,
				reason: text,
				clauses: [text],
				expectedBy: [text],
				findings: [
					{
						check: "contract",
						clause: text,
						level: "MUST",
						message: text,
						step: text,
						at: text,
						expected: { [text]: text },
						observed: [text, { [text]: [text] }],
						exchanges: [0],
					},
				],
				observations: [{ step: text, clause: text, reading: text }],
				replay: text,
				exchanges: [
					{
						step: text,
						operation: text,
						sentAfterMs: 0,
						durationMs: 1,
						request: { headers: { [text]: text }, body: text },
						response: { status: 400, headers: { [text]: text }, body: JSON.stringify({ __type: text, [text]: text }) },
						problem: text,
					},
				],
			}),
		),
	);
	return {
		...report,
		kit: { version: text, node: text, suites: text },
		target: { name: text, endpoint: text, region: text, version: text, image: { name: text, id: text } },
		client: { name: text, version: text, packages: { [text]: text } },
		command: text,
		answers: { servers: [text] },
		expectations: text,
		unmet: [text],
		clauses: {
			[text]: { id: text, text, sources: [text, `https://example.com/${text}`], standing: "documented", level: "MUST" },
		},
	};
}

/** Opens all that can be opened, and touches all that can be touched. */
async function useAll(page: Page): Promise<void> {
	for (const line of await page.locator(".case > summary").all()) await line.click();
	await page.locator(".case .body").nth(3).waitFor();
	await page.evaluate(() => {
		for (const each of document.querySelectorAll("details")) each.open = true;
	});
	await page.locator(".messages").nth(3).waitFor();
	await page.evaluate(() => {
		for (const each of document.querySelectorAll("body *")) {
			each.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
			each.dispatchEvent(new FocusEvent("focus"));
		}
	});
	await page.getByRole("button", { name: /^Copy/ }).first().click();
	await page.locator("button.witness").first().click();
}

const elements = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => [...new Set([...document.querySelectorAll("body *")].map(({ localName }) => localName))].sort());

const attributes = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => [...new Set([...document.querySelectorAll("*")].flatMap((each) => each.getAttributeNames()))].sort());

test.each(Object.entries(hostile))("%s stays text wherever it is said", async (_, text) => {
	const { page, troubles } = await browser.show(await saying(text));
	await useAll(page);
	expect(await elements(page)).toEqual(usual.elements);
	expect(await attributes(page)).toEqual(usual.attributes);
	const links = await page.locator("a").evaluateAll((all) => all.map((each) => each.getAttribute("href") ?? ""));
	for (const link of links) expect(link).toMatch(/^(?:#|https:\/\/example\.com\/)/);
	const seen = await page.locator("body").innerText();
	expect(seen).not.toMatch(/[^\P{Cc}\n\t]|[\p{Cs}\p{Bidi_Control}]/u);
	expect(troubles).toEqual([]);
	await page.context().close();
});

test("texts that are very long, and very many headers, are no trouble", async () => {
	const long = "<b>".repeat(50_000);
	const headers = Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`x-${index}`, "<i>"]));
	const exchange = {
		step: "1",
		operation: long,
		sentAfterMs: 0,
		durationMs: 1,
		request: { headers, body: `["${long}"]` },
		problem: long,
	};
	const finding = {
		check: "contract",
		clause: long,
		level: "MUST",
		message: long,
		expected: long,
		observed: long.slice(3),
	} as const;
	const report = await reportOf([
		caseOf({ id: `a/${long}`, verdict: "fail", reason: long, findings: [finding], exchanges: [exchange] }),
	]);
	const { page, troubles } = await browser.show(report, { viewport: { width: 360, height: 700 } });
	await page.locator(".case > summary").click();
	await page.locator(".exchange > summary").click();
	await page.locator(".messages").waitFor();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	expect(troubles).toEqual([]);
});

test("a page that somebody put a script into does not run it, nor ask for what it names", async () => {
	let html = "";
	for await (const chunk of renderHtml(sourceOf(await saying("usual")))) html += chunk;
	const path = join(browser.folder, "forged.html");
	const added = `<script>ran('forged')</script><img src="https://example.com/x" onerror="ran('img')"><style>p { color: red }</style>`;
	await writeFile(path, html.replace("<main>", `<main>${added}`));
	const { page, troubles } = await browser.open(path);
	expect(await page.locator("#status").textContent()).toBe("4 of 4 cases shown");
	expect(troubles.filter((each) => /ran|asked|given/.test(each))).toEqual([]);
	expect(troubles.filter((each) => each.startsWith("against the policy")).length).toBeGreaterThanOrEqual(3);
});

test("text cannot be made HTML by the page's own script either", async () => {
	const { page } = await browser.show(await saying("usual"));
	const attempts = await page.evaluate(() =>
		[
			() => {
				document.body.innerHTML = "<b>x</b>";
			},
			() => document.write("<b>x</b>"),
			() => new DOMParser().parseFromString("<b>x</b>", "text/html"),
			() => Reflect.get(globalThis, "trustedTypes").createPolicy("any", {}),
		].map((attempt) => {
			try {
				attempt();
				return "done";
			} catch (error) {
				return error instanceof TypeError ? "refused" : String(error);
			}
		}),
	);
	expect(attempts).toEqual(["refused", "refused", "refused", "refused"]);
});
