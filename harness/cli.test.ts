import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Report } from "../reports/report.ts";
import { reportSchemas } from "../reports/schemas.ts";
import { type Built, build } from "./fixtures/build.ts";
import { type Ended, smallCorpus, startCommand } from "./fixtures/command.ts";
import { type LinePrograms, linePrograms } from "./fixtures/line-program.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "./fixtures/loopback.ts";

const cites = "clauses: [area/claim]\nsteps:\n";
// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let built: Built;
let server: Loopback | undefined;
beforeAll(() => {
	built = build(smallCorpus);
}, 60_000);
afterAll(() => built.remove());
afterEach(async () => {
	await server?.close();
	server = undefined;
});

const start = (args: readonly string[], environment: NodeJS.ProcessEnv = {}) => startCommand(built, args, environment);
const cli = (...args: readonly string[]): Promise<Ended> => start(args).ended;

const newFolder = () => mkdtemp(join(built.folder, "out-"));
/** The report, which with each of its lines fits the published schemas, whatever a test made of the run. */
async function readReport(folder: string): Promise<Report> {
	const schemas = await reportSchemas();
	const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report;
	expect(schemas.report(report)).toBeUndefined();
	const lines = (await readFile(join(folder, "report.ndjson"), "utf8")).trimEnd().split("\n");
	for (const line of lines) expect(schemas.line(JSON.parse(line))).toBeUndefined();
	return report;
}
const verdictsOf = ({ cases }: Report) => Object.fromEntries(cases.map(({ id, verdict }) => [id, verdict]));
const put = async (name: string, text: string): Promise<string> => {
	const file = join(await newFolder(), name);
	await writeFile(file, text);
	return file;
};

async function serve(replyTo: (request: Request) => Reply | Promise<Reply>): Promise<string> {
	server = await openLoopback(replyTo);
	return server.url;
}

