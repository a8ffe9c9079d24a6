import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CaseReport, Report } from "../../reports/report.ts";
import { reportSchemas } from "../../reports/schemas.ts";
import { type Built, build } from "../fixtures/build.ts";
import { smallCorpus, startCommand } from "../fixtures/command.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 180_000 });

let built: Built;
const durations = '{ "area/fails": 900, "area/fails-too": 850, "area/waits": 700, "rows/table": 400, "area/passes": 50 }';
beforeAll(() => {
	built = build({
		...smallCorpus,
		"suites/area/fails-too.yaml": smallCorpus["suites/area/fails.yaml"] ?? "",
		"suites/durations.json": durations,
		"specs/profiles.yaml": "profiles: {}\nsuites: { level: MUST }\nrenamed: {}\nremoved: {}\nversions: {}\n",
	});
}, 60_000);
afterAll(() => built.remove());

const newFolder = () => mkdtemp(join(built.folder, "out-"));
const put = async (name: string, text: string): Promise<string> => {
	const file = join(await newFolder(), name);
	await writeFile(file, text);
	return file;
};
async function readReport(folder: string): Promise<Report> {
	const report = JSON.parse(await readFile(join(folder, "report.json"), "utf8")) as Report;
	expect((await reportSchemas()).report(report)).toBeUndefined();
	return report;
}

/** Where a command wrote to, and how it ended. */
interface Done {
	readonly folder: string;
	readonly code: number | null;
	readonly err: string;
}
async function done(...args: readonly string[]): Promise<Done> {
	const folder = await newFolder();
	const { code, err } = await startCommand(built, [...args, "--out", folder, "--quiet"]).ended;
	return { folder, code, err };
}
const whole = (...args: readonly string[]) => done("run", ...args);
const shards = (...args: readonly string[]) =>
	Promise.all(["1/3", "2/3", "3/3"].map((shard) => done("run", ...args, "--shard", shard)));
const merge = (...args: readonly string[]) => done("merge", ...args);
const filesOf = (runs: readonly Done[], name = "report.ndjson") => runs.map(({ folder }) => join(folder, name));

/** A report without times and run ids, and without the fixtures that a run shares among its cases. */
function timeless({ started: _, ended: __, cases, command, ...report }: Report): unknown {
	const same = cases.map(({ durationMs: ___, exchanges, ...one }) => ({ ...one, exchanges: exchanges.flatMap(toldOf) }));
	const whole = { ...report, command: command?.replace(/ --out \S+/, ""), cases: same };
	return JSON.parse(JSON.stringify(whole).replaceAll(/"22[\w/+]{30,}=?"/g, '"run id"'));
}
const toldOf = ({ step, operation, response }: CaseReport["exchanges"][number]) =>
	step === "fixtures" || step === "clearing" ? [] : [{ step, operation, status: response?.status }];

test("each case is played in one shard, and the joined report is that of a run of all, but for times", async () => {
	const args = ["area/**", "rows/**", "--client", "wire", "--profile", "area", "--profile", "rows"];
	const [one, runs] = await Promise.all([whole(...args), shards(...args)]);
	const sizes = await Promise.all(runs.map(async ({ folder }) => (await readReport(folder)).cases.map(({ id }) => id)));
	expect(sizes).toEqual([
		["area/fails", "area/passes"],
		["area/fails-too", "rows/table:two"],
		["area/waits", "rows/table:one"],
	]);
	expect(runs.map(({ code }) => code)).toEqual([1, 1, 0]);
	const joined = await merge(...filesOf(runs).toReversed());
	expect([joined.code, one.code]).toEqual([1, 1]);
	expect(timeless(await readReport(joined.folder))).toEqual(timeless(await readReport(one.folder)));
});

test("evidence of shards is judged to reports that join to the very same", async () => {
	const runs = await shards("--target", "reference:virtual");
	const joined = await merge(...filesOf(runs));
	const judged = await Promise.all(filesOf(runs, "evidence.ndjson").map((file) => done("judge", file)));
	const again = await merge(...filesOf(judged, "report.json"));
	expect(await readFile(join(again.folder, "report.json"), "utf8")).toBe(
		await readFile(join(joined.folder, "report.json"), "utf8"),
	);
});

test("an expectation of which nothing is found fails the whole, and no shard that has a part of its cases", async () => {
	const known = await put(
		"known.yaml",
		[
			"failures:",
			"  - { cases: 'area/fails*', reason: not yet }",
			"  - { cases: 'area/fails*', verdict: unsupported, reason: known by now }",
			"  - { cases: area/fails-too, verdict: unsupported, reason: known by now }",
			"",
		].join("\n"),
	);
	const args = ["--expectations", known];
	const [one, runs] = await Promise.all([whole(...args), shards(...args)]);
	const joined = await merge(...filesOf(runs));
	expect(runs.map(({ code }) => code)).toEqual([0, 1, 0]);
	const unmet = await Promise.all([...runs, joined].map(async ({ folder }) => (await readReport(folder)).unmet?.length ?? 0));
	expect(unmet).toEqual([0, 1, 0, 2]);
	expect([joined.code, one.code]).toEqual([1, 1]);
	expect(timeless(await readReport(joined.folder))).toEqual(timeless(await readReport(one.folder)));
});

