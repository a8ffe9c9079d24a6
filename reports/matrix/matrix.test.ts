import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { caseOf, richReport } from "../fixtures/load.ts";
import type { Profile } from "../profiles/profile.ts";
import type { CaseReport, Report } from "../report.ts";
import { sourceOf } from "../report-source.ts";
import { summarize } from "../summarize.ts";
import { buildMatrix } from "./build-matrix.ts";
import type { Matrix } from "./matrix.ts";
import { type MatrixFormat, matrixRenderers } from "./matrix-renderers.ts";

const rich = await richReport();
const clause = (id: string) => ({ id, text: `text of ${id}`, sources: ["s"], standing: "documented", level: "MUST" }) as const;
const clauses = Object.fromEntries(["a/one", "a/two", "b/one"].map((id) => [id, clause(id)]));

const reportOf = (version: string, cases: readonly CaseReport[], more: Partial<Report> = {}): Report => ({
	...{ ...rich, target: { ...rich.target, name: "emulator", version }, interrupted: false },
	...{ clauses, cases, summary: summarize(cases), ...more },
});
const inputOf = (file: string, report: Report, page?: string) => ({
	...{ file, report: sourceOf(report) },
	...(page === undefined ? {} : { page }),
});
const core: Profile = {
	...{ name: "core@1", level: "MUST", required: new Set(["a/1", "a/2"]) },
	...{ addedAfter: [], removed: [], rewritten: [] },
};

const older = [
	caseOf({ id: "a/1", verdict: "fail", clauses: ["a/one"], findings: [] }),
	caseOf({ id: "a/2", verdict: "unsupported", clauses: ["a/two"], reason: "it lacks timers" }),
	caseOf({ id: "a/3", clauses: ["b/one"] }),
];
const newer = [
	caseOf({ id: "a/1", clauses: ["a/one"] }),
	caseOf({ id: "a/2", clauses: ["a/one"] }),
	caseOf({ id: "b/1", clauses: ["b/one"] }),
];
const matrix = (): Promise<Matrix> =>
	buildMatrix(
		[inputOf("new.json", reportOf("10.0.0", newer)), inputOf("old.json", reportOf("9.1.0", older), "../old/report.html")],
		[core],
	);

async function told(format: MatrixFormat, of: Matrix): Promise<string> {
	let text = "";
	for await (const piece of matrixRenderers[format](of)) text += piece;
	return text;
}

const schema = new Ajv2020({ strictTypes: false });
for (const name of ["report", "matrix"]) schema.addSchema(JSON.parse(readFileSync(`specs/${name}.schema.json`, "utf8")));
const fits = (value: unknown) => (schema.validate("urn:swf-conformance:matrix:1", value) ? undefined : schema.errorsText());

describe("a matrix", () => {
	test("has a column for each report, versions in their order, and null where a report has nothing of an area", async () => {
		const { columns, areas } = await matrix();
		expect(columns.map(({ file }) => file)).toEqual(["old.json", "new.json"]);
		expect(areas.map(({ area, cells }) => [area, cells.map((cell) => cell?.scored ?? null)])).toEqual([
			["a", [3, 2]],
			["b", [null, 1]],
		]);
	});

	test("keeps divergence and coverage apart, in each area and each profile", async () => {
		const { columns, areas } = await matrix();
		expect(areas[0]?.cells[0]).toMatchObject({ failed: 1, supported: 2, divergence: 1 / 3, coverage: 2 / 3 });
		expect(columns.map(({ profiles }) => profiles[0])).toMatchObject([
			{ outcome: { conformant: false, passed: 0 }, score: { divergence: 0.5, coverage: 0.5 } },
			{ outcome: { conformant: true, passed: 2 }, score: { divergence: 0, coverage: 1 } },
		]);
	});

	test("tells which cases differ and why, and none that passed", async () => {
		expect((await matrix()).areas[0]?.cells.map((cell) => cell?.differing)).toEqual([
			[
				{ id: "a/1", verdict: "fail" },
				{ id: "a/2", verdict: "unsupported", what: "it lacks timers" },
			],
			[],
		]);
	});

	test("names the clause that holds in most cases and the one that fails in most", async () => {
		expect((await matrix()).columns.map(({ best, worst }) => [best?.clause, worst?.clause])).toEqual([
			["b/one", "a/one"],
			["a/one", undefined],
		]);
	});

	test("fits its published schema", async () => {
		expect(fits(JSON.parse(await told("json", await matrix())))).toBeUndefined();
		expect(fits({ ...(await matrix()), columns: [] })).toBeDefined();
	});
});