describe("run ends with", () => {
	test("0 when nothing unexpected was seen, and writes every format", async () => {
		const out = await newFolder();
		const { code, err } = await cli("run", "area/passes", "rows/**", "--out", out);
		expect(code).toBe(0);
		expect(verdictsOf(await readReport(out))).toEqual({
			"area/passes": "pass",
			"rows/table:one": "pass",
			"rows/table:two": "pass",
		});
		expect((await readdir(out)).sort()).toEqual([
			"evidence.ndjson",
			"report.html",
			"report.json",
			"report.md",
			"report.ndjson",
			"report.xml",
		]);
		expect(err.split("\n").filter((line) => line.startsWith("pass"))).toHaveLength(3);
	});

	test("1 when a case fails", async () => {
		const out = await newFolder();
		const { code, out: summary } = await cli("run", "area/*", "--out", out);
		expect(code).toBe(1);
		expect(verdictsOf(await readReport(out))).toEqual({ "area/fails": "fail", "area/passes": "pass", "area/waits": "pass" });
		expect(summary).toContain("swf-conformance run area/fails");
	});

	test("0 when every failure was expected, and 1 when what should fail passes", async () => {
		const known = await put("known.yaml", "failures:\n  - { cases: area/fails, reason: not yet }\n");
		expect((await cli("run", "area/fails", "area/passes", "--expectations", known, "--out", await newFolder())).code).toBe(0);
		const stale = await put("stale.yaml", "failures:\n  - { cases: area/passes, reason: not yet }\n");
		const out = await newFolder();
		expect((await cli("run", "area/passes", "--expectations", stale, "--out", out)).code).toBe(1);
		expect(verdictsOf(await readReport(out))).toEqual({ "area/passes": "unexpected-pass" });
	});

	test("1 when an entry expects what is not found or its last day is over, and tells its line", async () => {
		const known = await put(
			"known.yaml",
			"failures:\n  - { cases: area/fails, reason: old, expires: '2020-01-31' }\n  - { cases: area/fails, reason: all }\n  - { cases: area/fails, reason: twice }\n",
		);
		const out = await newFolder();
		const ended = await cli("run", "area/fails", "--expectations", known, "--out", out);
		const report = await readReport(out);
		expect({ code: ended.code, verdicts: verdictsOf(report) }).toEqual({
			code: 1,
			verdicts: { "area/fails": "expected-failure" },
		});
		expect(report.unmet).toEqual([
			`${known}:2:14: the entry for area/fails expired on 2020-01-31; mend what fails, or write why it may fail for longer`,
			`${known}:4:14: nothing that the entry for area/fails expects was found (expected-failure); take it away or mend it`,
		]);
		expect(report.cases[0]?.expectedBy).toEqual([`${known}:3:14`]);
		expect(ended.out).toContain(`unmet       ${known}:2:14: the entry for area/fails expired`);
		const judged = await newFolder();
		expect((await cli("judge", join(out, "evidence.ndjson"), "--expectations", known, "--out", judged)).code).toBe(1);
		expect(await readReport(judged)).toEqual(report);
	});

	test("0 when a failure is known of the target's version, 1 when of another, and 2 when the version is not known", async () => {
		const known = await put("known.yaml", "failures:\n  - { cases: area/fails, reason: not yet, versions: <2 }\n");
		const run = (out: string, ...version: readonly string[]) =>
			cli("run", "area/fails", "--expectations", known, "--out", out, ...version);
		const out = await newFolder();
		expect((await run(out, "--target-version", "1.5")).code).toBe(0);
		expect((await readReport(out)).target.version).toBe("1.5");
		const evidence = join(out, "evidence.ndjson");
		expect((await cli("judge", evidence, "--expectations", known, "--out", await newFolder())).code).toBe(0);
		const later = ["--expectations", known, "--target-version", "2.0", "--out", await newFolder()];
		expect((await cli("judge", evidence, ...later)).code).toBe(1);
		expect((await run(await newFolder(), "--target-version", "2.0")).code).toBe(1);
		const { code, err } = await run(await newFolder());
		expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("known.yaml:2:14: the entry is about versions") });
	});

	test("0 when an expectations file is brought up to date, and 2 until the reasons are written", async () => {
		const text = "failures:\n  # kept\n  - { cases: area/passes, reason: not yet }\n";
		const known = await put("known.yaml", text);
		const out = await newFolder();
		await cli("run", "area/fails", "area/passes", "--expectations", known, "--out", out);
		const update = ["expectations", "update", known, "--report", join(out, "report.json")];
		const dry = await cli(...update, "--dry-run");
		expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("known.yaml:3:14: takes area/passes away\n") });
		expect(dry.out).toContain("known.yaml: adds area/fails; write the reason");
		expect(await readFile(known, "utf8")).toBe(text);
		expect(await cli(...update)).toMatchObject({ code: 0, out: dry.out });
		const edited = await readFile(known, "utf8");
		expect(edited).toMatch(/^failures:\n {2}# kept\n {2}- cases:\n {6}- area\/fails\n {4}reason: "TODO: /);
		const again = await cli("run", "area/fails", "--expectations", known, "--out", out);
		expect(again).toMatchObject({ code: 2, err: expect.stringContaining("known.yaml:5:13: the reason is still to be written") });
		await writeFile(known, edited.replace("TODO: ", ""));
		expect((await cli("run", "area/fails", "area/passes", "--expectations", known, "--out", out)).code).toBe(0);
	});

	test("3 when the target does not answer", async () => {
		const url = await serve(() => "hang");
		await server?.close();
		const { code, err } = await cli("run", "--target", url, "--out", await newFolder());
		expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`${url} does not answer (ECONNREFUSED`) });
	});

	test("4 when nothing could be told", async () => {
		const url = await serve(({ operation }) => (operation === "ListDomains" ? json({ domainInfos: [] }) : "close"));
		const out = await newFolder();
		const { code } = await cli("run", "area/passes", "--target", url, "--client", "wire", "--out", out);
		expect({ code, verdicts: verdictsOf(await readReport(out)) }).toEqual({
			code: 4,
			verdicts: { "area/passes": "inconclusive" },
		});
		const known = await put("known.yaml", "failures:\n  - { cases: area/passes, verdict: inconclusive, reason: slow }\n");
		const judge = ["judge", join(out, "evidence.ndjson"), "--out", await newFolder()];
		expect((await cli(...judge, "--expectations", known)).code).toBe(0);
	});

	test("0 when the rest was skipped for the time that it would take", async () => {
		const out = await newFolder();
		const { code } = await cli("run", "area/passes", "area/waits", "--target", "reference", "--max-wait", "5", "--out", out);
		expect({ code, verdicts: verdictsOf(await readReport(out)) }).toEqual({
			code: 0,
			verdicts: { "area/passes": "pass", "area/waits": "skipped" },
		});
	});

	test("130 when it is interrupted, and writes what was measured", async () => {
		const running: { child?: ReturnType<typeof start>["child"] } = {};
		const url = await serve((request) => {
			if (request.operation !== "StartWorkflowExecution" || request.input["input"] !== "b") return request.honest();
			running.child?.kill("SIGINT");
			return "hang";
		});
		const out = await newFolder();
		const { child, ended } = start(["run", "rows/**", "--target", url, "--concurrency", "1", "--out", out]);
		running.child = child;
		const { code, err } = await ended;
		expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining("interrupted: clearing up") });
		const report = await readReport(out);
		expect(report.interrupted).toBe(true);
		expect(verdictsOf(report)).toEqual({ "rows/table:one": "pass", "rows/table:two": "skipped" });
		const again = await newFolder();
		await cli("judge", join(out, "evidence.ndjson"), "--out", again, "--quiet");
		expect(await readReport(again)).toEqual(report);
	});

	test.each([
		["an unknown flag", ["run", "--tarject", "mock"], "--target"],
		["an unknown command", ["ruin"], "run"],
		["an unknown target", ["run", "--target", "mok"], "--target mok: expected mock, reference"],
		["a target with a password", ["run", "--target", "http://me:secret@127.0.0.1:1"], "expected mock, reference"],
		["an unknown client", ["run", "--client", "skd"], "Did you mean sdk?"],
		["an unknown format", ["run", "--report", "junt=x.xml"], "Did you mean junit?"],
		["a pattern that means nothing", ["run", "area/pass"], "no case matches area/pass"],
		["a concurrency of nothing", ["run", "--concurrency", "0"], "expected a whole number, 1 or more"],
		["a patience below nothing", ["run", "--patience", "-1"], "expected a number above 0"],
		["a wait that is no number", ["run", "--max-wait", "long"], "expected a number of seconds"],
		[
			"expectations that are not there",
			["run", "--expectations", "none.yaml"],
			"--expectations none.yaml: cannot be read, no such file",
		],
		["evidence that is not there", ["judge", "none.ndjson"], "none.ndjson: cannot be read, no such file"],
		["a port beyond all", ["serve", "--port", "70000"], "expected a port"],
	])("2 for %s, and says what was expected", async (_, args, message) => {
		const { code, err } = await cli(...args);
		expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
	});

	test("2 for expectations that are wrong or mean no case, with the line", async () => {
		const wrong = await put("wrong.yaml", "failures:\n  - { cases: area/gone, reason: x }\n");
		const { code, err } = await cli("run", "--expectations", wrong, "--out", await newFolder());
		expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("wrong.yaml:2:14: there is no case area/gone") });
	});
});

