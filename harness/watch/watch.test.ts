import { appendFile, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type Built, build } from "../fixtures/build.ts";
import { smallCorpus, startCommand } from "../fixtures/command.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 90_000 });

/** Milliseconds after which what was printed is looked at instead. */
const longestWait = 25_000;

const clause = "  text: so it is\n  source: https://docs.test/area\n  standing: documented\n";
const describing = "steps:\n  - { StartWorkflowExecution: {}, as: run }\n  - DescribeWorkflowExecution: { execution: $run }\n";
const timing =
	'steps:\n  - { StartWorkflowExecution: {}, as: run }\n  - decide: $run\n    decisions: [{ StartTimer: { timerId: t, startToFireTimeout: "9" } }]\n';

const corpus: Readonly<Record<string, string>> = {
	...smallCorpus,
	"specs/clauses/other.yaml": `claim:\n${clause}`,
	"suites/other/describes.yaml": `clauses: [other/claim]\n${describing}`,
	"suites/other/times.yaml": `clauses: [other/claim]\n${timing}`,
};
let built: Built;
let started: ReturnType<typeof startCommand> | undefined;
beforeAll(async () => {
	built = build(corpus);
	await cp("specs/model", join(built.folder, "specs/model"), { recursive: true, preserveTimestamps: true });
}, 90_000);
afterAll(() => built.remove());
afterEach(async () => {
	started?.child.kill("SIGINT");
	await started?.ended;
	started = undefined;
	for (const [name, text] of Object.entries(corpus)) await writeFile(path(name), text);
});

/** What is printed is gone through once, from one thing that is waited for to the next. */
function watching(...args: readonly string[]) {
	started = startCommand(built, ["watch", ...args]);
	const { child, ended, printed } = started;
	let read = 0;
	let look: () => void = () => undefined;
	child.stdout?.on("data", () => look());
	/** What was printed up to where the pattern fits, as soon as it does. */
	const until = (pattern: RegExp): Promise<string> =>
		new Promise((resolve, reject) => {
			const late = setTimeout(() => reject(new Error(`${pattern} does not fit: ${printed.out.slice(read)}`)), longestWait);
			look = () => {
				const found = pattern.exec(printed.out.slice(read));
				if (found === null) return;
				const text = printed.out.slice(read, read + found.index + found[0].length);
				read += text.length;
				look = () => undefined;
				clearTimeout(late);
				resolve(text);
			};
			look();
			void ended.then(({ code, err }) => reject(new Error(`it ended with ${code}: ${printed.out.slice(read)}${err}`)));
		});
	return { child, ended, until };
}

const path = (name: string) => join(built.folder, name);
/** In one piece: a slow machine could show a file between its being emptied and its being full. */
async function put(name: string, text: string): Promise<void> {
	await writeFile(path("put"), text);
	await rename(path("put"), path(name));
}
async function edit(name: string, change: (text: string) => string): Promise<void> {
	await put(name, change(await readFile(path(name), "utf8")));
}
/** The end of a round, with its count. */
const round = (count: number) => new RegExp(`^${count} cases?: .* in \\d+\\.\\d\\d s.*\\n`, "m");
const idsIn = (text: string) => [...text.matchAll(/^(?:pass|FAIL|fail) +(\S+)/gm)].map(([, id]) => id).sort();

test("a file of scenarios that changes is played again, and no other, however an editor writes it", async () => {
	const { until } = watching("area/**", "rows/**");
	expect(await until(round(5))).toContain("5 cases: 4 pass, 1 fail");
	await appendFile(path("suites/area/passes.yaml"), "# changed\n");
	expect(idsIn(await until(round(1)))).toEqual(["area/passes"]);
	// As vi and many others save: beside it, and then into its place.
	await writeFile(path("suites/rows/.table.yaml.swp"), await readFile(path("suites/rows/table.yaml")));
	await rename(path("suites/rows/.table.yaml.swp"), path("suites/rows/table.yaml"));
	expect(idsIn(await until(round(2)))).toEqual(["rows/table:one", "rows/table:two"]);
	await edit("suites/area/passes.yaml", (text) => `${text}    expect: { fault: ValidationException }\n`);
	const text = await until(round(1));
	expect(text).toMatch(/FAIL {2}area\/passes/);
	expect(text).toContain("MUST area/claim (documented)");
	expect(text).toMatch(/1 case: 1 fail in .* s; of all 5: 3 pass, 2 fail/);
	await edit("suites/area/passes.yaml", (now) => now.replace(/ {4}expect: .*\n/, ""));
	expect(await until(round(1))).toMatch(/pass {2}area\/passes .*was fail/);
});

test("a new file is played, in a new folder too, and one that is gone is forgotten", async () => {
	const { until } = watching("rows/**", "{new,other}/**");
	await until(round(4));
	await mkdir(path("suites/new/deep"), { recursive: true });
	await cp(path("suites/area/passes.yaml"), path("suites/new/deep/case.yaml"));
	expect(await until(round(1))).toMatch(/pass {2}new\/deep\/case .*\n1 case: 1 pass in .*; of all 5: 5 pass/);
	await rm(path("suites/new"), { recursive: true });
	await until(/suites\/new\/deep\/case\.yaml: 0 cases/);
	await appendFile(path("suites/rows/table.yaml"), "# changed\n");
	expect(await until(round(2))).toContain("of all 4: 4 pass");
});

