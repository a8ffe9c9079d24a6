import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "../reports/fixtures/load.ts";
import { openReport } from "../reports/open-report.ts";
import { readReport } from "../reports/read-report.ts";
import { renderers } from "../reports/renderers.ts";
import type { CaseReport, Report, ReportSource } from "../reports/report.ts";
import { reportSchemas } from "../reports/schemas.ts";
import type { Clause } from "../specs/clause.ts";
import { type LineFile, openLineFile } from "./line-file.ts";
import { openReportLog } from "./report-log.ts";

const clause = (id: string): Clause => ({
	id,
	text: "t",
	sources: ["s"],
	standing: "documented",
	level: "MUST",
	contested: {},
	line: 1,
});
const clauses = new Map(["a/cited", "a/other", "histories/broken"].map((id) => [id, clause(id)]));
const broken = caseOf({
	id: "a/b",
	verdict: "fail",
	clauses: ["a/cited"],
	findings: [{ check: "invariants", clause: "histories/broken", level: "MUST", message: "m" }],
});

let folder: string;
let file: LineFile;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "report-log-"));
	file = await openLineFile(join(folder, "report.ndjson"), { tell: () => undefined });
});
afterEach(async () => {
	await file[Symbol.asyncDispose]();
	await rm(folder, { recursive: true });
});

async function logged(
	cases: readonly CaseReport[],
	known: ReadonlyMap<string, Pick<Clause, "id">> = clauses,
): Promise<ReportSource> {
	const { ended, interrupted, answers, summary: _, clauses: __, cases: ___, ...opening } = await richReport();
	const ending = { ended, interrupted, ...(answers === undefined ? {} : { answers }) };
	const log = await openReportLog(file, opening, known as ReadonlyMap<string, Clause>);
	for (const one of cases) await log.add(one);
	await log.end(ending);
	return log.report(ending);
}

const textOf = async (chunks: AsyncIterable<string>): Promise<string> => {
	let text = "";
	for await (const chunk of chunks) text += chunk;
	return text;
};
const lines = async (): Promise<readonly string[]> => (await readFile(file.path, "utf8")).trimEnd().split("\n");

test("a report carries the clauses that its cases cite and those that its findings name, and no others, each once", async () => {
	const { frame } = await logged([broken, { ...broken, id: "a/a" }]);
	expect(Object.keys(frame.clauses)).toEqual(["a/cited", "histories/broken"]);
	const records = (await lines()).map((line) => JSON.parse(line) as Named);
	expect(records.map(({ record, ...named }) => `${record} ${(named.case ?? named.clause)?.id ?? ""}`.trim())).toEqual([
		...["header", "clause a/cited", "clause histories/broken", "case a/b", "case a/a", "footer"],
	]);
});

test("every line fits the published schema, and the report that they make up fits its own", async () => {
	const whole = await richReport();
	const known = new Map(Object.entries(whole.clauses));
	const report = await logged(whole.cases, known);
	const schemas = await reportSchemas();
	for (const line of await lines()) expect(schemas.line(JSON.parse(line))).toBeUndefined();
	expect(schemas.report(JSON.parse(await textOf(renderers.json.render(report))))).toBeUndefined();
});

test.each(Object.keys(renderers) as readonly (keyof typeof renderers)[])(
	"cases read back from the file one by one give the same %s as the report in memory, in whatever order they ended",
	async (format) => {
		const whole = await richReport();
		const known = new Map(Object.entries(whole.clauses));
		const report = await logged(whole.cases.toReversed(), known);
		expect(await textOf(renderers[format].render(report))).toBe(await rendered(renderers[format].render, whole));
		expect(await textOf(renderers[format].render(await openReport(file.path)))).toBe(
			await rendered(renderers[format].render, whole),
		);
	},
);

test("nothing that a target sent is kept in memory: not a body, not a finding", async () => {
	const { frame, entries } = await logged([
		{ ...broken, findings: [{ check: "contract", clause: "c", level: "MUST", message: "sent-by-the-target" }] },
	]);
	expect(JSON.stringify([frame, entries])).not.toContain("sent-by-the-target");
});

test("a report that was cut off anywhere is refused, and never taken for a whole one", async () => {
	await logged([broken]);
	const text = (await readFile(file.path, "utf8")).trimEnd();
	for (let length = 0; length < text.length; length += 41) {
		await file[Symbol.asyncDispose]();
		file = await openLineFile(join(folder, "report.ndjson"), { tell: () => undefined });
		await file.write(text.slice(0, length));
		await expect(openReport(file.path)).rejects.toThrow(
			/report\.ndjson: (expected a JSON report|.*cut off after [01] cases; .*judge --partial)/,
		);
	}
});

interface Named {
	readonly record: string;
	readonly case?: { readonly id: string };
	readonly clause?: { readonly id: string };
}

const changed = (by: (text: string) => string) => async () => {
	await logged([broken]);
	const text = by(await readFile(file.path, "utf8"));
	await file[Symbol.asyncDispose]();
	file = await openLineFile(join(folder, "report.ndjson"), { tell: () => undefined });
	await file.write(text);
	return openReport(file.path);
};

test.each([
	[
		"a garbled line in the middle",
		(text: string) => text.replace('{"record":"case"', '{"record:'),
		"line 4: not a line of a report",
	],
	[
		"a line of an unknown kind",
		(text: string) => text.replace('"record":"case"', '"record":"page"'),
		"line 4: /record must be one of header, clause",
	],
	[
		"a verdict that there is not",
		(text: string) => text.replace('"verdict":"fail"', '"verdict":"bad"'),
		"line 4: /case/verdict must be equal",
	],
	["a second header", (text: string) => `${text.split("\n", 1)[0]}\n${text}`, "line 2: expected one header, and first"],
	["something after the footer", (text: string) => `${text}{}\n`, "line 6: there is more after the footer"],
	[
		"figures that its cases do not bear out",
		(text: string) => text.replace('"failed":1', '"failed":0'),
		"line 5: its summary is not",
	],
	["a later format", (text: string) => text.replace('"format":1', '"format":2'), "expected format 1 of the report, found 2"],
])("a report with %s is refused", async (_, by, message) => {
	await expect(changed(by)()).rejects.toThrow(message);
});

test("the two forms of a report are opened alike", async () => {
	const whole: Report = await reportOf([broken]);
	const text = await rendered(renderers.json.render, whole);
	expect(await readReport(text, "report.json")).toEqual(whole);
	await file.write(text);
	const report = await openReport(file.path);
	expect(report.entries.map(({ id }) => id)).toEqual(["a/b"]);
});

test("what a target made long is cut and what it echoed is redacted before it is written", async () => {
	const response = { status: 200, headers: {}, body: `${"x".repeat(100_000)}"sessionToken":"c4n4ry"` };
	const exchange = {
		step: "1",
		operation: "ListDomains",
		sentAfterMs: 0,
		durationMs: 1,
		request: { headers: {}, body: "" },
		response,
	};
	await logged([caseOf({ reason: "Signature=c4n4ry", exchanges: [exchange] })]);
	const text = await readFile(file.path, "utf8");
	expect(text).toContain("more characters in the evidence)");
	expect(text.length).toBeLessThan(20_000);
	expect(text).not.toContain("c4n4ry");
});
