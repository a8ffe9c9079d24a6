import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../reports/report.ts";
import { smallCorpus } from "../fixtures/command.ts";
import { createVitestProject, type VitestProject, type VitestSeen } from "../fixtures/vitest-project.ts";

const corpus = {
	...smallCorpus,
	"suites/area/warns.yaml":
		"clauses: [area/claim]\nsteps:\n  - { StartWorkflowExecution: {}, expect: { level: SHOULD, fault: UnknownResourceFault } }\n",
	"suites/area/needs.yaml": "clauses: [area/claim]\nneeds: [timers]\nsteps:\n  - StartWorkflowExecution: {}\n",
};

const calls = (...options: readonly string[]) =>
	['import { conformance } from "swf-conformance/vitest";', ...options.map((each) => `conformance(${each});`)].join("\n");

const expecting = (cases: string, more = "") => `failures:\n  - cases: ${cases}\n    reason: it is known\n${more}`;

/** A server of the tests' own, which leaves a file when it was closed. */
const started = (cli: string) => `
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { conformance } from "swf-conformance/vitest";

async function target() {
	const server = spawn(process.execPath, [${JSON.stringify(cli)}, "serve", "--port", "0"]);
	const [line] = await once(server.stdout, "data");
	const close = async () => {
		server.kill();
		await once(server, "close");
		writeFileSync("closed", "");
	};
	return { url: JSON.parse(line).url, close };
}
conformance({ name: "started", cases: ["area/fails", "area/passes", "rows/**"], concurrency: 1, target });
`;

const files = (cli: string) => ({
	"many.test.js": calls(
		'{ name: "all", out: "all" }',
		'{ name: "expected", cases: "area/fails", expectations: "fails.yaml" }',
		'{ name: "unexpected", cases: "area/passes", expectations: "passes.yaml", reports: ["junit=unexpected.xml"] }',
		'{ name: "unmet", cases: "area/fails", expectations: "expired.yaml" }',
		'{ name: "lacking", cases: ["area/needs"], expectations: "lacks.yaml" }',
		'{ name: "no file", cases: "area/passes", expectations: "none.yaml" }',
		'{ name: "no target", cases: "area/passes", target: "mcok" }',
		'{ name: "silent", cases: "area/passes", target: "http://127.0.0.1:1" }',
	),
	"no-case.test.js": calls('{ cases: "area/pases" }'),
	"no-option.test.js": calls('{ expectation: "fails.yaml" }'),
	"no-number.test.js": calls("{ concurrency: 0 }"),
	"started.test.js": started(cli),
	"fails.yaml": expecting("area/fails"),
	"passes.yaml": expecting("area/passes"),
	"expired.yaml": expecting("area/fails", '    expires: "2020-01-01"\n'),
	"lacks.yaml": "lacks: [timers]\n",
});

let project: VitestProject;
let seen: VitestSeen;
beforeAll(async () => {
	project = createVitestProject(corpus, files);
	seen = await project.run("many", "no-");
}, 120_000);
afterAll(() => project.remove());

const states = ({ tests }: VitestSeen, name: string) =>
	Object.fromEntries(
		Object.entries(tests)
			.filter(([title]) => title.startsWith(`${name} > `))
			.map(([title, { state }]) => [title.slice(name.length + 3), state]),
	);

const reported = (): Report => JSON.parse(readFileSync(join(project.folder, "all", "report.json"), "utf8")) as Report;

