import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { caseOf, reportOf } from "../../reports/fixtures/load.ts";
import type { Matrix } from "../../reports/matrix/matrix.ts";
import { type Built, build } from "../fixtures/build.ts";
import { smallCorpus, startCommand } from "../fixtures/command.ts";

// Each test starts processes, and the machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

const definitions = { profiles: { core: { about: "it", level: "MUST", cases: ["area/**"] } }, suites: { level: "SHOULD" } };
const freeze = { version: 1, on: "2026-01-02", ...definitions, scenarios: {} };

let built: Built;
beforeAll(async () => {
	built = build({
		...smallCorpus,
		"specs/profiles.yaml": JSON.stringify({ ...definitions, renamed: {}, removed: {}, versions: { 1: { on: "", digest: "" } } }),
		"specs/profiles/1.json": JSON.stringify(freeze),
	});
	const text = JSON.stringify(await reportOf([caseOf({ id: "area/fails", verdict: "fail" })]));
	for (const name of ["one", "two", "empty"]) await mkdir(join(built.folder, "reports", "published", name), { recursive: true });
	const put = (path: string, content: string | Uint8Array) =>
		writeFile(join(built.folder, "reports", "published", path), content);
	await Promise.all([put("one/report.json", text), put("one/report.html", ""), put("two/report.json.gz", gzipSync(text))]);
}, 60_000);
afterAll(() => built.remove());

const matrix = (...args: readonly string[]) => startCommand(built, ["matrix", ...args]).ended;
const read = (text: string) => JSON.parse(text) as Matrix;

describe("matrix", () => {
	test("reads what is published, packed or not, unless reports or folders are named, and ends with 0 whatever they say", async () => {
		const [published, named] = await Promise.all([
			matrix("--format", "json"),
			matrix("reports/published/two", "reports/published/one/report.json", "--format", "json"),
		]);
		const files = ["reports/published/one/report.json", "reports/published/two/report.json.gz"];
		expect(read(published.out).columns.map(({ file }) => file)).toEqual(files);
		expect(read(named.out).columns.map(({ file }) => file)).toEqual(files);
		expect([published.code, named.code]).toEqual([0, 0]);
	});

	test("tells of the profiles that are asked for, and else of all as they were frozen last", async () => {
		const names = async (...args: readonly string[]) =>
			read((await matrix("--format", "json", ...args)).out).columns[0]?.profiles.map(({ outcome }) => outcome.name);
		expect(await names()).toEqual(["core@1"]);
		expect(await names("--profile", "rows", "--profile", "core")).toEqual(["rows", "core"]);
	});

	test("writes to a file, from which it leads to the page beside a report", async () => {
		const { out } = await matrix("--format", "json", "--out", "made/here/matrix.json");
		const { columns } = read(await readFile(join(built.folder, "made", "here", "matrix.json"), "utf8"));
		expect(out).toBe("");
		expect(columns.map(({ page }) => page)).toEqual(["../../reports/published/one/report.html", undefined]);
	});

	test.each([
		[["reports/published/empty"], "expected report.json, report.json.gz, report.ndjson somewhere in this folder"],
		[["absent.json"], "absent.json: cannot be read, no such file or directory"],
		[["reports/published/one/report.html"], "the file is empty"],
		[["--profile", "cor"], "Did you mean core?"],
		[["--out", "package.json/x"], "--out package.json/x: cannot be written, "],
	])("is refused with 2 and one line where it cannot be: %j", async (args, told) => {
		const { code, out, err } = await matrix(...args);
		expect({ code, out }).toEqual({ code: 2, out: "" });
		expect(err).toMatch(/^swf-conformance: [^\n]+\n$/);
		expect(err).toContain(told);
	});
});