describe("output", () => {
	test.each([
		["a flag", ["run", "--concurrency", "1\n::error::x"]],
		["a target", ["run", "--target", "m\n::error::x"]],
		["a command", ["run\n::error::x"]],
	])("holds nothing that a runner of GitHub would obey, what is said of %s included", async (_, args) => {
		const { code, out, err } = await start(args, { GITHUB_ACTIONS: "true" }).ended;
		expect(code).toBe(2);
		expect(out + err).toContain("error:\u200b:x");
		expect(out + err).not.toMatch(/^::/m);
	});

	test("is nothing with --quiet, and the exit code still tells", async () => {
		expect(await cli("run", "area/fails", "--quiet", "--out", await newFolder())).toEqual({ code: 1, out: "", err: "" });
	});

	test("has no colours and redraws nothing where it is no terminal", async () => {
		const { out, err } = await cli("run", "area/fails", "--out", await newFolder());
		// biome-ignore lint/suspicious/noControlCharactersInRegex: escape is what colours begin with
		expect(out + err).not.toMatch(/\u001b/);
	});

	test("is only the reports that were asked for, where they were asked for", async () => {
		const out = await newFolder();
		const junit = join(out, "deep", "er", "junit.xml");
		const { code } = await cli("run", "area/passes", "--report", `junit=${junit}`, "--report", "markdown", "--out", out);
		expect(code).toBe(0);
		expect(await readFile(junit, "utf8")).toMatch(/^<\?xml/);
		expect((await readdir(out)).sort()).toEqual(["deep", "evidence.ndjson", "report.md", "report.ndjson"]);
	});
});

