import { expect, test } from "vitest";
import { caseOf, reportOf } from "../fixtures/load.ts";
import type { CaseReport } from "../report.ts";
import { compareReports } from "./compare-reports.ts";
import type { Comparison } from "./comparison.ts";
import { type ComparisonFormat, comparisonRenderers } from "./comparison-renderers.ts";

const hostile = "\u001b[2J`<script>alert(1)</script>`\n# h | @all";
const broken = (id: string): CaseReport =>
	caseOf({
		...{ id, verdict: "fail", reason: hostile, replay: `swf-conformance run ${id}` },
		findings: [
			{
				...{ check: "expectations", clause: "termination/a", level: "MUST", message: `status differs ${hostile}`, at: hostile },
				...{ step: "3", expected: "TERMINATED", observed: hostile },
			},
		],
	});
const comparison = async () =>
	compareReports(await reportOf([caseOf({ id: "a/broken" }), broken("b/fixed"), caseOf({ id: "gone" })]), {
		...(await reportOf([broken("a/broken"), caseOf({ id: "b/fixed" }), caseOf({ id: "new" })])),
		interrupted: true,
	});

async function told(format: ComparisonFormat, of: Comparison): Promise<string> {
	let text = "";
	for await (const piece of comparisonRenderers[format](of)) text += piece;
	return text;
}

test("the text tells regressions first, with what was expected, observed and how to play it again, and the figures last", async () => {
	const text = await told("text", await comparison());
	expect(text).toMatch(/^Regressions \(1\)\n {2}a\/broken {2}pass → fail/);
	expect(text).toContain('- "TERMINATED"');
	expect(text).toContain("replay  swf-conformance run a/broken");
	expect(text).toMatch(/Fixed \(1\)\n {2}b\/fixed/);
	expect(text).toContain("only what both have is compared: 2 cases, without 1 new, 1 gone, 0 whose scenario changed");
	expect(text).toMatch(
		/divergence {2}50\.0 %.* → 50\.0 %.*\n.*\ncases {7}2 compared: 1 regression, 0 changed, 1 fixed, 0 the same\n$/,
	);
});

test("no control of a terminal and no markup that a target sent gets through", async () => {
	const of = await comparison();
	expect(await told("text", of)).not.toContain("\u001b");
	const markdown = await told("markdown", of);
	expect(markdown).not.toContain("\u001b");
	expect(markdown.replace(/```diff\n.*?\n```/gs, "")).not.toMatch(/<script|@all|\n# h/);
});

test("the Markdown has regressions in full and the rest as tables", async () => {
	const markdown = await told("markdown", await comparison());
	expect(markdown).toMatch(/^# .* → .*: 2 compared: 1 regression/);
	expect(markdown).toContain("### `a/broken`: pass → fail");
	expect(markdown).toContain("| `b/fixed` | fail → pass |");
	expect(markdown).toContain("## New (1)\n\n| case | verdict |");
});

test("the Markdown of thousands of regressions stays within what GitHub takes, and says that there are more", async () => {
	const ids = Array.from({ length: 2_000 }, (_, index) => `area/case-${index}`);
	const of = compareReports(await reportOf(ids.map((id) => caseOf({ id }))), await reportOf(ids.map(broken)));
	const markdown = await told("markdown", of);
	expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
	expect(markdown).toMatch(/\*\d+ more left out to keep this page small; the JSON has them\.\*\n$/);
});

test("the JSON is the comparison", async () => {
	const of = await comparison();
	expect(JSON.parse(await told("json", of))).toEqual(JSON.parse(JSON.stringify(of)));
});