test("many changes at once are one round", async () => {
	const { until } = watching("rows/**", "other/**", "area/passes");
	await until(round(5));
	await Promise.all(
		["rows/table", "other/times", "other/describes"].map((name) => appendFile(path(`suites/${name}.yaml`), "# changed\n")),
	);
	expect(await until(round(4))).toMatch(
		/^\nsuites\/other\/describes\.yaml, suites\/other\/times\.yaml, suites\/rows\/table\.yaml: 4 cases$/m,
	);
});

test("a mistake in a file is told with its place, and watching goes on", async () => {
	await edit("suites/area/passes.yaml", (text) => text.replace("StartWorkflowExecution", "StartWorkflow"));
	const { until } = watching("area/**");
	await until(/suites\/area\/passes\.yaml:3:7: there is no operation or action StartWorkflow/);
	await until(round(2));
	await edit("suites/area/passes.yaml", (text) => text.replace("StartWorkflow:", "StartWorkflowExecution:"));
	expect(idsIn(await until(round(1)))).toEqual(["area/passes"]);
	await edit("suites/area/passes.yaml", (text) => `a: [\n${text}`);
	await until(/suites\/area\/passes\.yaml: 0 cases\nsuites\/area\/passes\.yaml:\d+:\d+: /);
	await edit("suites/area/passes.yaml", (text) => text.replace("a: [\n", ""));
	await until(round(1));
});

test("a clause that changes is played with what cites it, and one that only moved is not", async () => {
	const { until } = watching("other/**", "rows/**");
	await until(round(4));
	await edit("specs/clauses/other.yaml", (text) => text.replace("so it is", "so it shall be"));
	expect(idsIn(await until(round(2)))).toEqual(["other/describes", "other/times"]);
	await edit("specs/clauses/other.yaml", (text) => `# moved\n${text}`);
	await until(/specs\/clauses\/other\.yaml: 0 cases/);
	await edit("specs/clauses/other.yaml", (text) => text.replace("claim:", "claims:"));
	await until(/describes\.yaml:1:11: .*other\/claim/);
	await edit("specs/clauses/other.yaml", (text) => text.replace("claims:", "claim:"));
	expect(idsIn(await until(round(2)))).toEqual(["other/describes", "other/times"]);
});

const describe = "specs/model/operations/describe-workflow-execution.ts";
const startTimer = "specs/model/decisions/start-timer.ts";

test("a source of the model that changes is played by the cases that use it, by its new code", async () => {
	const { until } = watching("other/**", "rows/**");
	await until(round(4));
	await edit(describe, (text) => text.replace("domain === undefined", "domain !== undefined"));
	expect(await until(round(1))).toMatch(/FAIL {2}other\/describes/);
	await edit(describe, (text) => text.replace("domain !== undefined", "domain === undefined"));
	expect(await until(round(1))).toMatch(/pass {2}other\/describes .*was fail/);
	await edit(startTimer, (text) => `${text}\n`);
	expect(idsIn(await until(round(1)))).toEqual(["other/times"]);
	await edit("specs/model/append.ts", (text) => `${text}\n`);
	expect(idsIn(await until(round(4)))).toHaveLength(4);
});

test("a model that cannot be compiled, cannot be loaded or does not end is told or ended, and the next one is played", async () => {
	const { until } = watching("other/**");
	await until(round(2));
	const whole = await readFile(path(describe), "utf8");
	await edit(describe, (text) => text.replace("const domain", "const const domain"));
	await until(/describe-workflow-execution\.ts:8:\d+: /);
	await put(describe, `${whole}\nthrow new Error("not to be loaded");\n`);
	await until(/Error: not to be loaded/);
	await put(describe, whole.replace("const domain", "for (;;) {}\n\tconst domain"));
	await until(/describe-workflow-execution\.ts: 1 case/);
	await put(describe, whole);
	expect(await until(round(1))).toMatch(/pass {2}other\/describes/);
});

test("what is expected counts, and changes too", async () => {
	await put("known.yaml", "failures:\n  - { cases: area/fails, reason: it does }\n");
	const { until } = watching("area/**", "--expectations", "known.yaml");
	expect(await until(round(3))).toMatch(/2 pass, 1 expected-failure/);
	await put("known.yaml", "failures:\n  - { cases: area/passes, reason: it does }\n");
	expect(await until(round(2))).toMatch(/^2 cases: 1 fail, 1 unexpected-pass/m);
	await put("known.yaml", "failures: [\n");
	await until(/known\.yaml:2:1: /);
});

test("a signal ends it with 0, and what it cannot do with a message", async () => {
	const { child, ended, until } = watching("rows/**", "--client", "wire");
	await until(round(2));
	child.kill("SIGINT");
	expect(await ended).toMatchObject({ code: 0, err: "" });
	const refusal = async (...args: readonly string[]) => {
		const { code, err } = await watching(...args).ended;
		return `${code} ${err}`;
	};
	expect(await refusal("none/**")).toMatch(/^2 swf-conformance: no case matches none\/\*\*/);
	expect(await refusal("--target", "aws:us-east-1")).toMatch(/^2 swf-conformance: --target aws:us-east-1: /);
	expect(await refusal("--target", "nowhere")).toMatch(/^2 swf-conformance: --target nowhere: expected /);
	expect(await refusal("--client", "none")).toMatch(/^2 swf-conformance: --client none: expected /);
	expect(await refusal("--target", "http://127.0.0.1:9")).toMatch(/^3 swf-conformance: http:\/\/127\.0\.0\.1:9 does not answer/);
});
