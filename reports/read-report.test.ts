import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { fixtureText, richReport } from "./fixtures/load.ts";
import { readReport } from "./read-report.ts";
import { type Finding, type Level, type Report, type ReportClause, verdicts } from "./report.ts";
import { ReportError } from "./report-error.ts";

const text = fixtureText("report.json");

const refusal = async (broken: string): Promise<string> => {
	const error: unknown = await readReport(broken, "a/report.json").catch((thrown: unknown) => thrown);
	if (error instanceof ReportError) return error.message;
	throw new Error(`not refused with a ReportError: ${String(error)}`);
};

/** The report with one member replaced, by its path; `undefined` removes it. */
const changed = (path: readonly (string | number)[], value: unknown): string => {
	const report: unknown = JSON.parse(text);
	const last = path.at(-1) ?? "";
	const holder = path.slice(0, -1).reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), report);
	if (value === undefined) Reflect.deleteProperty(Object(holder), last);
	else Reflect.set(Object(holder), last, value);
	return JSON.stringify(report);
};

test("a report that was written is read as it was", async () => {
	expect(await readReport(text, "report.json")).toEqual(JSON.parse(text));
	expect(await readReport(`\ufeff${text}`, "report.json")).toEqual(JSON.parse(text));
});

test.each([
	["an empty file", "", /^a\/report.json: expected a JSON report, but the file is empty; .*run it again/],
	["a truncated report", text.slice(0, 2_000), /expected a JSON report, but the file is not JSON \(.*\); if the run was cut off/],
	["a page of HTML", "<html>\u001b[2J", /is not JSON \(.*<html>\\u001b\[2J/],
	["another JSON document", '{"results":{}}', /expected a report of swf-conformance.*; name a file that/],
	["a list", "[]", /expected a report of swf-conformance/],
	["null", "null", /expected a report of swf-conformance/],
	[
		"a report of a later format",
		changed(["format"], 2),
		/expected format 1 of the report, found 2; read it with the version of the kit that wrote it/,
	],
	["a report of no format", changed(["format"], undefined), /expected format 1 of the report, found none/],
])("%s is refused with what was expected and what to do", async (_, broken, message) => {
	expect(await refusal(broken)).toMatch(message);
});

test("a finding may tell all that was expected of a history", async () => {
	const history = {
		relation: "inOrder",
		events: [
			{ eventType: "TimerStarted", met: 4 },
			{ eventType: "TimerFired", attributes: { startedEventId: { $any: true } } },
		],
		ignoring: ["MarkerRecorded"],
	};
	const findings = [{ check: "expectations", clause: "c", level: "MUST", message: "m", history }];
	const told = (value: unknown): string => changed(["cases", 0, "findings"], value);
	expect((await readReport(told(findings), "report.json")).cases[0]?.findings).toEqual(findings);
	expect(await refusal(told([{ ...findings[0], history: { ...history, relation: "near" } }]))).toMatch(
		/history\/relation must be equal to one of/,
	);
});

test.each([
	["a misspelt verdict", ["cases", 0, "verdict"], "passed", /\/cases\/0\/verdict must be equal to one of .*, found "passed"/],
	["a member that is missing", ["cases", 0, "replay"], undefined, /\/cases\/0 must have required property 'replay'/],
	["a member too many", ["cases", 0, "notes"], "x", /\/cases\/0 must NOT have additional properties \(notes\)/],
	["a member too many within", ["cases", 0, "checks", "skipped"], 0, /\/cases\/0\/checks must NOT have/],
	["a negative duration", ["cases", 0, "durationMs"], -1, /\/cases\/0\/durationMs must be >= 0, found -1/],
	["a share above one", ["summary", "divergence"], 1.5, /\/summary\/divergence must be <= 1/],
	["a time in words", ["started"], "yesterday", /\/started must match pattern .*, found "yesterday"/],
	[
		"a clause without a source",
		["clauses", "domains/registration", "sources"],
		[],
		/\/clauses\/domains~1registration\/sources must NOT have fewer/,
	],
	[
		"a clause that is not text",
		["clauses", "domains/registration", "text"],
		5,
		/\/clauses\/domains~1registration\/text must be string, found 5/,
	],
	["a header that is not text", ["cases", 0, "exchanges", 0, "request", "headers", "x"], 1, /headers\/x must be string, found 1/],
	["a witness that is no position", ["cases", 0, "findings", 0, "exchanges"], [0.5], /exchanges\/0 must be integer/],
	["a verdict that the summary does not count", ["summary", "verdicts", "warn"], undefined, /must have required property 'warn'/],
] as const)("%s is refused at its place", async (_, path, value, message) => {
	expect(await refusal(changed(path, value))).toMatch(message);
});

test("a report whose summary flatters its cases is refused", async () => {
	expect(await refusal(changed(["summary", "failed"], 0))).toMatch(/its summary is not that of its cases/);
	expect(await refusal(changed(["cases", 0, "verdict"], "pass"))).toMatch(/its summary is not that of its cases/);
});

test("shares with fewer digits are the same shares", async () => {
	await expect(readReport(changed(["summary", "divergence"], 0.33333), "r.json")).resolves.toBeDefined();
});

test("a case that occurs twice and a clause under another's name are refused", async () => {
	const { cases } = await richReport();
	expect(await refusal(changed(["cases"], [...cases, cases[0]]))).toMatch(/the case child-policies\/\S+ occurs more than once/);
	expect(await refusal(changed(["clauses", "domains/registration", "id"], "x"))).toMatch(
		/the clause under domains\/registration calls itself x/,
	);
});

test("a value that a target nested deeply is read like any other", async () => {
	const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
	await expect(readReport(text.replace('"observed": "OPEN"', `"observed": ${deep}`), "r.json")).resolves.toBeDefined();
});

const schema = JSON.parse(readFileSync(new URL("../specs/report.schema.json", import.meta.url), "utf8")) as {
	readonly examples: readonly Report[];
	readonly $defs: {
		readonly [name: string]: {
			readonly enum?: readonly string[];
			readonly required?: readonly string[];
			readonly examples?: readonly unknown[];
		};
	};
};

test("the examples of the schema fit it, and the whole one is a report", async () => {
	const ajv = new Ajv2020({ strict: true });
	ajv.addSchema(schema, "report");
	for (const [name, { examples = [] }] of Object.entries(schema.$defs))
		for (const example of examples) expect([name, ajv.validate(`report#/$defs/${name}`, example)]).toEqual([name, true]);
	expect(schema.examples).toHaveLength(1);
	for (const example of schema.examples) await expect(readReport(JSON.stringify(example), "example")).resolves.toEqual(example);
});

test("the schema knows the verdicts that the vocabulary knows", () => {
	expect(schema.$defs["verdict"]?.enum).toEqual(verdicts);
	expect(schema.$defs["verdicts"]?.required).toEqual(verdicts);
});

test.each<readonly [path: readonly (string | number)[], words: readonly string[]]>([
	[["clock"], ["virtual", "wall"] satisfies readonly Report["clock"][]],
	[
		["clauses", "domains/registration", "standing"],
		["documented", "modelled", "observed", "inferred"] satisfies readonly ReportClause["standing"][],
	],
	[["clauses", "domains/registration", "level"], ["MUST", "SHOULD", "MAY"] satisfies readonly Level[]],
	[["cases", 0, "findings", 0, "check"], ["expectations", "contract", "invariants"] satisfies readonly Finding["check"][]],
])("at %j the schema knows %j and no other word", async (path, words) => {
	for (const word of words) await expect(readReport(changed(path, word), "r.json")).resolves.toBeDefined();
	expect(await refusal(changed(path, "other"))).toMatch(/must be equal to one of the allowed values/);
});

test("every object of the schema is closed, unless it is keyed by names", () => {
	const open: string[] = [];
	const visit = (node: unknown, path: string): void => {
		if (typeof node !== "object" || node === null) return;
		if (Reflect.get(node, "type") === "object" && Reflect.get(node, "additionalProperties") === undefined) open.push(path);
		for (const [name, inner] of Object.entries(node)) if (name !== "examples") visit(inner, `${path}/${name}`);
	};
	visit(schema, "");
	expect(open).toEqual([]);
});
