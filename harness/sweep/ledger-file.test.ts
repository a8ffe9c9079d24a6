import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { beginLedger, isAnythingLeft, resumeLedger } from "./ledger-file.ts";
import { type LedgerHeader, parseLedger } from "./parse-ledger.ts";
import type { RunLedger } from "./run-ledger.ts";

let folder = "";
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "ledger-"));
});
afterEach(() => rm(folder, { recursive: true }));

const header = (runToken = "token"): LedgerHeader => ({
	ledger: "swf-conformance",
	format: 1,
	kit: "0",
	target: "http://127.0.0.1:1",
	endpoint: "http://127.0.0.1:1",
	region: "us-east-1",
	runToken,
	started: "2026-11-22T00:00:00.000Z",
});
const file = () => join(folder, "ledger.ndjson");
const asks = (ledger: RunLedger, name: string) =>
	ledger.page().before({ operation: "RegisterDomain", input: { name }, step: "1" }, new AbortController().signal);
const read = async () => parseLedger(await readFile(file(), "utf8"), file());

describe("a ledger on disk", () => {
	test("is read as it was written", async () => {
		const { ledger, ...written } = await beginLedger(folder, header());
		await Promise.all(["a", "b", "c"].map((name) => asks(ledger, name)));
		ledger.cleared(ledger.entries.slice(0, 1));
		await written[Symbol.asyncDispose]();
		expect(await read()).toMatchObject({ header: header(), entries: ledger.entries });
		expect(ledger.entries.map(({ state }) => state)).toEqual(["cleared", "asked", "asked"]);
	});

	test("has a line on disk before its request may go", async () => {
		await using begun = await beginLedger(folder, header());
		await asks(begun.ledger, "a");
		expect((await read()).entries).toHaveLength(1);
	});

	test("that was cut off in its last line is gone on with behind the line before", async () => {
		const begun = await beginLedger(folder, header());
		await asks(begun.ledger, "a");
		await begun[Symbol.asyncDispose]();
		await writeFile(file(), '{"entry":1,"asks":{"kind":"dom', { flag: "a" });
		const resumed = await resumeLedger(file());
		resumed.ledger.cleared(resumed.ledger.entries);
		await resumed[Symbol.asyncDispose]();
		expect((await read()).entries.map(({ state }) => state)).toEqual(["cleared"]);
	});

	test("is replaced by that of the next run if nothing is left", async () => {
		const first = await beginLedger(folder, header("first"));
		await asks(first.ledger, "a");
		first.ledger.cleared(first.ledger.entries);
		await first[Symbol.asyncDispose]();
		await using second = await beginLedger(folder, header("second"));
		expect(second.earlier).toBeUndefined();
		expect(await readdir(folder)).toEqual(["ledger.ndjson"]);
		expect((await read()).header.runToken).toBe("second");
	});

	test.each([
		["something is left", `{"entry":0,"asks":{"kind":"domain","domain":"a"}}\n`, "ledger-first.ndjson"],
		["it cannot be read", "noise\n", "ledger-unread-before-second.ndjson"],
	])("of an earlier run is kept under another name if %s", async (_, more, name) => {
		await writeFile(file(), `${JSON.stringify(header("first"))}\n${more}`);
		await using second = await beginLedger(folder, header("second"));
		expect(second.earlier).toBe(join(folder, name));
		expect(await readFile(join(folder, name), "utf8")).toContain(more);
	});

	test("of an earlier run is never moved out of the folder by what it says", async () => {
		await writeFile(file(), `${JSON.stringify(header("../../x"))}\n{"entry":0,"asks":{"kind":"domain","domain":"a"}}\n`);
		await using second = await beginLedger(folder, header("second"));
		expect(second.earlier).toBe(join(folder, "ledger-______x.ndjson"));
	});
});

test.each([
	["a domain that was not cleared", '{"entry":0,"asks":{"kind":"domain","domain":"a"}}\n', true],
	["nothing", "", false],
	["what cannot be read", "noise\n", true],
])("something may be left where a ledger tells of %s", async (_, more, isLeft) => {
	expect(await isAnythingLeft(file())).toBe(false);
	await writeFile(file(), `${JSON.stringify(header())}\n${more}`);
	expect(await isAnythingLeft(file())).toBe(isLeft);
});

describe("what is no ledger is refused with its line", () => {
	const entry = '{"entry":0,"asks":{"kind":"execution","domain":"d","workflowId":"w"}}';
	test.each([
		["an empty file", "", "l:1:1: not a ledger"],
		["another kind of file", '{"evidence":"swf-conformance"}\n', "l:1:1: not a ledger"],
		[
			"a format of the future",
			'{"ledger":"swf-conformance","format":2}\n',
			"l:1:1: a ledger of format 2; this version reads format 1",
		],
		["a header without a token", `${JSON.stringify({ ...header(), runToken: "" })}\n`, "l:1:1: the header"],
		["a line of another kind", `${JSON.stringify(header())}\n${entry}\nnoise\n`, "l:3:1: not a line of a ledger"],
		["an entry out of order", `${JSON.stringify(header())}\n${entry.replace("0", "1")}\n`, "l:2:1: not a line of a ledger"],
		["a thing of no kind", `${JSON.stringify(header())}\n${entry.replace("execution", "toString")}\n`, "l:2:1: not a line"],
		["a thing without its name", `${JSON.stringify(header())}\n${entry.replace("workflowId", "name")}\n`, "l:2:1: not a line"],
		[
			"a change of an entry that is not there",
			`${JSON.stringify(header())}\n{"became":"made","entries":[0]}\n`,
			"l:2:1: not a line",
		],
	])("%s", (_, text, message) => {
		expect(() => parseLedger(text, "l")).toThrow(message);
	});
});
