import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { fixtureText, richReport } from "./fixtures/load.ts";
import { loadReport, openReport } from "./open-report.ts";

const folder = await mkdtemp(join(tmpdir(), "swf-conformance-"));
afterAll(() => rm(folder, { recursive: true }));
const put = async (content: string | Uint8Array) => {
	const file = join(folder, "report.json.gz");
	await writeFile(file, content);
	return file;
};

test("a report that was packed is read as it was", async () => {
	const file = await put(gzipSync(fixtureText("report.json")));
	const report = await richReport();
	expect(await loadReport(file)).toEqual(report);
	expect((await openReport(file)).entries).toHaveLength(report.cases.length);
});

test("what only calls itself packed, or was cut off, is refused", async () => {
	for (const content of [fixtureText("report.json"), gzipSync(fixtureText("report.json")).subarray(0, 900)])
		await expect(loadReport(await put(content))).rejects.toThrow(/report\.json\.gz: expected a report packed by gzip/);
});

test("a small file that unpacks to more than there is room for is refused", async () => {
	const zeros = gzipSync(new Uint8Array(257 * 1024 * 1024), { level: 1 });
	await expect(loadReport(await put(zeros))).rejects.toThrow("of at most 256 MiB unpacked");
});
