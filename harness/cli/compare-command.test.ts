import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOf, reportOf } from "../../reports/fixtures/load.ts";
import type { CaseReport, Report } from "../../reports/report.ts";
import { lineOf } from "../../reports/report-lines.ts";
import { compareCommand } from "./compare-command.ts";
import { exitCodes, UsageError } from "./terminal.ts";

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "swf-conformance-compare-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function put(text: string): Promise<string> {
	files += 1;
	const file = join(folder, `${files}.json`);
	await writeFile(file, text);
	return file;
}
const reportFile = async (cases: readonly CaseReport[], own: Partial<Report> = {}) =>
	put(JSON.stringify({ ...(await reportOf(cases)), interrupted: false, ...own }));

async function compare(base: string, head: string, format: "text" | "markdown" | "json" = "text") {
	let out = "";
	const terminal = {
		out: (text: string) => {
			out += text;
		},
		err: () => undefined,
		isLive: false,
		color: false,
		width: 100,
	};
	return { code: await compareCommand(base, head, format, terminal), out };
}

const passing = caseOf({ id: "a/b" });

test.each<readonly [verdict: CaseReport["verdict"], code: number]>([
	["fail", exitCodes.failures],
	["warn", exitCodes.failures],
	["unsupported", exitCodes.failures],
	["expected-failure", exitCodes.fine],
	["unexpected-pass", exitCodes.fine],
	["inconclusive", exitCodes.undecided],
	["error", exitCodes.undecided],
	["skipped", exitCodes.fine],
	["pass", exitCodes.fine],
])("a case that passed and comes to be %s ends with %i", async (verdict, code) => {
	const head = await reportFile([{ ...passing, verdict }]);
	expect((await compare(await reportFile([passing]), head)).code).toBe(code);
});

test("a failure that was there before, and one of a new case, end with 0", async () => {
	const failed = { ...passing, verdict: "fail" as const };
	const head = await reportFile([failed, { ...failed, id: "a/new" }]);
	expect((await compare(await reportFile([failed]), head)).code).toBe(exitCodes.fine);
});

test("a head run that was cut short does not end with 0", async () => {
	const head = await reportFile([passing], { interrupted: true });
	expect((await compare(await reportFile([passing]), head)).code).toBe(exitCodes.undecided);
});

test("a report in lines is read like the document, and one that was cut off is refused", async () => {
	const failed = await reportOf([{ ...passing, verdict: "fail" }]);
	const { cases, clauses, summary, ended, interrupted: _, answers: __, ...opening } = failed;
	const lines = [
		lineOf({ record: "header", ...opening }),
		...Object.values(clauses).map((clause) => lineOf({ record: "clause", clause })),
		...cases.map((one) => lineOf({ record: "case", case: one })),
		lineOf({ record: "footer", summary, ended, interrupted: false }),
	];
	const [base, inLines] = [await reportFile([passing]), await put(lines.join(""))];
	const document = await put(JSON.stringify({ ...failed, interrupted: false }));
	expect(await compare(base, inLines, "json")).toEqual(await compare(base, document, "json"));
	expect((await compare(base, inLines)).code).toBe(exitCodes.failures);
	await expect(compare(base, await put(lines.slice(0, -1).join("")))).rejects.toThrow(/without its footer/);
});

test("each format is written, and none has a secret that a target echoed", async () => {
	const observed = "Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/x, Signature=c4n4ry";
	const [base, head] = [
		await reportFile([passing]),
		await reportFile([
			{
				...passing,
				verdict: "fail",
				findings: [{ check: "contract", clause: "a/b", level: "MUST", message: observed, observed }],
			},
		]),
	];
	for (const format of ["text", "markdown", "json"] as const) {
		const { out } = await compare(base, head, format);
		expect(out).toContain("a/b");
		expect(out).not.toMatch(/c4n4ry|AKIAIOSFODNN7EXAMPLE/);
	}
});

test.each([
	["no file", "missing", /missing: cannot be read, no such file or directory \(ENOENT\)/],
	["something else", "{}", /expected a report of swf-conformance/],
	["a report that was cut off", '{"report":', /is not JSON/],
])("%s is refused in one message", async (_, text, message) => {
	const file = text === "missing" ? join(folder, "missing") : await put(text);
	const refused = await compare(await reportFile([passing]), file).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(UsageError);
	expect(String(refused)).toMatch(message);
});
