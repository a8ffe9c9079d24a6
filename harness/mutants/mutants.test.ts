import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { CaseReport } from "../../reports/report.ts";
import { catches } from "./catching.ts";
import { applyEdit, editsOf } from "./mutant.ts";
import { mutants } from "./mutants.ts";

const edit = { file: "specs/model/append.ts", find: "isOpen(before)", replace: "true" } as const;

test("an edit replaces the one place that it means", () => {
	expect(applyEdit("if (isOpen(before)) return;", edit)).toBe("if (true) return;");
});

test("an edit puts its replacement in to the letter", () => {
	expect(applyEdit("isOpen(before)", { ...edit, replace: "$& $1" })).toBe("$& $1");
});

test("an edit whose place is gone is refused with its file and text", () => {
	expect(() => applyEdit("return;", edit)).toThrow("specs/model/append.ts: `isOpen(before)` is not there");
});

test("an edit that could mean two places is refused", () => {
	expect(() => applyEdit("isOpen(before) && isOpen(before)", edit)).toThrow("stands there 2 times");
});

test.each(mutants)("the mutant $name fits the sources of the model", async (mutant) => {
	const texts = new Map<string, string>();
	for (const each of editsOf(mutant))
		texts.set(each.file, applyEdit(texts.get(each.file) ?? (await readFile(each.file, "utf8")), each));
});

test("no two mutants have one name", () => {
	expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test("every mutant names a case that must catch it", () => {
	expect(mutants.filter(({ caughtBy }) => caughtBy.length === 0).map(({ name }) => name)).toEqual([]);
});

type Judged = Pick<CaseReport, "verdict" | "level" | "findings" | "observations">;
const passing: Judged = { verdict: "pass", level: "MUST", findings: [], observations: [] };
const informational: Judged = { ...passing, level: "MAY", observations: [{ step: "2", clause: "a/b", reading: "kept" }] };
const finding = { check: "expectations", clause: "a/b", level: "MAY", message: "no", step: "2" } as const;

test.each(["fail", "warn"] as const)("a scored case catches by a verdict of %s", (verdict) => {
	expect(catches({ ...passing, verdict }, passing)).toBe(true);
});

test.each(["pass", "inconclusive", "unsupported", "error", "skipped"] as const)(
	"a scored case that ends as %s catches nothing",
	(verdict) => {
		expect(catches({ ...passing, verdict }, passing)).toBe(false);
	},
);

test("a scored case catches nothing by another reading", () => {
	expect(catches({ ...passing, observations: informational.observations }, passing)).toBe(false);
});

test("an informational case that says the same catches nothing", () => {
	expect(catches({ ...informational }, informational)).toBe(false);
});

test.each<[string, Partial<Judged>]>([
	["another reading", { observations: [{ step: "2", clause: "a/b", reading: "cleared" }] }],
	["no reading", { observations: [] }],
	["a finding", { findings: [finding] }],
	["another verdict", { verdict: "inconclusive" }],
])("an informational case catches by %s", (_, change) => {
	expect(catches({ ...informational, ...change }, informational)).toBe(true);
});

test("an informational case catches nothing by information that any case gives", () => {
	const told = { ...finding, check: "contract", clause: "contract/responses-carry-a-request-id" } as const;
	expect(catches({ ...informational, findings: [told] }, informational)).toBe(false);
});
