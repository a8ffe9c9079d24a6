import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { renderMarkdown } from "./render-markdown.ts";
import type { CaseReport, Finding } from "./report.ts";
import { visibleLine } from "./visible.ts";

/** As GitHub reads it, with HTML let through: what a sanitiser would have to catch is seen here. */
const html = (markdown: string): string =>
	micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

const hostile = [
	"<script>alert(1)</script>",
	"</td></tr></table><img src=x onerror=alert(1)>",
	"```\n</details>\n# Heading",
	"a | b | c",
	"a \\| b",
	"**bold** _em_ ~~del~~ `code` [text](javascript:alert(1)) ![x](y)",
	"<!-- ",
	"$`x`$",
	"&lt;b&gt;",
	"\n\n- item\n> quote",
	"https://evil.example/ www.evil.example",
];

const finding = (text: string): Finding => ({
	check: "contract",
	clause: text,
	level: "MUST",
	message: text,
	at: text,
	expected: text,
	observed: { [text]: text },
});

const everywhere = (text: string): readonly CaseReport[] =>
	(["fail", "warn", "error", "unsupported", "expected-failure", "unexpected-pass"] as const).map((verdict) =>
		caseOf({
			id: `${text}/${verdict}`,
			verdict,
			reason: text,
			findings: [finding(text)],
			observations: [{ step: text, clause: text, reading: text }],
			replay: text,
			clauses: [text],
			exchanges: [
				{ step: text, operation: text, sentAfterMs: 0, durationMs: 0, request: { headers: {}, body: "" }, problem: text },
			],
		}),
	);

const tags = (page: string): readonly string[] =>
	[...new Set([...page.matchAll(/<\/?([a-z][a-z0-9]*|!--)/gi)].map(([, name]) => name ?? ""))].sort();

/** What a reader sees of a page. */
const read = (page: string): string =>
	[
		["&lt;", "<"],
		["&gt;", ">"],
		["&quot;", '"'],
		["&amp;", "&"],
	].reduce((text, [entity = "", character = ""]) => text.replaceAll(entity, character), page.replace(/<[^>]*>/g, ""));

test.each(hostile)("%j stays inside its place wherever it occurs", async (text) => {
	const page = html(await rendered(renderMarkdown, await reportOf(everywhere(text))));
	const tame = html(await rendered(renderMarkdown, await reportOf(everywhere("plain text"))));
	expect(tags(page)).toEqual(tags(tame));
	expect(page.match(/<(h[1-6]|tr|td|details|a|pre|li|em|strong)\b/g)).toEqual(
		tame.match(/<(h[1-6]|tr|td|details|a|pre|li|em|strong)\b/g),
	);
	expect(read(page)).toContain(visibleLine(text).trim());
});

test("every row of a table has as many cells as its head", async () => {
	const page = html(await rendered(renderMarkdown, await richReport()));
	for (const [table] of page.matchAll(/<table>.*?<\/table>/gs)) {
		const widths = [...table.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => row.match(/<t[hd]/g)?.length);
		expect(new Set(widths).size).toBe(1);
	}
});

test("only addresses of the web become links", async () => {
	const report = await richReport();
	const page = html(await rendered(renderMarkdown, report));
	const targets = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
	expect(targets).toContain("https://github.com/getmoto/moto/issues/10263");
	expect(targets).toContain("https://example.com/a%28b%29c?x=1&amp;y=%3C2%3E%7C%603%60");
	expect(targets.every((target) => target?.startsWith("https://"))).toBe(true);
});

test("a page of a run in which everything fails stays below its limit and says how much it left out", async () => {
	const observed = Array.from({ length: 100 }, (_, index) => `ä${index}`.repeat(30));
	const findings = Array.from({ length: 10 }, () => ({ ...finding("x"), observed }));
	const failing = Array.from({ length: 60 }, (_, index) => caseOf({ id: `a/${index}`, verdict: "fail", findings }));
	const warning = Array.from({ length: 20_000 }, (_, index) =>
		caseOf({ id: `b/${index}`, verdict: "warn", findings: [finding("x")] }),
	);
	const page = await rendered(renderMarkdown, await reportOf([...failing, ...warning]));
	const size = Buffer.byteLength(page);
	expect(size).toBeLessThanOrEqual(900 * 1024);
	expect(size).toBeGreaterThan(850 * 1024);
	const shown = page.match(/^### /gm)?.length ?? 0;
	expect(page).toContain(`*${60 - shown} more left out`);
	expect(page.match(/^\*\d+ more left out/gm)?.length).toBe(2);
});

test("one enormous case does not crowd out the others", async () => {
	const huge = caseOf({ id: "a/huge", verdict: "fail", replay: "x".repeat(1_000_000) });
	const page = await rendered(renderMarkdown, await reportOf([huge, caseOf({ id: "a/small", verdict: "fail" })]));
	expect(page).toContain("### `a/small`");
	expect(page).toContain("*1 more left out");
});

test("entries of the expectations file that are not met are listed, as text", async () => {
	const report = await reportOf([caseOf({})]);
	expect(await rendered(renderMarkdown, report)).not.toContain("not met");
	const page = await rendered(renderMarkdown, { ...report, unmet: ["known.yaml:2:14: <b>expired", "known.yaml:3:14: idle"] });
	expect(html(page)).toContain("<h2>Expectations that are not met (2)</h2>");
	expect(read(html(page))).toContain("known.yaml:2:14: <b>expired");
	expect(tags(html(page))).not.toContain("b");
});

test("the two figures stand at the top", async () => {
	const page = await rendered(renderMarkdown, await richReport());
	expect(page.split("\n").slice(0, 4).join("\n")).toBe(
		"# SWF conformance of `moto`\n\n**Divergence** 33.3 % (3 of 9 scored failed)  \n**Coverage** 88.9 % (8 of 9 scored supported)",
	);
});