describe("in a project of somebody else's", () => {
	test("a test a case ends as its case does, in a describe a suite", () => {
		expect(seen.code).toBe(1);
		expect(states(seen, "all")).toEqual({
			"area > area/fails": "failed",
			"area > area/needs": "passed",
			"area > area/passes": "passed",
			"area > area/waits": "passed",
			"area > area/warns": "passed",
			"rows > rows/table:one": "passed",
			"rows > rows/table:two": "passed",
			"the run as a whole": "passed",
		});
		expect(reported().summary.verdicts).toMatchObject({ pass: 5, warn: 1, fail: 1 });
	});

	test("a failure shows the finding, expected beside observed, the clause with its source, the exchanges and the replay", () => {
		const { errors } = seen.tests["all > area > area/fails"] ?? {};
		expect(errors).toEqual([expect.stringMatching(/^fail: MUST expectations, step 1: expected the fault UnknownResourceFault/)]);
		expect(errors?.[0]).toContain('  - fault: "UnknownResourceFault"\n  + answer: {\n');
		expect(errors?.[0]).toContain("source     https://docs.test/area\n");
		expect(errors?.[0]).toMatch(/→ {3}2 {2}step 1 +StartWorkflowExecution +200/);
		expect(errors?.[0]).toMatch(/replay {5}swf-conformance run area\/fails$/);
		expect(seen.printed).not.toMatch(/\n ❯ .*(tell-verdict|plain-error)/);
	});

	test("a warning is an annotation", () => {
		expect(seen.tests["all > area > area/warns"]?.annotations).toEqual([
			expect.stringMatching(/^warning: SHOULD expectations, step 1: expected the fault/),
		]);
	});

	test("what is expected to fail is skipped with its reason, and what is said to be lacking too", () => {
		expect(seen.tests["expected > area > area/fails"]).toMatchObject({ state: "skipped", note: "expected-failure: it is known" });
		expect(seen.tests["lacking > area > area/needs"]).toMatchObject({
			state: "skipped",
			note: "unsupported: the target is said to lack timers",
		});
		expect(states(seen, "expected")["the run as a whole"]).toBe("passed");
	});

	test("what passes where an entry expects worse fails", () => {
		expect(seen.tests["unexpected > area > area/passes"]?.errors).toEqual([
			expect.stringMatching(/^unexpected-pass: passes\.yaml:2:12 says that it fails: it is known/),
		]);
		expect(readFileSync(join(project.folder, "unexpected.xml"), "utf8")).toContain("<failure");
	});

	test("an expectation that is not met fails a test of its own", () => {
		expect(seen.tests["unmet > the run as a whole"]).toMatchObject({
			state: "failed",
			errors: [expect.stringMatching(/^unmet: expired\.yaml:2:12: the entry for area\/fails expired on 2020-01-01/)],
		});
	});

	test("what cannot be played is told once, by the words of the command line", () => {
		expect(seen.errors).toEqual({
			"no file": ["Error: --expectations none.yaml: cannot be read, no such file or directory (ENOENT)"],
			"no target": [expect.stringMatching(/^Error: --target mcok: expected mock, reference, /)],
			silent: [expect.stringMatching(/^Error: http:\/\/127\.0\.0\.1:1 does not answer \(ECONNREFUSED/)],
			"no-case.test.js": [
				expect.stringContaining("no case matches area/pases; patterns are globs over ids, as 'termination/**'."),
			],
			"no-option.test.js": ["Error: conformance: there is no option expectation. Did you mean expectations?"],
			"no-number.test.js": ["Error: conformance: concurrency: expected a whole number, 1 or more"],
		});
	});

	test("only what Vitest's own filter leaves is played", async () => {
		const { code, errors } = await project.run("many", "-t", "all area area/passes");
		expect({ code, errors, cases: reported().cases.map(({ id }) => id) }).toEqual({
			code: 0,
			errors: {},
			cases: ["area/passes"],
		});
	});

	test("a target of one's own is closed also where the first failure ends the tests, and nothing is left behind", async () => {
		const { code, tests } = await project.run("started", "--bail", "1");
		expect({ code, state: tests["started > area > area/fails"]?.state }).toEqual({ code: 1, state: "failed" });
		expect(existsSync(join(project.folder, "closed"))).toBe(true);
		expect((await readdir(project.folder)).filter((name) => name.startsWith("swf-conformance-"))).toEqual([]);
	});
});
