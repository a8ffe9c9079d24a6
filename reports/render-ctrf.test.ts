import { type CTRFReport, calculateSummary, validateStrict } from "ctrf";
import { expect, test } from "vitest";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { renderCtrf } from "./render-ctrf.ts";
import type { Report } from "./report.ts";
import { verdicts } from "./report.ts";

/** As the validator of CTRF's own package takes it. */
async function valid(report: Report): Promise<CTRFReport> {
	const document: unknown = JSON.parse(await rendered(renderCtrf, report));
	validateStrict(document);
	return document;
}

test("a report with every verdict is valid, and its summary is that of its tests", async () => {
	const { summary, tests } = (await valid(await richReport())).results;
	const { passed, failed, skipped, pending, other } = calculateSummary(tests);
	expect(summary).toMatchObject({ tests: tests.length, passed, failed, skipped, pending, other });
	expect(new Set(tests.map(({ rawStatus }) => rawStatus))).toEqual(new Set(verdicts));
});

test("a report without cases is valid", async () => {
	expect((await valid(await reportOf([]))).results.tests).toEqual([]);
});

test.each(['"}],', "\u001b[2J\u0000", "a\r\nb", "\ud800", "</script>", "__proto__"])(
	"a report that holds %j wherever a target can put it is valid",
	async (text) => {
		const findings = [{ check: "contract", clause: text, level: "MUST", message: text, observed: { [text]: text } }] as const;
		const cases = verdicts.map((verdict) =>
			caseOf({ id: `${verdict}/${text}`, verdict, reason: text, findings, clauses: [text], replay: text }),
		);
		const report = await reportOf(cases);
		const { tests, environment } = (await valid({ ...report, target: { name: text, endpoint: text, region: text } })).results;
		expect(tests).toHaveLength(verdicts.length);
		expect(JSON.stringify([tests, environment])).not.toMatch(/(?<!\\)\\u/);
	},
);

test("times are whole milliseconds", async () => {
	const { summary, tests } = (await valid(await reportOf([caseOf({ durationMs: 1.7 })]))).results;
	expect(tests[0]?.duration).toBe(2);
	expect(summary.stop - summary.start).toBe(70_250);
});

test("an expectation that is not met is a failed test of its own, which the summary counts", async () => {
	const unmet = ["known.yaml:5:13: the entry for a/* expired", "odd \u001b[2J"];
	for (const cases of [[], [caseOf({})]]) {
		const { summary, tests } = (await valid({ ...(await reportOf(cases)), unmet })).results;
		expect(tests.slice(cases.length).map(({ name, status, rawStatus, message }) => [name, status, rawStatus, message])).toEqual([
			["expectations/known.yaml:5:13", "failed", "unmet", "the entry for a/* expired"],
			["expectations/2", "failed", "unmet", "odd \\u001b[2J"],
		]);
		expect(summary).toMatchObject({ tests: tests.length, failed: 2, passed: cases.length, suites: cases.length + 1 });
	}
});