describe("judge", () => {
	test.each([
		["mock", "sdk"],
		["reference:virtual", "wire"],
	])("gives the very same report as the run on %s through %s, expectations included", async (target, client) => {
		const known = await put("known.yaml", "failures:\n  - { cases: area/fails, reason: not yet }\n");
		const [ran, judged] = [await newFolder(), await newFolder()];
		await cli("run", "--target", target, "--client", client, "--expectations", known, "--out", ran);
		const { code } = await cli("judge", join(ran, "evidence.ndjson"), "--expectations", known, "--out", judged);
		expect(code).toBe(0);
		for (const file of ["report.json", "report.md", "report.xml", "report.html"])
			expect([file, await readFile(join(judged, file), "utf8")]).toEqual([file, await readFile(join(ran, file), "utf8")]);
	});

	test("gives the command of the run, what answers said of the target, and the digest of the expectations file, as the run did", async () => {
		const known = await put("known.yaml", "failures:\n  - { cases: area/fails, reason: not yet }\n");
		const [ran, judged] = [await newFolder(), await newFolder()];
		const address = await serve(async ({ honest }) => {
			const { headers, ...answered } = await honest();
			return { ...answered, headers: { ...headers, server: "stand-in/1 (x)" } };
		});
		await cli("run", "area/passes", "--target", address, "--expectations", known, "--out", ran);
		await cli("judge", join(ran, "evidence.ndjson"), "--expectations", known, "--out", judged);
		const { command, answers, expectations, expectationsDigest } = await readReport(ran);
		expect(command).toBe(`swf-conformance run area/passes --target ${address} --expectations ${known} --out ${ran}`);
		expect(answers).toEqual({ servers: ["stand-in/1 (x)"], skewSeconds: expect.any(Number) });
		expect(Math.abs(answers?.skewSeconds ?? Number.NaN)).toBeLessThan(2);
		expect({ expectations, expectationsDigest }).toEqual({
			expectations: known,
			expectationsDigest: `sha256:${createHash("sha256")
				.update(await readFile(known))
				.digest("hex")}`,
		});
		expect(await readReport(judged)).toEqual(await readReport(ran));
	});

	test("refuses evidence of a scenario that has changed since, and evidence that was cut off", async () => {
		const out = await newFolder();
		await cli("run", "area/passes", "--out", out, "--quiet");
		const text = await readFile(join(out, "evidence.ndjson"), "utf8");
		const changed = await put("changed.ndjson", text.replace(/"digest":"[0-9a-f]+"/, '"digest":"other"'));
		const cut = await put("cut.ndjson", text.slice(0, -40));
		const [one, two] = [await cli("judge", changed), await cli("judge", cut)];
		expect(one).toMatchObject({
			code: 2,
			err: expect.stringContaining("changed.ndjson:2:1: evidence of area/passes: the scenario has changed since"),
		});
		expect(two).toMatchObject({
			code: 2,
			err: expect.stringContaining("cut off after 1 case; judge what there is with judge --partial"),
		});
	});

	test("takes as much of evidence that was cut off as there is, if that will do, and says how much that was", async () => {
		const [ran, out] = [await newFolder(), await newFolder()];
		await cli("run", "area/*", "--concurrency", "1", "--out", ran, "--quiet");
		const lines = (await readFile(join(ran, "evidence.ndjson"), "utf8")).split("\n");
		const cut = await put("cut.ndjson", `${lines.slice(0, 3).join("\n")}\n${lines[3]?.slice(0, 99)}`);
		const { code, err } = await cli("judge", cut, "--partial", "--out", out);
		expect({ code, err }).toEqual({ code: 1, err: `${cut}: cut off after 2 cases; only what there is was judged\n` });
		const report = await readReport(out);
		expect(report.interrupted).toBe(true);
		expect(report.cases).toHaveLength(2);
	});
});

