import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { caseOf, reportOf } from "../../reports/fixtures/load.ts";
import type { CaseReport, Report } from "../../reports/report.ts";
import { evidenceLines } from "../evidence-file.ts";
import { caseOfModel } from "../reproduce/load-case.ts";
import type { RecordedCase } from "../reproduce/recorded-case.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { loadOwnCorpus } from "./corpus.ts";
import { type ReproduceFlags, reproduceCommand, reproduction } from "./reproduce-command.ts";
import { UsageError } from "./terminal.ts";

const id = "termination/a-second-termination-is-refused";
const interrupt = new AbortController().signal;

let folder = "";
let corpus: Corpus;
let played: RecordedCase;
beforeAll(async () => {
	corpus = await loadOwnCorpus();
	played = await caseOfModel(id, corpus, "0", interrupt);
	folder = await mkdtemp(join(tmpdir(), "swf-conformance-reproduce-"));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function put(text: string): Promise<string> {
	files += 1;
	const file = join(folder, `${files}.json`);
	await writeFile(file, text);
	return file;
}

const reproduce = (flags: ReproduceFlags, of = id): Promise<string> => reproduction(of, flags, corpus, interrupt);

/** The case as a target failed it that says nothing to a second termination. */
function failed(): CaseReport {
	const { one } = played;
	const exchanges = one.exchanges.map(({ input: _, ...exchange }) => exchange);
	const position = exchanges.findIndex(({ step }) => step === "3");
	return {
		...{ ...one, verdict: "fail", exchanges },
		findings: [
			{
				...{ check: "expectations", clause: "termination/closed-executions-cannot-be-terminated", level: "MUST", step: "3" },
				...{ message: "expected the fault UnknownResourceFault, got an answer", exchanges: [position] },
				...{ expected: { fault: "UnknownResourceFault" }, observed: { answer: {} } },
			},
		],
	};
}
const reportFile = async (one: CaseReport, own: Partial<Report> = {}) =>
	put(JSON.stringify({ ...(await reportOf([one])), ...own }));

test("without a report the case is played on the model, and its script shows what the model answers", async () => {
	const script = await reproduce({ as: "curl" });
	expect(script).toMatch(/^#!\/usr\/bin\/env bash\n# termination\/a-second-termination-is-refused\n/);
	expect(script).toContain("Recorded of the reference model");
	expect(script).toMatch(/recorded {2}\{"__type":"[^"]*UnknownResourceFault"/);
});

test("of a report the findings are shown, and the script sends where it was recorded", async () => {
	const report = await reportOf([]);
	const target = { ...report.target, name: "moto", endpoint: "http://127.0.0.1:5000" };
	const script = await reproduce({ as: "curl", report: await reportFile(failed(), { target }) });
	expect(script).toContain("default_endpoint='http://127.0.0.1:5000'");
	expect(script).toContain('    expected  {"fault":"UnknownResourceFault"}\n    recorded  {"answer":{}}');
	expect(
		await reproduce({ as: "curl", endpoint: "http://127.0.0.1:9", report: await reportFile(failed(), { target }) }),
	).toContain("default_endpoint='http://127.0.0.1:9'");
});

test.each(["curl", "sdk-js", "aws-cli"] as const)(
	"a script for %s of what was recorded on AWS has no address that it goes to by itself",
	async (as) => {
		const report = await reportOf([]);
		const target = { ...report.target, name: "aws:eu-west-1", endpoint: "https://swf.eu-west-1.amazonaws.com" };
		const script = await reproduce({ as, report: await reportFile(failed(), { target }) });
		expect(script.replace(/^(#|\/\/).*$/gm, "")).not.toContain("https://swf.");
		expect(script).toContain("name the endpoint");
	},
);

test("evidence of a run that was killed will do", async () => {
	const { one, target, client } = played;
	const digest = corpus.scenarios.find((each) => each.id === id)?.digest ?? "";
	const evidence = await put(
		evidenceLines.header({
			...{ evidence: "swf-conformance", format: 1, kit: "0", clock: "virtual", started: "2026-01-01T00:00:00.000Z" },
			...{ target: { ...target, name: "other" }, client },
		}) +
			evidenceLines.evidence({
				...{ id, digest, steps: [], bindings: {}, uniqueSuffix: "", histories: [], durationMs: 1 },
				exchanges: one.exchanges.map((exchange) => ({
					...exchange,
					input: exchange.input ?? {},
					outcome: { kind: "answer", output: {} },
				})),
			}),
	);
	expect(await reproduce({ as: "sdk-js", evidence })).toContain('"TerminateWorkflowExecution"');
});

test("an issue has the claim, the clause with its source, the difference, the exchanges, the versions and a script", async () => {
	const issue = await reproduce({ as: "issue", report: await reportFile(failed()) });
	expect(issue).toMatch(/^# a second termination is refused\n/);
	for (const part of [
		"## Expected and observed",
		"+ answer: {}",
		"StartWorkflowExecution",
		"## Versions",
		"```bash\n#!/usr/bin/env bash",
	])
		expect(issue).toContain(part);
	expect(issue.length).toBeLessThan(65_536);
});

test("an issue stays within what a tracker takes, and names the command for what has no room", async () => {
	const one = failed();
	const long = one.exchanges.map((exchange) => ({
		...exchange,
		request: { ...exchange.request, body: JSON.stringify({ input: "x".repeat(32_000) }) },
	}));
	const issue = await reproduce({ as: "issue", report: await reportFile({ ...one, exchanges: long }) });
	expect(issue.length).toBeLessThan(65_536);
	expect(issue).toContain(`swf-conformance reproduce ${id} --as curl`);
});

test("what a target sent is text in an issue", async () => {
	const one = failed();
	const hostile = "<img src=x onerror=alert(1)> @all ```\n# h";
	const findings = one.findings.map((finding) => ({ ...finding, message: hostile, observed: hostile }));
	const issue = await reproduce({ as: "issue", report: await reportFile({ ...one, findings }) });
	expect(issue.replace(/(`{3,})\w*\n.*?\n\1/gs, "")).not.toMatch(/<img|@all|^# h/m);
});

test.each<readonly [what: string, flags: () => Promise<ReproduceFlags>, of: string, message: RegExp]>([
	[
		"a case that there is not",
		async () => ({ as: "curl" }),
		`${id}s`,
		/there is no case .*refuseds in the suites\. Did you mean termination\/a-second/,
	],
	[
		"a case that the report has not",
		async () => ({ as: "curl", report: await reportFile(caseOf({})) }),
		id,
		/there is no case .* in .*json/,
	],
	[
		"a case that was not played",
		async () => ({ as: "curl", report: await reportFile(caseOf({ id, verdict: "skipped", reason: "so" })) }),
		id,
		/was not played \(skipped\)/,
	],
	["a file that is no report", async () => ({ as: "curl", report: await put("{}") }), id, /expected a report/],
	[
		"a file that there is not",
		async () => ({ as: "curl", report: join(folder, "none") }),
		id,
		/none: cannot be read, no such file or directory \(ENOENT\)/,
	],
	["a report and evidence at once", async () => ({ as: "curl", report: "a", evidence: "b" }), id, /not both/],
	["an endpoint that is none", async () => ({ as: "curl", endpoint: "file:///etc" }), id, /expected an address/],
	[
		"an operation that SWF has not, for an SDK",
		async () => {
			const one = failed();
			return {
				as: "sdk-js",
				report: await reportFile({ ...one, exchanges: one.exchanges.map((each) => ({ ...each, operation: "x();" })) }),
			};
		},
		id,
		/say --as curl/,
	],
	[
		"a request of which the report has only the beginning",
		async () => {
			const one = failed();
			const cut = one.exchanges.map((each) => ({
				...each,
				request: { ...each.request, body: `${each.request.body.slice(0, 20)}… (9 more characters in the evidence)` },
			}));
			return { as: "curl", report: await reportFile({ ...one, exchanges: cut }) };
		},
		id,
		/--evidence evidence\.ndjson/,
	],
])("%s is refused in one message", async (_, flags, of, message) => {
	const refused = await reproduce(await flags(), of).catch((error: unknown) => error);
	expect(refused).toBeInstanceOf(UsageError);
	expect(String(refused)).toMatch(message);
});

test("a script is printed as the program that it is, not as text in which names of credentials look like secrets", async () => {
	let [printed, said] = ["", ""];
	const terminal = {
		...{ err: () => undefined, isLive: false, color: false, width: 100 },
		out: (text: string) => {
			said += text;
		},
		program: (text: string) => {
			printed += text;
		},
	};
	expect(await reproduceCommand(id, { as: "curl" }, terminal, interrupt)).toBe(0);
	expect(said).toBe("");
	expect(printed).toMatch(/AWS_SECRET_ACCESS_KEY=\$\{AWS_SECRET_ACCESS_KEY:-made-up\}/);
});
