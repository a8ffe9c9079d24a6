import { mkdtemp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { outcomeText } from "../../reports/profiles/profile-outcome.ts";
import type { Report } from "../../reports/report.ts";
import { reportSchemas } from "../../reports/schemas.ts";
import { type Built, build } from "../fixtures/build.ts";
import { type Ended, smallCorpus, startCommand } from "../fixtures/command.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const definitions = { profiles: { core: { about: "it", level: "MUST", cases: ["area/**"] } }, suites: { level: "SHOULD" } };
const freeze = {
	...{ version: 1, on: "2026-01-02", ...definitions },
	scenarios: Object.fromEntries(["area/gone", "area/passes"].map((id) => [id, { digest: "other", rows: { MUST: [""] } }])),
};

let built: Built;
beforeAll(() => {
	built = build({
		...smallCorpus,
		"specs/profiles.yaml": JSON.stringify({ ...definitions, renamed: {}, removed: {}, versions: { 1: { on: "", digest: "" } } }),
		"specs/profiles/1.json": JSON.stringify(freeze),
	});
}, 60_000);
afterAll(() => built.remove());

const cli = (...args: readonly string[]): Promise<Ended> => startCommand(built, args).ended;
const newFolder = () => mkdtemp(join(built.folder, "out-"));
const textOf = (folder: string, file: string) => readFile(join(folder, file), "utf8");

async function readReport(folder: string): Promise<Report> {
	const schemas = await reportSchemas();
	const report = JSON.parse(await textOf(folder, "report.json")) as Report;
	expect(schemas.report(report)).toBeUndefined();
	for (const line of (await textOf(folder, "report.ndjson")).trimEnd().split("\n"))
		expect(schemas.line(JSON.parse(line))).toBeUndefined();
	return report;
}

describe("a run of a profile", () => {
	test("plays its cases and no others, and tells why the target does not conform", async () => {
		const out = await newFolder();
		const { code, out: printed } = await cli("run", "--profile", "core", "--out", out);
		const { cases, profiles = [] } = await readReport(out);
		expect(cases.map(({ id }) => id)).toEqual(["area/fails", "area/passes", "area/waits"]);
		expect(profiles.map(outcomeText)).toEqual(["core is not conformant: 2 of 3 required cases passed; 1 fail"]);
		expect(printed).toContain("profile     core is not conformant: 2 of 3 required cases passed; 1 fail\n");
		expect(code).toBe(1);
	});

	test("that is frozen plays none that was added after, and tells which these are", async () => {
		const out = await newFolder();
		const { code, out: printed } = await cli("run", "--profile", "core@1", "--out", out);
		const { cases, profiles } = await readReport(out);
		expect(cases.map(({ id }) => id)).toEqual(["area/passes"]);
		expect(profiles).toMatchObject([
			{ conformant: true, addedAfter: ["area/fails", "area/waits"], removed: ["area/gone"], rewritten: ["area/passes"] },
		]);
		expect(printed).toContain("            not scored: added after: area/fails, area/waits\n");
		expect(await textOf(out, "report.md")).toContain("  - not scored: added after: `area/fails`, `area/waits`\n");
		expect(code).toBe(0);
	});

	test("counts what patterns leave out as not in the report", async () => {
		const out = await newFolder();
		await cli("run", "area/passes", "rows/**", "--profile", "core", "--out", out);
		expect((await readReport(out)).profiles?.map(outcomeText)).toEqual([
			"core is not conformant: 1 of 3 required cases passed; 2 not in the report",
		]);
	});

	test("plays the cases of all that are named", async () => {
		const out = await newFolder();
		await cli("run", "--profile", "core@1", "--profile", "rows", "--out", out);
		expect((await readReport(out)).cases.map(({ id }) => id)).toEqual(["area/passes", "rows/table:one", "rows/table:two"]);
	});

	test.each([
		[["--profile", "cor"], "--profile cor: expected core or the name of a suite. Did you mean core?"],
		[["rows/**", "--profile", "core"], "--profile core: none of the cases that were asked for belongs to it"],
	])("is refused where it means nothing: %j", async (args, told) => {
		expect(await cli("run", ...args)).toEqual({ code: 2, out: "", err: `swf-conformance: ${told}\n` });
	});
});

test("evidence of a run is judged by its profile as the run was", async () => {
	const [out, again] = [await newFolder(), await newFolder()];
	await cli("run", "--profile", "core@1", "--out", out);
	await cli("judge", join(out, "evidence.ndjson"), "--profile", "core@1", "--out", again);
	expect(await textOf(again, "report.json")).toBe(await textOf(out, "report.json"));
});

test("evidence of more than a profile is judged as a whole", async () => {
	const [out, again] = [await newFolder(), await newFolder()];
	await cli("run", "--out", out);
	await cli("judge", join(out, "evidence.ndjson"), "--profile", "core@1", "--out", again);
	const { cases, profiles } = await readReport(again);
	expect(cases).toHaveLength(5);
	expect(profiles).toMatchObject([{ conformant: true, required: 1 }]);
});
