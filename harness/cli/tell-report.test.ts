import { Parser } from "tap-parser";
import { expect, test } from "vitest";
import { caseOf, rendered, reportOf } from "../../reports/fixtures/load.ts";
import { type ReportFormat, renderers } from "../../reports/renderers.ts";
import { verdicts } from "../../reports/report.ts";
import { sourceOf } from "../../reports/report-source.ts";
import { exitCodeOf } from "./tell-report.ts";
import { exitCodes } from "./terminal.ts";

function passesInTap(tap: string): boolean {
	const parser = new Parser();
	parser.end(tap);
	return parser.ok;
}

/** Whether a reader of the format takes a run for passed. */
const passes: { readonly [format in ReportFormat]?: (text: string) => boolean } = {
	junit: (xml) => /<testsuites .* failures="0" errors="0" /.test(xml),
	ctrf: (json) => JSON.parse(json).results.summary.failed === 0,
	tap: passesInTap,
	annotations: (commands) => !commands.includes("::error "),
};

test("a reader of any format takes a run for failed in which an expectation is not met", async () => {
	const unmet = ["known.yaml:5:13: the entry for a/* expired", "known.yaml:6:13: nothing found"];
	for (const cases of [[], [caseOf({})]]) {
		const report = { ...(await reportOf(cases)), interrupted: false, unmet };
		expect(exitCodeOf(sourceOf(report))).toBe(exitCodes.failures);
		for (const [format, passed] of Object.entries(passes))
			expect([format, passed(await rendered(renderers[format as ReportFormat].render, report))]).toEqual([format, false]);
	}
});

test.each(verdicts)("a reader of any format takes a run with %s for failed exactly where the exit code does", async (verdict) => {
	const report = { ...(await reportOf([caseOf({ verdict })])), interrupted: false };
	const expected = exitCodeOf(sourceOf(report)) === exitCodes.fine;
	for (const [format, passed] of Object.entries(passes)) {
		const text = await rendered(renderers[format as ReportFormat].render, report);
		expect([format, passed(text)]).toEqual([format, expected]);
	}
});