test("the text has a line for each area and says what a report is", async () => {
	const text = await told("text", await matrix());
	expect(text).toMatch(/^\[1\] emulator 9\.1\.0, .*: 3 cases, old\.json\n\[2\] emulator 10\.0\.0, .*new\.json\n/);
	expect(text).toMatch(/^core@1 +50\.0 % +50\.0 % +0\.0 % +100\.0 %$/m);
	expect(text).toMatch(/^b +· +0\.0 % +100\.0 %$/m);
	expect(text).toContain("[1] core@1 is not conformant: 0 of 2 required cases passed; 1 fail, 1 unsupported\n");
	expect(text).toContain("[1] worst  a/one fails in 1 of 1 cases\n");
});

test("reports of different suites, and one that was interrupted, are said to be so", async () => {
	const other = reportOf("11.0.0", newer, { interrupted: true, kit: { ...rich.kit, suites: "other" } });
	const text = await told("text", await buildMatrix([inputOf("a", reportOf("1.0.0", older)), inputOf("b", other)], []));
	expect(text).toContain("The reports are of different suites");
	expect(text).toContain("[2] was interrupted");
});

test("the Markdown leads to the page of a report, where there is one", async () => {
	const markdown = await told("markdown", await matrix());
	expect(markdown).toContain("| `a` | [33.3 %](../old/report.html#area=a) | 0.0 % |");
	expect(markdown).toContain("| `core@1` | not conformant, 0 of 2<br>50.0 % diverge, 50.0 % covered | **conformant**, 2 of 2");
});

describe("the page", () => {
	test("leads from each cell with cases that differ to their list, and from a case to the page of its report", async () => {
		const html = await told("html", await matrix());
		expect(html).toContain('<a href="#report-1-a">33.3 %</a>');
		expect(html).toContain('<section id="report-1-a">');
		expect(html).not.toContain("report-2-a");
		expect(html).toContain('href="../old/report.html#case=a%2F1"');
	});

	test("has no script, and lets none in", async () => {
		const html = await told("html", await matrix());
		expect(html).not.toMatch(/<script|<img|<link|<iframe| on\w+=/i);
		expect(html).toMatch(
			/http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/,
		);
	});

	test("is well-formed whatever reports hold", async () => {
		const html = await told("html", await hostileMatrix());
		const body = html.slice(html.indexOf("<body>"), html.indexOf("</html>"));
		expect(XMLValidator.validate(body)).toBe(true);
	});
});

const hostile = '\u001b[2J\u202e</style></section><script>alert(1)</script>`|\n# h | @all" onload=x';

function hostileMatrix(): Promise<Matrix> {
	const cases = [caseOf({ id: `${hostile}/x`, verdict: "fail", reason: hostile, clauses: ["a/one"] })];
	const target = { ...rich.target, name: hostile, version: hostile };
	return buildMatrix([inputOf(hostile, reportOf("1", cases, { target, client: { name: hostile, version: hostile } }))], [core]);
}

test.each(["text", "markdown", "html"] as const)(
	"no control and no markup that a report holds gets through as %s",
	async (format) => {
		const text = await told(format, await hostileMatrix());
		expect(text).not.toContain("\u001b");
		expect(text).not.toContain("\u202e");
		if (format !== "text") expect(text).not.toMatch(/<script|<\/style><\/section>/);
		if (format === "markdown") expect(text).not.toMatch(/^# h/m);
	},
);
