import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { caseOf, reportOf } from "../fixtures/load.ts";
import type { CaseReport, Finding, Report } from "../report.ts";
import { compareReports } from "./compare-reports.ts";

const finding = (at: string): Finding => ({
	...{ check: "expectations", clause: "termination/a", level: "MUST", message: `${at} differs`, step: "1", at },
});
const failing = (id: string, ...places: readonly string[]): CaseReport =>
	caseOf({ id, verdict: "fail", findings: places.map(finding) });
const compared = async (base: readonly CaseReport[], head: readonly CaseReport[]) =>
	compareReports(await reportOf(base), await reportOf(head));
const changesOf = ({ cases }: Awaited<ReturnType<typeof compared>>) => cases.map(({ id, change }) => [id, change]);

test("what stopped working comes first, what stayed the same is counted only", async () => {
	const comparison = await compared(
		[caseOf({ id: "a/same" }), failing("b/fixed", "x"), caseOf({ id: "c/broken" }), caseOf({ id: "d/hangs" })],
		[
			caseOf({ id: "a/same" }),
			caseOf({ id: "b/fixed" }),
			failing("c/broken", "x"),
			caseOf({ id: "d/hangs", verdict: "inconclusive" }),
		],
	);
	expect(changesOf(comparison)).toEqual([
		["c/broken", "regression"],
		["d/hangs", "undecided"],
		["b/fixed", "fix"],
	]);
	expect(comparison.cases[0]).toMatchObject({ base: "pass", head: "fail", added: [finding("x")], removed: [] });
	expect(comparison.summary).toMatchObject({
		compared: 4,
		changes: { same: 1, regression: 1, undecided: 1, fix: 1, changed: 0 },
	});
});

test("a case that failed before and fails in another place too is changed and no regression", async () => {
	const { cases } = await compared([failing("a", "x")], [failing("a", "x", "y")]);
	expect(cases).toMatchObject([{ change: "changed", base: "fail", head: "fail", added: [finding("y")], removed: [] }]);
});

test("cases that only one has count for nothing, however they failed", async () => {
	const comparison = await compared([caseOf({ id: "a" }), caseOf({ id: "gone" })], [caseOf({ id: "a" }), failing("new", "x")]);
	expect(comparison).toMatchObject({
		cases: [],
		new: [{ id: "new", verdict: "fail" }],
		gone: [{ id: "gone", verdict: "pass" }],
		summary: { compared: 1, new: 1, gone: 1 },
	});
	expect(comparison.head.score).toMatchObject({ scored: 1, failed: 0 });
});

test("a case whose scenario is another one is not compared", async () => {
	const comparison = await compared([caseOf({ id: "a", digest: "1" })], [{ ...failing("a", "x"), digest: "2" }]);
	expect(comparison).toMatchObject({ cases: [], rewritten: [{ id: "a", base: "pass", head: "fail" }], summary: { compared: 0 } });
});

test("reports of other suites without digests are compared by id, and that this is so is said", async () => {
	const base = await reportOf([caseOf({ id: "a" })]);
	const other = (own: Partial<CaseReport>): Report => ({
		...base,
		kit: { ...base.kit, suites: "other" },
		cases: [caseOf({ id: "a", ...own })],
	});
	expect(compareReports(base, base)).toMatchObject({ sameScenarios: true, differences: [] });
	const differing = compareReports(base, other({ verdict: "warn" }));
	expect(differing).toMatchObject({ sameScenarios: false, differences: [{ what: "suites" }], cases: [{ change: "regression" }] });
	const digested = { ...base, cases: [caseOf({ id: "a", digest: "1" })] };
	expect(compareReports(digested, other({ digest: "1" })).sameScenarios).toBe(true);
});

test("what neither run played is not listed, what one of them did is", async () => {
	const skipped = (id: string) => caseOf({ id, verdict: "skipped", reason: "longer than --max-wait" });
	const comparison = await compared([skipped("a"), skipped("b")], [skipped("a"), failing("b", "x")]);
	expect(changesOf(comparison)).toEqual([["b", "unplayed"]]);
	expect(comparison.summary).toMatchObject({ compared: 0, changes: { unplayed: 2 } });
});

test("an informational case is no regression, unless it comes to break what binds", async () => {
	const may = (own: Partial<CaseReport>) => caseOf({ id: "a", level: "MAY", ...own });
	expect(changesOf(await compared([may({})], [may({ verdict: "unsupported" })]))).toEqual([["a", "changed"]]);
	expect(changesOf(await compared([may({})], [failing("a", "x")]))).toEqual([["a", "regression"]]);
});

test("a part of the cases, and an expectations file that holds something else, are told; of an older report nobody knows what it held", async () => {
	const { expectationsDigest: _, ...older } = await reportOf([]);
	const base = { ...older, expectations: "a.yaml", expectationsDigest: "sha256:1" };
	const head = { ...base, expectationsDigest: "sha256:2", shard: { index: 2, of: 5 } };
	expect(compareReports(base, head).differences).toEqual([
		{ what: "shard", base: "none", head: "2 of 5" },
		{ what: "expectations", base: "a.yaml sha256:1", head: "a.yaml sha256:2" },
	]);
	expect(compareReports({ ...older, expectations: "a.yaml" }, base).differences).toEqual([]);
});

test("another target, image, client, clock and expectations file are told", async () => {
	const base = await reportOf([]);
	const head: Report = {
		...base,
		target: { ...base.target, name: "other", image: { name: "moto:1", id: "sha256:1" } },
		client: { ...base.client, version: "2", packages: { a: "1" } },
		clock: base.clock === "wall" ? "virtual" : "wall",
		expectations: "known.yaml",
	};
	expect(compareReports(base, head).differences.map(({ what }) => what)).toEqual([
		...["target", "image", "client", "packages", "clock", "expectations"],
	]);
});

test("a comparison fits its schema, whatever came of the cases", async () => {
	const schema = (name: string) => JSON.parse(readFileSync(new URL(`../../specs/${name}.schema.json`, import.meta.url), "utf8"));
	const isComparison = new Ajv2020({ strict: true, allErrors: true }).addSchema(schema("report")).compile(schema("comparison"));
	const base = await reportOf([caseOf({ id: "a" }), failing("b", "x"), caseOf({ id: "c", digest: "1" }), caseOf({ id: "gone" })]);
	const head = await reportOf([failing("a", "x"), failing("b", "y"), caseOf({ id: "c", digest: "2" }), caseOf({ id: "new" })]);
	const comparison = compareReports(base, { ...head, target: { ...head.target, name: "other" }, interrupted: true });
	expect([isComparison(JSON.parse(JSON.stringify(comparison))), isComparison.errors]).toEqual([true, null]);
	expect(isComparison({ ...comparison, more: 1 })).toBe(false);
});