test("what is found in any shard is found", async () => {
	const known = await put("known.yaml", "failures:\n  - { cases: area/fails*, reason: not yet }\n");
	const runs = await shards("--expectations", known);
	const joined = await merge(...filesOf(runs));
	expect([...runs, joined].map(({ code }) => code)).toEqual([0, 0, 0, 0]);
});

test("shards whose expectations file is elsewhere now are joined by it, and by no other", async () => {
	const text = "failures:\n  - { cases: area/fails*, reason: not yet }\n";
	const [known, elsewhere, other] = [await put("a.yaml", text), await put("b.yaml", text), await put("c.yaml", `${text}\n`)];
	const files = filesOf(await shards("--expectations", known));
	await rm(known);
	expect(await merge(...files)).toMatchObject({
		code: 2,
		err: expect.stringContaining(`--expectations ${known}: cannot be read`),
	});
	expect(await merge(...files, "--expectations", other)).toMatchObject({
		code: 2,
		err: expect.stringContaining("not what the shards had"),
	});
	const { code, folder } = await merge(...files, "--expectations", elsewhere);
	expect(code).toBe(0);
	expect((await readReport(folder)).expectations).toBe(known);
});

test("what does not belong together is refused in whole lines, and nothing is written", async () => {
	const [first, second] = await shards();
	const other = await done("run", "--client", "wire", "--shard", "3/3");
	if (first === undefined || second === undefined) throw new Error("three shards were played");
	const { code, err, folder } = await merge(...filesOf([first, first, other]));
	const [one = "", again, three] = filesOf([first, first, other]);
	expect(code).toBe(2);
	expect(err).toContain(`these reports cannot be joined\n  ${three}: client.name is "wire", and "sdk" in ${one}\n`);
	expect(err).toContain(`  ${again}: shard 1 of 3 once more, after ${one}\n`);
	expect(err).toContain("  shard 2 of 3 is missing; give its report, or say --partial\n");
	expect(await readdir(folder)).toEqual([]);
});

test("where a shard is missing or was cut off, what there is is joined if that will do, as a run that was interrupted", async () => {
	const [first, second, third] = await shards();
	if (first === undefined || second === undefined || third === undefined) throw new Error("three shards were played");
	const lines = (await readFile(join(third.folder, "report.ndjson"), "utf8")).trimEnd().split("\n");
	const cut = await put("cut.ndjson", `${lines.slice(0, -2).join("\n")}\n${lines.at(-2)?.slice(0, 50)}`);
	const [one = "", two = ""] = filesOf([first, second]);
	expect(await merge(one, two, cut)).toMatchObject({ code: 2, err: expect.stringContaining("it was cut off after 1 cases") });
	const joined = await merge(one, cut, "--partial");
	expect(joined).toMatchObject({
		code: 130,
		err: `shard 2 of 3 is missing; only what there is was joined\n${cut}: cut off after 1 cases; only what there is was joined\n`,
	});
	const report = await readReport(joined.folder);
	expect(report).toMatchObject({ interrupted: true, summary: { cases: 3 } });
	expect(report).not.toHaveProperty("shard");
});

test("more shards than cases leave some with none, which is no failure", async () => {
	const runs = await Promise.all(["1/2", "2/2"].map((shard) => done("run", "area/passes", "--shard", shard)));
	expect((await Promise.all(runs.map(({ folder }) => readReport(folder)))).map(({ cases }) => cases.length)).toEqual([1, 0]);
	expect([...runs, await merge(...filesOf(runs))].map(({ code }) => code)).toEqual([0, 0, 0]);
});

test("a report of another run says how long cases take", async () => {
	const { folder } = await whole();
	const report = await readReport(folder);
	const slow = { ...report, cases: report.cases.map((one) => ({ ...one, durationMs: one.id === "area/passes" ? 9_000 : 1 })) };
	const file = await put("slow.json", JSON.stringify(slow));
	const alone = await done("run", "--shard", "1/2", "--durations", file);
	expect((await readReport(alone.folder)).cases.map(({ id }) => id)).toEqual(["area/passes"]);
});

test.each([
	[["--shard", "0/3"], "expected which of how many, as 2/5"],
	[["--shard", "4/3"], "expected which of how many, as 2/5"],
	[["--shard", "2"], "expected which of how many, as 2/5"],
	[["--shard", "1/1001"], "at most 1000"],
	[["--durations", "report.json"], "--durations report.json: says how --shard splits; give --shard too"],
	[["--shard", "1/2", "--durations", "nowhere.json"], "nowhere.json: cannot be read"],
])("run %j is refused", async (args, message) => {
	expect(await done("run", ...args)).toMatchObject({ code: 2, err: expect.stringContaining(message) });
});
