import { stripVTControlCharacters } from "node:util";
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { renderTerminal as render } from "./render-terminal.ts";
import type { CaseReport, Report, ReportExchange, Verdict } from "./report.ts";
import { verdicts } from "./report.ts";

const plain = { color: false, width: 100 };

const renderTerminal = (report: Report, style: typeof plain): Promise<string> =>
	rendered((source) => render(source, style), report);

const shown = async (own: Partial<CaseReport>): Promise<string> => renderTerminal(await reportOf([caseOf(own)]), plain);

const exchange = (own: Partial<ReportExchange>): ReportExchange => ({
	step: "1",
	operation: "CountOpenWorkflowExecutions",
	sentAfterMs: 0,
	durationMs: 4.4,
	request: { headers: {}, body: "" },
	...own,
});

test("there is a block for each case that somebody must read, and for no other", async () => {
	const blocks: readonly Verdict[] = ["fail", "inconclusive", "error", "unexpected-pass"];
	for (const verdict of verdicts) {
		const text = await shown({ verdict });
		expect([verdict, text.includes("termination/a-case")]).toEqual([verdict, blocks.includes(verdict)]);
	}
});

test("a block has the clause and its source, expected beside observed, the exchanges and the replay command", async () => {
	const text = await renderTerminal(await richReport(), plain);
	const block = text.slice(text.indexOf("FAIL  termination/a-second"), text.indexOf("FAIL  termination/details"));
	expect(block).toContain("An execution that has closed cannot be terminated again");
	expect(block).toContain("https://docs.aws.amazon.com/amazonswf/latest/apireference/API_TerminateWorkflowExecution.html");
	expect(block).toMatch(/≠ fault: "UnknownResourceFault" +│ answer: \{\}/);
	expect(block).toMatch(/→ {3}3 {2}step 3 {9}TerminateWorkflowExecution {3}200 {2}3 ms/);
	expect(block).toContain("3 of 5 reached");
	expect(block).toContain("swf-conformance run 'termination/a-second-termination-is-refused'");
});

test.each([
	[
		"the fault by its own name",
		{ response: { status: 400, headers: {}, body: '{"__type":"com.amazonaws.swf.base.model#UnknownResourceFault"}' } },
		"400 UnknownResourceFault  4 ms",
	],
	[
		"the fault that only a header names",
		{ response: { status: 400, headers: { "x-amzn-errortype": "OperationNotPermittedFault:http://x" }, body: "" } },
		"400 OperationNotPermittedFault  4 ms",
	],
	["the status alone where the body is no JSON", { response: { status: 502, headers: {}, body: "<html>" } }, "502  4 ms"],
	["why no answer came", { problem: "deadline of 1000 ms passed" }, "deadline of 1000 ms passed  4 ms"],
	["that no answer came", {}, "no answer  4 ms"],
])("an exchange tells %s", async (_, own, text) => {
	expect(await shown({ verdict: "fail", exchanges: [exchange(own)] })).toContain(`CountOpenWorkflowExecutions  ${text}`);
});

test("of a long case the first and the last exchanges are shown, and how many are not", async () => {
	const text = await shown({
		verdict: "fail",
		exchanges: Array.from({ length: 200 }, (_, index) => exchange({ step: `s${index}` })),
	});
	expect(text.match(/step s\d+/g)?.length).toBe(40);
	expect(text).toMatch(/step s0 .*… 160 more.*step s199 /s);
});

test("exchanges that tell the same stand once, with a count, but for the one that is a witness", async () => {
	const exchanges = Array.from({ length: 12 }, (_, index) => exchange({ step: index < 10 ? "1" : "2" }));
	const findings = [{ check: "contract", clause: "c", level: "MUST", message: "m", exchanges: [9] }] as const;
	const lines = (await shown({ verdict: "fail", exchanges, findings }))
		.split("\n")
		.filter((line) => /step \d|like it/.test(line));
	expect(lines.map((line) => line.replace(/ {2}Count.*/, "").trim())).toEqual([
		"0  step 1",
		"… 8 more like it",
		"→   9  step 1",
		"10  step 2",
		"11  step 2",
	]);
});

test("without colour there is no escape sequence, and with colour the text is the same", async () => {
	const report = await richReport();
	const [black, coloured] = [await renderTerminal(report, plain), await renderTerminal(report, { ...plain, color: true })];
	expect(black).not.toContain("\u001b");
	expect(coloured).toContain("\u001b[31m");
	expect(stripVTControlCharacters(coloured)).toBe(black);
});

test("a hostile target's escape sequences are shown and not obeyed, also with colour", async () => {
	const own = { verdict: "fail", reason: "\u001b[2J\u009b31m", replay: "\u001b]0;owned\u0007", id: "a/\u001b[1A" } as const;
	const text = await renderTerminal(await reportOf([caseOf(own)]), { color: true, width: 100 });
	expect(text).toContain("\\u001b[2J\\u009b31m");
	expect(stripVTControlCharacters(text)).not.toMatch(/[^\P{Cc}\n]/u);
	for (const afterEscape of text.split("\u001b").slice(1)) expect(afterEscape).toMatch(/^\[\d+m/);
});

test("what is wrapped keeps to the width, wide characters included", async () => {
	const finding = {
		check: "contract",
		clause: "c",
		level: "MUST",
		message: "語".repeat(90),
		expected: "日本".repeat(60),
		observed: "x".repeat(300),
	} as const;
	for (const width of [60, 80, 120]) {
		const text = await renderTerminal(await reportOf([caseOf({ verdict: "fail", findings: [finding], replay: "x" })]), {
			color: false,
			width,
		});
		for (const line of text.split("\n").filter((each) => /[語日x]/.test(each)))
			expect(stringWidth(line)).toBeLessThanOrEqual(width);
	}
});

test("on a narrow terminal expected stands above observed", async () => {
	const text = await renderTerminal(await richReport(), { color: false, width: 60 });
	expect(text).toContain('- fault: "UnknownResourceFault"\n    + answer: {}');
	expect(text).not.toContain("│");
});

test("the figures come last and never round to all or nothing", async () => {
	const many = Array.from({ length: 3_000 }, (_, index) =>
		caseOf({ id: `a/${index}`, verdict: index === 0 ? "expected-failure" : index === 1 ? "unsupported" : "pass" }),
	);
	expect(await renderTerminal(await reportOf(many), plain)).toMatch(
		/divergence {2}0\.1 % \(1 of 3000 scored failed\)\ncoverage {4}99\.9 % \(2999 of 3000 scored supported\)\n$/,
	);
	expect(await renderTerminal(await reportOf([caseOf({})]), plain)).toMatch(/divergence {2}0\.0 % .*\ncoverage {4}100\.0 % /);
});

test("a run that was cut short says so", async () => {
	const report = await richReport();
	expect(await renderTerminal(report, plain)).toContain("interrupted");
	expect(await renderTerminal({ ...report, interrupted: false }, plain)).not.toContain("interrupted");
});
