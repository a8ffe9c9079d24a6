import { createHash } from "node:crypto";
import { Script } from "node:vm";
import { expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { dataIn } from "./fixtures/read-page.ts";
import { caseDetails } from "./html/case-details.ts";
import { renderHtml } from "./render-html.ts";
import type { CaseReport, Report, ReportSource } from "./report.ts";
import { sourceOf } from "./report-source.ts";

const pageOf = (report: Report): Promise<string> => rendered(renderHtml, report);

const between = (page: string, tag: string): string => page.split(`<${tag}>`)[1]?.split(`</${tag}>`)[0] ?? "";

const tagsIn = (page: string): readonly string[] => [...page.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/="[^"]*"/g, ""));

test("the policy lets this very style and this very script in, and nothing else", async () => {
	const page = await pageOf(await richReport());
	const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
	const [, policy = ""] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
	expect(policy.split("; ")).toEqual([
		"default-src 'none'",
		`style-src ${hash(between(page, "style"))}`,
		`script-src ${hash(between(page, "script"))}`,
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		"trusted-types 'none'",
	]);
	expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<style>"));
});

test("the script is one that parses, without modules and without what would end it", async () => {
	const script = between(await pageOf(await richReport()), "script");
	expect(() => new Script(script)).not.toThrow();
	expect(script).not.toMatch(/^\s*(?:import|export)\b|<!--|<\/?script/m);
	expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setAttributeNS/);
});

test("whatever a target says, the page has the same elements with the same attributes", async () => {
	const says = (text: string): Promise<Report> =>
		reportOf([
			caseOf({
				id: `area/${text}`,
				verdict: "fail",
				reason: text,
				clauses: [text],
				replay: text,
				observations: [{ step: text, clause: text, reading: text }],
				findings: [{ check: "contract", clause: text, level: "MUST", message: text, expected: text, observed: { [text]: text } }],
			}),
		]);
	const shape = async (text: string) => tagsIn(await pageOf(await says(text)));
	const usual = await shape("usual");
	expect(usual.length).toBeGreaterThan(40);
	for (const text of [
		"</script><script>alert(1)</script>",
		'" onclick="alert(1)',
		"' x='",
		"<!--<script>",
		"]]><svg/onload=x>",
		"&quot;><b>",
	])
		expect(await shape(text)).toEqual(usual);
});

test("a case is opened with all that the report says of it", async () => {
	const report = await richReport();
	const page = await pageOf(report);
	const all: CaseReport[] = [];
	for await (const one of sourceOf(report).cases()) all.push(one);
	const { cases, clauses } = dataIn(page);
	expect(cases).toEqual(JSON.parse(JSON.stringify(all.map(caseDetails))));
	expect(clauses).toEqual(report.clauses);
});

test("the weightiest findings come first, and of many no more than the other formats show", () => {
	const finding = (level: "MUST" | "SHOULD" | "MAY", message: string) =>
		({ check: "contract", clause: "c", level, message }) as const;
	const mays = Array.from({ length: 12 }, (_, index) => finding("MAY", `may ${index}`));
	const { findings, notes } = caseDetails(caseOf({ findings: [...mays, finding("SHOULD", "should"), finding("MUST", "must")] }));
	expect(findings.map(({ message }) => message)).toEqual(["must", "should", ...mays.slice(0, 8).map(({ message }) => message)]);
	expect(notes).toEqual(["… 4 more findings in the JSON report"]);
});

test("only what failed and was sent is offered as a script, by a command that a shell takes as one word an id", () => {
	const exchange = { step: "1", operation: "ListDomains", sentAfterMs: 0, durationMs: 1, request: { headers: {}, body: "" } };
	const of = (own: Partial<CaseReport>) => caseDetails(caseOf({ verdict: "fail", exchanges: [exchange], ...own })).reproduce;
	expect(of({ id: "a/b:c" })).toBe("swf-conformance reproduce a/b:c --as curl --report report.json");
	expect(of({ id: "a/it's; rm" })).toBe(String.raw`swf-conformance reproduce 'a/it'\''s; rm' --as curl --report report.json`);
	expect(of({ verdict: "pass" })).toBeUndefined();
	expect(of({ exchanges: [] })).toBeUndefined();
});

test("a report is read once, and each case is let go before many others are read", async () => {
	const held = { now: 0, most: 0, read: 0 };
	const body = "x".repeat(64 * 1024);
	const one = caseOf({
		exchanges: [{ step: "1", operation: "o", sentAfterMs: 0, durationMs: 1, request: { headers: {}, body } }],
	});
	const source: ReportSource = {
		...sourceOf(await reportOf([])),
		async *cases() {
			for (let index = 0; index < 200; index += 1) {
				held.read += 1;
				held.now += 1;
				held.most = Math.max(held.most, held.now);
				yield { ...one, id: `area/${index.toString().padStart(3, "0")}` };
			}
		},
	};
	for await (const chunk of renderHtml(source)) held.now -= chunk.split('<details class="case"').length - 1;
	expect(held).toEqual({ now: 0, most: expect.any(Number), read: 200 });
	expect(held.most).toBeLessThan(30);
});

test("an area without cases, and cases without an area, are no trouble", async () => {
	const page = await pageOf(await reportOf([caseOf({ id: "alone" }), caseOf({ id: "a/b" })]));
	expect(page.match(/<h3>.*<\/h3>/g)).toEqual(["<h3>a</h3>", "<h3>alone</h3>"]);
	expect(await pageOf(await reportOf([]))).toContain("</html>");
});
