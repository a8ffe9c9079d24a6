import { Parser } from "tap-parser";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { caseOf, rendered, reportOf, richReport } from "./fixtures/load.ts";
import { renderTap } from "./render-tap.ts";
import type { CaseReport } from "./report.ts";
import { verdicts } from "./report.ts";
import { visibleLine } from "./visible.ts";

const hostile = [
	"a # TODO not a failure",
	"a # SKIP",
	"a \\# TODO b \\",
	"a\nok 2 - injected",
	"a\r\nBail out!",
	"subtest {",
	"x\n  ...\nnot ok 9",
	'quote " and \\" back\\slash',
	"1..0 # skip all",
	"pragma +strict",
	"\u001b[2J\u0000\u2028\ud800",
];

const everywhere = (text: string): readonly CaseReport[] =>
	verdicts.map((verdict) =>
		caseOf({
			id: `${verdict}/${text}`,
			verdict,
			reason: text,
			findings: [{ check: "contract", clause: text, level: "MUST", message: text, observed: { [text]: text } }],
			replay: text,
		}),
	);

/** What a strict reader of TAP sees, and what it takes for no TAP. */
function read(tap: string) {
	let final: { readonly plan: { readonly start: number; readonly end: number } } | undefined;
	const points: { ok: boolean; name: string; todo: unknown; skip: unknown; diag?: { details: string[] } }[] = [];
	const garbage: string[] = [];
	const parser = new Parser({ strict: true }, (results) => {
		final = results as unknown as typeof final;
	});
	parser.on("assert", (point) => points.push(point));
	parser.on("extra", (text) => garbage.push(text));
	parser.on("child", () => garbage.push("a subtest"));
	let bailed = false;
	parser.on("bailout", () => {
		bailed = true;
	});
	parser.end(tap);
	return { points, garbage, bailed, plan: final?.plan };
}

test.each(hostile)("%j begins no directive, no point, no subtest and no end", async (text) => {
	const cases = everywhere(text);
	const tap = await rendered(renderTap, { ...(await reportOf(cases)), interrupted: false });
	const { points, garbage, bailed, plan } = read(tap);
	expect([garbage, bailed, plan?.end]).toEqual([[], false, cases.length]);
	const byName = new Map(points.map((point) => [point.name.replace(/\{\.$/, "{"), point]));
	for (const { id, verdict } of cases) {
		const point = byName.get(visibleLine(id));
		expect([verdict, point?.todo !== false, point?.skip !== false]).toEqual([
			verdict,
			verdict === "expected-failure",
			verdict === "unsupported" || verdict === "skipped",
		]);
	}
});

test("what a point tells is YAML, and the text that the other formats have", async () => {
	const tap = await rendered(renderTap, await richReport());
	const blocks = [...tap.matchAll(/^ {2}---\n(.*?)^ {2}\.\.\.\n/gms)].map(([, block]) => parse(block ?? ""));
	expect(blocks.map(({ verdict }) => verdict)).toEqual([
		...["unexpected-pass", "error", "warn", "fail", "inconclusive", "fail", "fail"],
	]);
	expect(blocks[5].details).toContain('  - fault: "UnknownResourceFault"');
});

test("a run that was cut short bails out, and no other", async () => {
	const report = await richReport();
	expect(read(await rendered(renderTap, report)).bailed).toBe(true);
	expect(read(await rendered(renderTap, { ...report, interrupted: false })).bailed).toBe(false);
});

test("without cases the plan says so", async () => {
	const tap = await rendered(renderTap, { ...(await reportOf([])), interrupted: false });
	expect(tap).toContain("\n1..0 # SKIP no cases\n");
	expect(read(tap).garbage).toEqual([]);
});

test("an expectation that is not met is a failing test point of its own, whatever stands in it", async () => {
	const unmet = ["a # TODO b.yaml:5:13: the entry for a/* expired", ...hostile];
	for (const cases of [[], [caseOf({})]]) {
		const { points, garbage, plan } = read(await rendered(renderTap, { ...(await reportOf(cases)), interrupted: false, unmet }));
		expect([garbage, plan?.end]).toEqual([[], cases.length + unmet.length]);
		expect(points.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(
			["a # TODO b.yaml:5:13", ...hostile.map((_, index) => index + 2)].map((place) => `expectations/${place}`),
		);
	}
});