describe("lint", () => {
	test("finds nothing wrong with the suites", async () => {
		expect(await cli("lint")).toEqual({ code: 0, out: "4 scenarios, 5 cases, nothing wrong\n", err: "" });
	});

	test("tells every problem of a file with its place and ends with 2", async () => {
		const file = await put("wrong.yaml", `${cites}  - StartWorkflowExecutoin: {}\n  - elapse: -1\n`);
		const { code, err } = await cli("lint", file);
		expect(code).toBe(2);
		expect(err).toMatch(
			/wrong\.yaml:3:5: there is no operation or action StartWorkflowExecutoin\. Did you mean StartWorkflowExecution\?\n/,
		);
		expect(err).toMatch(/wrong\.yaml:4:13: elapse is a number of seconds/);
		expect(err).toMatch(/\n2 problems\n$/);
	});
});

describe("list and explain", () => {
	test("tell the cases that patterns mean", async () => {
		expect((await cli("list", "rows/**")).out).toBe("rows/table:one\nrows/table:two\n");
		const { out } = await cli("list", "area/passes", "--format", "json");
		expect(JSON.parse(out)).toMatchObject([{ id: "area/passes", level: "MUST", clauses: ["area/claim"], checks: 2 }]);
	});

	test("tell the clause, its source and what would be sent", async () => {
		const { code, out } = await cli("explain", "area/fails");
		expect(code).toBe(0);
		for (const told of ["so it is", "https://docs.test/area", "RegisterDomain", "StartWorkflowExecution", "UnknownResourceFault"])
			expect(out).toContain(told);
	});
});

describe("clauses", () => {
	test("tells what a clause says, where that is from and what tests it", async () => {
		const { code, out } = await cli("clauses", "--area", "area");
		expect(code).toBe(0);
		for (const told of [
			"area/claim (MUST, documented)",
			"so it is",
			"https://docs.test/area",
			"tested by area/fails, area/passes",
		])
			expect(out).toContain(told);
		expect(out).toMatch(/\n +clauses +tested +reason given\narea +1 +1 +0\nall +1 +1 +0\n$/);
	});

	test("are there as JSON, with what tests each", async () => {
		const { out } = await cli("clauses", "--area", "area", "--format", "json");
		expect(JSON.parse(out)).toMatchObject({
			areas: [{ area: "area", clauses: 1, tested: 1, untested: 0 }],
			clauses: [{ id: "area/claim", testedBy: { scenarios: expect.arrayContaining(["rows/table"]) } }],
		});
	});

	test("that are tested are left out with --uncovered", async () => {
		expect((await cli("clauses", "--uncovered")).out).not.toContain("so it is");
	});

	test("of an area that is not there are refused", async () => {
		const { code, err } = await cli("clauses", "--area", "aria");
		expect(code).toBe(2);
		expect(err).toContain("there is no area aria. Did you mean area? There are area");
	});

	test("that no case of a run came to are told with 1", async () => {
		const out = await newFolder();
		await cli("run", "area/passes", "--out", out);
		expect((await cli("clauses", "--unreached", join(out, "report.json"))).code).toBe(0);
		await cli("run", "area/waits", "--target", "reference", "--max-wait", "1", "--out", out);
		expect(await cli("clauses", "--unreached", join(out, "report.json"))).toMatchObject({
			code: 1,
			out: expect.stringContaining("area/claim is reached by no case of the run"),
		});
	}, 30_000);

	test("are not held against what is no report", async () => {
		const { code, err } = await cli("clauses", "--unreached", await put("none.json", "{}"));
		expect(code).toBe(2);
		expect(err).toContain("expected a report of swf-conformance");
	});
});

