import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { richReport } from "../../reports/fixtures/load.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { prepareOutputs } from "./outputs.ts";
import { type Terminal, UsageError } from "./terminal.ts";
import { writeReports } from "./write-reports.ts";
import { writeWhole } from "./write-whole.ts";

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "write-reports-"));
});
afterEach(() => rm(folder, { recursive: true }));

const terminal: Terminal = { out: () => undefined, err: () => undefined, isLive: false, color: false, width: 80 };

const written = async (...report: readonly string[]) => {
	const outputs = await prepareOutputs({ out: join(folder, "out"), report }, terminal);
	return writeReports(sourceOf(await richReport()), { ...outputs, spare: async () => join(folder, "spare") });
};

async function* chunks(...texts: readonly string[]): AsyncIterable<string> {
	yield* texts;
}
async function* broken(): AsyncIterable<string> {
	yield "half of it";
	throw new Error("no more");
}

test("a file is what it was before until it is whole, and nothing else is left of what failed", async () => {
	const path = join(folder, "report.json");
	await writeFile(path, "before");
	await expect(writeWhole(path, broken())).rejects.toThrow("no more");
	expect(await readFile(path, "utf8")).toBe("before");
	await writeWhole(path, chunks("all ", "of it"));
	expect(await readFile(path, "utf8")).toBe("all of it");
	expect(await readdir(folder)).toEqual(["report.json"]);
});

test("a link stays one, and what it leads to is written", async () => {
	await writeFile(join(folder, "real.json"), "before");
	await symlink("real.json", join(folder, "link.json"));
	await writeWhole(join(folder, "link.json"), chunks("after"));
	expect(await readFile(join(folder, "real.json"), "utf8")).toBe("after");
});

test("a pipe is written to as it is", async () => {
	const pipe = join(folder, "pipe");
	execFileSync("mkfifo", [pipe]);
	const [text] = await Promise.all([readFile(pipe, "utf8"), writeWhole(pipe, chunks("all"))]);
	expect(text).toBe("all");
});

test("a full disk keeps one report back and not the others; that one is written elsewhere, and where is told", async () => {
	const { files, problems } = await written("json=/dev/full", "junit", `markdown=${join(folder, "deep", "er", "r.md")}`);
	const instead = join(folder, "spare", "report.json");
	expect(files).toEqual([instead, join(folder, "out", "report.xml"), join(folder, "deep", "er", "r.md")]);
	expect(problems).toEqual([`/dev/full: not written, no space left on device (ENOSPC); written to ${instead} instead`]);
	for (const file of files) expect(existsSync(file)).toBe(true);
});

test("where nothing can be written both reasons are told", async () => {
	await writeFile(join(folder, "spare"), "a file in the way");
	const { files, problems } = await written("json=/dev/full");
	expect(files).toEqual([]);
	expect(problems).toEqual([
		expect.stringMatching(/^\/dev\/full: not written, no space .*; nor anywhere else, .*\((EEXIST|ENOTDIR)\)$/),
	]);
});

test.each([
	["a folder below a file", ["--out"], /--out .*\/file\/out: cannot be written to, not a directory \(ENOTDIR\)/],
	["a report below a file", ["json=FOLDER/file/report.json"], /--report json=.*: cannot be written to, .*\((ENOTDIR|EEXIST)\)/],
	["a report that is a folder", ["json=FOLDER"], /--report json=.*: cannot be written to, it is a folder; name a file/],
])("%s is refused before anything begins", async (_, wanted, message) => {
	await writeFile(join(folder, "file"), "");
	const report = wanted.filter((each) => each !== "--out").map((each) => each.replace("FOLDER", folder));
	const out = wanted.includes("--out") ? join(folder, "file", "out") : folder;
	const error: unknown = await prepareOutputs({ out, report }, terminal).catch((thrown: unknown) => thrown);
	expect(error).toBeInstanceOf(UsageError);
	expect(String(error)).toMatch(message);
});

test("the folders of reports are made", async () => {
	await prepareOutputs({ out: join(folder, "a", "b"), report: [`json=${join(folder, "c", "d", "r.json")}`] }, terminal);
	await expect(mkdir(join(folder, "a", "b"))).rejects.toThrow("EEXIST");
	expect(existsSync(join(folder, "c", "d"))).toBe(true);
});
