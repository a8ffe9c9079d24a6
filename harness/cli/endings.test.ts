import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, openSync, rmSync } from "node:fs";
import { mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import type { Report } from "../../reports/report.ts";
import { reportSchemas } from "../../reports/schemas.ts";
import { type Built, build } from "../fixtures/build.ts";
import { type Ended, smallCorpus, startCommand } from "../fixtures/command.ts";
import { type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

let built: Built;
let server: Loopback | undefined;
let out: string;
beforeAll(() => {
	built = build(smallCorpus);
}, 60_000);
afterAll(() => built.remove());
afterEach(async () => {
	await server?.close();
	server = undefined;
});

const newFolder = async () => {
	out = await mkdtemp(join(built.folder, "out-"));
	return out;
};
const start = (...args: readonly string[]) => startCommand(built, args, { TMPDIR: built.folder });
async function serve(replyTo: (request: Request) => Reply | Promise<Reply>): Promise<string> {
	server = await openLoopback(replyTo);
	return server.url;
}
async function reportIn(file: string): Promise<Report> {
	const report = JSON.parse(await readFile(file, "utf8")) as Report;
	expect((await reportSchemas()).report(report)).toBeUndefined();
	return report;
}
const verdictsIn = async (file = join(out, "report.json")) =>
	Object.fromEntries((await reportIn(file)).cases.map(({ id, verdict }) => [id, verdict]));
const trace = /\n {4}at |a defect of the kit/;

/** A run of two cases, one after the other, on a target that hangs in the second, and from then on does as it is told. */
async function hangingRun(
	hung: (run: ReturnType<typeof start>) => void,
	after: (request: Request, run: ReturnType<typeof start>) => Reply | Promise<Reply>,
	...more: readonly string[]
): Promise<Ended> {
	let run: ReturnType<typeof start> | undefined;
	let hangs = false;
	const url = await serve((request) => {
		if (run === undefined) return "close";
		if (hangs) return after(request, run);
		if (request.operation !== "StartWorkflowExecution" || request.input["input"] !== "b") return request.honest();
		hangs = true;
		hung(run);
		return "hang";
	});
	run = start("run", "rows/**", "--target", url, "--concurrency", "1", "--out", await newFolder(), ...more);
	return run.ended;
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
	"%s in the middle of a case keeps what was measured, and says where",
	async (signal) => {
		const ended = await hangingRun(
			({ child }) => child.kill(signal),
			(request) => request.honest(),
		);
		expect(ended).toMatchObject({
			code: 130,
			err: expect.stringContaining(`what was measured so far is in ${out}/evidence.ndjson`),
		});
		expect(await verdictsIn()).toEqual({ "rows/table:one": "pass", "rows/table:two": "skipped" });
		expect(ended.err).not.toMatch(trace);
	},
);

test("a second signal ends it at once, and what was recorded until then can be judged", async () => {
	const ended = await hangingRun(
		({ child }) => child.kill("SIGINT"),
		// Clearing up hangs as well, and somebody loses patience.
		(_, { child }) => {
			child.kill("SIGINT");
			return "hang";
		},
	);
	expect(ended.code).toBe(130);
	expect(existsSync(join(out, "report.json"))).toBe(false);
	const judged = await start("judge", join(out, "evidence.ndjson"), "--partial", "--quiet", "--out", out).ended;
	expect(judged.code).toBe(0);
	expect(await verdictsIn()).toEqual({ "rows/table:one": "pass" });
});

test("a signal while a report is being written lets it be written", async () => {
	const pipe = join(await newFolder(), "pipe");
	execFileSync("mkfifo", [pipe]);
	const run = start("run", "rows/**", "--out", out, "--report", `json=${pipe}`, "--report", "junit");
	const isWhole = () => readFile(join(out, "evidence.ndjson"), "utf8").then((text) => text.includes('"unplayed"'));
	await expect.poll(isWhole, { timeout: 30_000 }).toBe(true);
	run.child.kill("SIGTERM");
	const [text, ended] = await Promise.all([readFile(pipe, "utf8"), run.ended]);
	expect(ended).toMatchObject({ code: 130, err: expect.stringContaining("interrupted") });
	expect(JSON.parse(text)).toMatchObject({ interrupted: false, summary: { cases: 2 } });
	expect((await readdir(out)).sort()).toEqual(["evidence.ndjson", "pipe", "report.ndjson", "report.xml"]);
});

test("a second signal while a report is being written leaves no half of it", async () => {
	const path = join(await newFolder(), "report.json");
	const script = `import { writeWhole } from ${JSON.stringify(join(built.folder, "dist/harness/cli/write-whole.js"))};
		await writeWhole(${JSON.stringify(path)}, (async function* () { yield "half of it"; yield "more"; process.exit(130); })());`;
	expect(spawnSync(process.execPath, ["--input-type=module", "--eval", script]).status).toBe(130);
	expect(await readdir(out)).toEqual([]);
});

test("a full disk for the evidence while it runs costs nothing of it: it goes on elsewhere, and where is told", async () => {
	await newFolder();
	for (const name of ["evidence.ndjson", "report.ndjson"]) await symlink("/dev/full", join(out, name));
	const ended = await start("run", "rows/**", "--out", out).ended;
	const kept =
		/evidence\.ndjson: no space left on device \(ENOSPC\); what is measured is kept in (\S+)/.exec(ended.err)?.[1] ?? "";
	expect(ended.code).toBe(0);
	expect(await verdictsIn()).toEqual({ "rows/table:one": "pass", "rows/table:two": "pass" });
	const judged = await start("judge", kept, "--quiet", "--out", await newFolder()).ended;
	expect(judged).toEqual({ code: 0, out: "", err: "" });
	expect(ended.err).not.toMatch(trace);
});

test("a full disk everywhere ends the run, with what there is and no trace", async () => {
	await newFolder();
	await writeFile(join(out, "no-folder"), "");
	await symlink("/dev/full", join(out, "evidence.ndjson"));
	const { ended } = startCommand(built, ["run", "rows/**", "--out", out], { TMPDIR: join(out, "no-folder") });
	const { code, err } = await ended;
	expect({ code, err }).toEqual({
		code: 6,
		err: expect.stringMatching(/evidence\.ndjson: no space left .*; nor can .*no-folder be written to/),
	});
	expect(err).not.toMatch(trace);
});

test("a full disk for one report ends with 6; it is written elsewhere, the others where they were to be", async () => {
	const {
		code,
		out: printed,
		err,
	} = await start(...["run", "rows/**", "--out", await newFolder(), "--report", "json=/dev/full", "--report", "junit"]).ended;
	const instead = /\/dev\/full: not written, no space left on device \(ENOSPC\); written to (\S+) instead/.exec(err)?.[1] ?? "";
	expect(code).toBe(6);
	expect(await verdictsIn(instead)).toEqual({ "rows/table:one": "pass", "rows/table:two": "pass" });
	expect(printed).toContain("2 cases: 2 pass");
	expect(existsSync(join(out, "report.xml"))).toBe(true);
	expect(err).not.toMatch(trace);
});

test("a folder that vanishes while cases are played is there again, with all that was measured", async () => {
	const ended = await hangingRun(
		({ child }) => {
			rmSync(out, { recursive: true });
			child.kill("SIGINT");
		},
		(request) => request.honest(),
	);
	expect(ended.code).toBe(130);
	expect(await verdictsIn()).toEqual({ "rows/table:one": "pass", "rows/table:two": "skipped" });
	expect(await readFile(join(out, "evidence.ndjson"), "utf8")).toContain('"unplayed"');
});

test("a folder that cannot be written to is refused before the target hears of it", async () => {
	const url = await serve((request) => request.honest());
	const file = join(await newFolder(), "file");
	await writeFile(file, "");
	const { code, err } = await start("run", "rows/**", "--target", url, "--out", join(file, "out")).ended;
	expect({ code, err }).toEqual({
		code: 2,
		err: expect.stringMatching(/--out .*: cannot be written to, not a directory \(ENOTDIR\)/),
	});
	expect(server?.asked).toEqual([]);
});

test("a reader who has seen enough keeps no report from being written", async () => {
	const { child, ended } = start("run", "rows/**", "area/fails", "--out", await newFolder());
	child.stdout?.destroy();
	child.stderr?.destroy();
	expect((await ended).code).toBe(1);
	expect(Object.keys(await verdictsIn())).toHaveLength(3);
});

test("a summary that a full disk does not take ends with 6, and the reports are there", async () => {
	const { ended } = startCommand(built, ["run", "rows/**", "--out", await newFolder()], {}, [
		"ignore",
		openSync("/dev/full", "w"),
		"pipe",
	]);
	const { code, err } = await ended;
	expect({ code, err }).toEqual({ code: 6, err: expect.stringContaining("standard output: no space left on device (ENOSPC)") });
	expect(Object.keys(await verdictsIn())).toHaveLength(2);
	expect(err).not.toMatch(trace);
});
