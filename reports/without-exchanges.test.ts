import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rendered, richReport } from "./fixtures/load.ts";
import { loadReport, loadWithoutExchanges } from "./open-report.ts";
import { renderers } from "./renderers.ts";
import { lineOf } from "./report-lines.ts";
import { withoutExchanges } from "./without-exchanges.ts";

let folder = "";
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "swf-conformance-slim-"));
});
afterAll(() => rm(folder, { recursive: true }));

const put = async (name: string, text: string | Buffer): Promise<string> => {
	const file = join(folder, name);
	await writeFile(file, text);
	return file;
};
const slim = (value: unknown, indent?: number): unknown =>
	JSON.parse(withoutExchanges(Buffer.from(JSON.stringify(value, null, indent))).toString("utf8"));

/** Any JSON, in which names and texts look like what is looked for. */
const text = fc.oneof(
	fc.constantFrom("exchanges", "cases", "case", '"exchanges":[', "\\", '\\"', "]}", "[{", "\u2028😀"),
	fc.string(),
);
const { value } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ maxDepth: 6 },
		text,
		fc.integer(),
		fc.constant(null),
		fc.array(tie("value"), { maxLength: 4 }),
		tie("members"),
	),
	members: fc.dictionary(
		text.filter((name) => name !== "__proto__"),
		tie("value"),
		{ maxKeys: 4 },
	),
}));
const member = fc.dictionary(
	text.filter((name) => !["exchanges", "__proto__"].includes(name)),
	value,
	{ maxKeys: 3 },
);
const one = fc
	.tuple(member, fc.array(value, { maxLength: 3 }), member)
	.map(([before, exchanges, after]) => ({ ...before, exchanges, ...after }));
const beside = fc.dictionary(
	text.filter((name) => !["cases", "case", "__proto__"].includes(name)),
	value,
	{ maxKeys: 3 },
);

test("of a document the exchanges of cases are left out, and nothing else, whatever stands in it", () => {
	fc.assert(
		fc.property(
			beside,
			fc.array(one, { maxLength: 3 }),
			beside,
			fc.constantFrom(undefined, 2),
			(before, cases, after, indent) => {
				const left = cases.map((each) => ({ ...each, exchanges: [] }));
				expect(slim({ ...before, cases, ...after }, indent)).toEqual({ ...before, cases: left, ...after });
			},
		),
	);
});

test("so they are of a line", () => {
	fc.assert(
		fc.property(beside, one, beside, (before, each, after) => {
			expect(slim({ ...before, case: each, ...after })).toEqual({ ...before, case: { ...each, exchanges: [] }, ...after });
		}),
	);
});

test("what was cut off anywhere stays what is no JSON, and lines stay as many", () => {
	const lines = [{ case: { exchanges: [{ body: '"]' }], id: "a" } }, { case: { exchanges: [[], [1]] } }].map((each) =>
		JSON.stringify(each),
	);
	const all = `${lines.join("\n")}\n`;
	expect(withoutExchanges(Buffer.from(all)).toString()).toBe('{"case":{"exchanges":[],"id":"a"}}\n{"case":{"exchanges":[]}}\n');
	const [first = ""] = lines;
	for (let length = 1; length < first.length; length += 1)
		expect(() => JSON.parse(withoutExchanges(Buffer.from(first.slice(0, length))).toString())).toThrow();
});

test("a report that is read so is the report but for them: as a document, packed, and in lines", async () => {
	const report = await richReport();
	const expected = { ...report, cases: report.cases.map((each) => ({ ...each, exchanges: [] })) };
	const json = await rendered(renderers.json.render, report);
	const { cases, clauses, summary, ended, interrupted, answers, ...opening } = report;
	const ending = { ended, interrupted, ...(answers === undefined ? {} : { answers }), summary };
	const lines = [
		lineOf({ record: "header", ...opening }),
		...Object.values(clauses).map((clause) => lineOf({ record: "clause", clause })),
		...cases.map((each) => lineOf({ record: "case", case: each })),
		lineOf({ record: "footer", ...ending }),
	].join("");
	for (const file of [await put("a.json", json), await put("a.json.gz", gzipSync(json)), await put("a.ndjson", lines)])
		expect(await loadWithoutExchanges(file)).toEqual(expected);
});

test.each([
	["nothing", ""],
	["no JSON", '{"report":"swf-conformance","cases":[{"exchanges":[1,2,3]}],,}'],
	["another document", '{"cases":[{"exchanges":[]}]}'],
	["half of the lines", '{"record":"header","report":"swf-conformance","format":1}\n'],
])("a file that holds %s is refused in the words of who reads all of it", async (name, text) => {
	const file = await put(`${name}.json`, text);
	const told = await loadReport(file).catch((error: unknown) => error);
	expect(told).toBeInstanceOf(Error);
	await expect(loadWithoutExchanges(file)).rejects.toThrow(told instanceof Error ? told.message : "");
});
