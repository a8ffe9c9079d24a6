import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Verdict, verdicts } from "../report.ts";
import { changeOf } from "./change-of.ts";

const rows = readFileSync(new URL("../../docs/compare.md", import.meta.url), "utf8")
	.split("\n")
	.flatMap((line) => (line.startsWith("| ") ? [line.slice(2, -2).split(" | ")] : []));
const head = rows.find(([corner]) => corner === "base \\ head") ?? [];
const documented = rows
	.slice(rows.indexOf(head) + 2)
	.flatMap(([base = "", ...changes]) => changes.map((change, column) => [base, head[column + 1] ?? "", change] as const));

test("the table of the documentation has every pair of verdicts once", () => {
	const pairs = (all: readonly (readonly [string, string])[]) => all.map((pair) => pair.join(" → ")).sort();
	const every = verdicts.flatMap((base) => verdicts.map((after) => [base, after] as const));
	expect(pairs(documented.map(([base, after]) => [base, after]))).toEqual(pairs(every));
});

test.each(documented)("from %s to %s is %s", (base, after, change) => {
	expect(changeOf(base as Verdict, after as Verdict)).toBe(change);
});

test("what gets worse and what gets better mirror one another, but for what is accepted", () => {
	for (const base of verdicts)
		for (const after of verdicts)
			if (changeOf(base, after) === "fix") expect(["regression", "accepted"]).toContain(changeOf(after, base));
});