describe("serve", () => {
	test("prints its address when it is ready, answers, and ends with 0 at a signal", async () => {
		const { child, ended } = start(["serve", "--port", "0", "--clock", "virtual"]);
		const line = await new Promise<string>((ready) => child.stdout?.once("data", (chunk: Buffer) => ready(chunk.toString())));
		const { url } = JSON.parse(line) as { readonly url: string };
		expect((await fetch(`${url}/_swf/health`)).status).toBe(200);
		child.kill("SIGTERM");
		expect((await ended).code).toBe(0);
	});
});

describe("secrets", () => {
	test.each(["sdk", "wire"])(
		"stay out of everything that is written and printed, also where a target echoes them (%s)",
		async (client) => {
			const url = await serve(async (request) => {
				if (request.operation !== "StartWorkflowExecution") return request.honest();
				const { authorization } = request.headers;
				const message = `${authorization} ${request.headers["x-amz-security-token"]} canary-secret-access-key`;
				return {
					status: 400,
					body: JSON.stringify({ __type: "OperationNotPermittedFault", message }),
					headers: { "x-echo": message },
				};
			});
			const out = await newFolder();
			const environment = {
				AWS_ACCESS_KEY_ID: "AKIACANARYCANARYCANA",
				AWS_SECRET_ACCESS_KEY: "canary-secret-access-key",
				AWS_SESSION_TOKEN: "canary-session-token",
			};
			const {
				code,
				out: printed,
				err,
			} = await start(["run", "area/passes", "--target", url, "--client", client, "--out", out], environment).ended;
			expect(code).toBe(1);
			const files = await Promise.all((await readdir(out)).map((name) => readFile(join(out, name), "utf8")));
			expect(files.length).toBeGreaterThanOrEqual(5);
			for (const text of [printed, err, ...files]) {
				expect(text).not.toMatch(/canary/i);
				expect(text).not.toMatch(/Signature=[0-9a-f]{8}/);
			}
		},
	);
});

describe("a program as client", () => {
	let programs: LinePrograms;
	beforeAll(() => {
		programs = linePrograms();
	});
	afterAll(() => programs.remove());

	test("that is none is refused with 2, in one line that says why", async () => {
		const client = `exec:${programs.command('console.error("no boto3"); process.exit(1)')}`;
		const { code, err } = await cli("run", "area/passes", "--client", client, "--target", "reference:virtual");
		expect({ code, err }).toEqual({
			code: 2,
			err: `swf-conformance: --client ${client}: the client program ended with exit code 1; its last words: no boto3\n`,
		});
	});

	test("is refused with 2 where the target is out of its reach, and leaves no process", async () => {
		const { code, err } = await cli("run", "area/passes", "--client", `exec:${programs.command("say(hello); asked(() => 0)")}`);
		expect(code).toBe(2);
		expect(err).toContain("which is answered inside this process; try --target reference:virtual");
	});

	test.each([
		["once", 1],
		["twice, although it does not look at the end of its input", 2],
	])("leaves no process when the run is interrupted %s", async (_, times) => {
		const pids = join(await newFolder(), "pids");
		const client = `exec:${programs.command(`
			import { spawn } from "node:child_process";
			import { writeFileSync } from "node:fs";
			const child = spawn(process.execPath, ["-e", "setInterval(() => 0, 1e6)"], { stdio: "ignore" });
			writeFileSync(${JSON.stringify(pids)}, JSON.stringify([process.pid, child.pid]));
			say(hello);
			setInterval(() => 0, 1e6);`)}`;
		const url = await serve((request) => request.honest());
		const { child, ended } = start(["run", "rows/**", "--target", url, "--client", client, "--out", await newFolder()]);
		await vi.waitFor(() => readFile(pids), 10_000);
		// The kit says so when it has heard the first.
		if (times > 1) child.stderr?.once("data", () => child.kill("SIGINT"));
		child.kill("SIGINT");
		const { code, err } = await ended;
		expect({ code, err }).toEqual({ code: 130, err: expect.stringContaining("interrupted: clearing up") });
		const processes = JSON.parse(await readFile(pids, "utf8")) as readonly number[];
		for (const pid of processes) await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 5_000);
	});
});
