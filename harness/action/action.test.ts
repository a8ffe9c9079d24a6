import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { fixtureText } from "../../reports/fixtures/load.ts";
import { exitCodes, UsageError } from "../cli/terminal.ts";
import { type ActionSurroundings, action } from "./action.ts";
import { type FailOn, readInputs } from "./inputs.ts";
import { jobSummary, refusalPage } from "./job-summary.ts";
import { outputLines } from "./outputs.ts";
import { stepExit } from "./step-exit.ts";

const given = { INPUT_TARGET: "mock", INPUT_REPORT_FOLDER: "out", INPUT_FAIL_ON: "anything" };

describe("inputs", () => {
	test("become flags with one value each, whatever stands in it", () => {
		const { args } = readInputs({
			...given,
			INPUT_TARGET: "--out=x; y",
			INPUT_MAX_WAIT: "5",
			INPUT_CASES: "--quiet\n a/** \n\n",
		});
		expect(args).toEqual([
			...["run", "--target=--out=x; y", "--max-wait=5", "--report=json", "--report=markdown", "--report=annotations"],
			...["--out=out", "--", "--quiet", "a/**"],
		]);
	});

	test("of several values have one a line, and a format is written once", () => {
		const { args } = readInputs({ ...given, INPUT_PROFILE: "core@1\nstrict", INPUT_REPORTS: "junit=a b.xml\njson" });
		expect(args.filter((arg) => /^--(profile|report)=/.test(arg))).toEqual([
			...["--profile=core@1", "--profile=strict"],
			...["--report=json", "--report=markdown", "--report=annotations", "--report=junit=a b.xml"],
		]);
	});

	test("that mean nothing are refused", () => {
		const reading = (failOn: string) => () => readInputs({ ...given, INPUT_FAIL_ON: failOn });
		expect(reading("regresions")).toThrow(
			new UsageError("fail-on: expected anything, regressions, nothing. Did you mean regressions?"),
		);
		expect(reading("regressions")).toThrow(new UsageError("fail-on: regressions needs a baseline to compare with"));
	});

	test("are all of action.yml's, and action.yml hands on each", async () => {
		const { inputs, outputs, runs } = parse(await readFile(new URL("../../action.yml", import.meta.url), "utf8")) as {
			readonly inputs: Readonly<Record<string, object>>;
			readonly outputs: Readonly<Record<string, { readonly value: string }>>;
			readonly runs: { readonly steps: readonly { readonly env: Readonly<Record<string, string>> }[] };
		};
		const asked: string[] = [];
		readInputs(
			new Proxy({ INPUT_FAIL_ON: "nothing" } as NodeJS.ProcessEnv, {
				get: (of, name: string) => {
					asked.push(name);
					return of[name];
				},
			}),
		);
		const [install, run] = runs.steps;
		const handed = { ...install?.env, ...run?.env };
		expect(
			Object.keys(handed)
				.filter((name) => name.startsWith("INPUT_"))
				.toSorted(),
		).toEqual([...new Set(asked)].toSorted());
		const read = Object.values(handed).flatMap((value) => /inputs\.([a-z-]+)/.exec(value)?.[1] ?? []);
		expect(read.toSorted()).toEqual(Object.keys(inputs).toSorted());
		for (const [name, { value }] of Object.entries(outputs)) expect(value).toBe(`\${{ steps.run.outputs.${name} }}`);
	});
});

describe("the step ends", () => {
	const { fine, failures, badInput, unreachable, undecided, capped, unwritten, interrupted } = exitCodes;
	test.each([
		["anything", failures, undefined, failures],
		["anything", undecided, fine, undecided],
		["anything", fine, failures, failures],
		["regressions", failures, fine, fine],
		["regressions", capped, undecided, undecided],
		["regressions", fine, failures, failures],
		["nothing", failures, failures, fine],
		["nothing", undecided, undefined, fine],
		["nothing", fine, badInput, badInput],
	] as const)("on %s, after a run that ended with %s and a comparison with %s, with %s", (failOn, run, compared, ended) => {
		expect(stepExit(failOn, run, compared)).toBe(ended);
	});

	test.each([badInput, unreachable, unwritten, interrupted])("as the run did, whatever it is to fail on, with %s", (code) => {
		const all: readonly FailOn[] = ["anything", "regressions", "nothing"];
		expect(all.map((failOn) => stepExit(failOn, code, fine))).toEqual([code, code, code]);
	});
});

test("no value of an output ends before its own last line", () => {
	const text = outputLines({ one: "a\nEOF\nb=c", two: "" });
	const [, name, end] = /^(.+?)<<(.+)\n/.exec(text) ?? [];
	expect({ name, rest: text.split(`\n${end}\n`) }).toEqual({
		name: "one",
		rest: [`one<<${end}\na\nEOF\nb=c`, expect.stringMatching(/^two<</)],
	});
});

test("a summary leaves out the page that GitHub would show none for", () => {
	const long = "x".repeat(900_000);
	expect(jobSummary(["# a\n", "# b\n\n"])).toBe("# a\n\n# b\n\n");
	expect(jobSummary([long, "y".repeat(200_000), "# c"])).toBe(`${long}\n\n# c\n\n`);
});

test("nothing that was said is Markdown or HTML in a summary", () => {
	expect(refusalPage(3, "a <b>\n# c\u001b[1m\n")).toBe("# swf-conformance ended with 3\n\n    a <b>\n    # c\\u001b[1m");
});

describe("a run that is refused", () => {
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "swf-conformance-action-"));
	});
	afterEach(() => rm(folder, { recursive: true }));

	async function act(environment: NodeJS.ProcessEnv, run: ActionSurroundings["run"]) {
		const [output, summary] = [join(folder, "output"), join(folder, "summary")];
		for (const file of [output, summary]) await writeFile(file, "");
		let printed = "";
		const code = await action({
			environment: { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...environment },
			run,
			print: (text) => {
				printed += text;
			},
		});
		return { code, printed, output: await readFile(output, "utf8"), summary: await readFile(summary, "utf8") };
	}
	const refused: ActionSurroundings["run"] = async () => ({
		code: exitCodes.unreachable,
		said: "it does not answer\n::error::x\n",
	});

	test("is told in an annotation and the summary, and no report of an earlier run is taken for its own", async () => {
		await writeFile(join(folder, "report.ndjson"), fixtureText("report.json"));
		const told = await act({ ...given, INPUT_REPORT_FOLDER: folder }, refused);
		expect(told.code).toBe(3);
		expect(told.printed).toContain("::error title=swf-conformance ended with 3::it does not answer%0A::error::x\n");
		expect(told.summary).toBe("# swf-conformance ended with 3\n\n    it does not answer\n    ::error::x\n\n");
		expect(told.output).toMatch(/^exit-code<<\S+\n3\n/);
		expect(told.output).not.toContain("divergence");
	});

	test("for its inputs plays nothing", async () => {
		const { code, printed, output } = await act({ ...given, INPUT_FAIL_ON: "" }, () => Promise.reject(new Error("it was run")));
		expect({ code, printed }).toEqual({
			code: 2,
			printed: "::error title=swf-conformance::fail-on: expected anything, regressions, nothing.\n",
		});
		expect(output).toMatch(/^exit-code<<\S+\n2\n/);
	});
});
