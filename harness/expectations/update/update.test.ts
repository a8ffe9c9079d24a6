import { expect, test } from "vitest";
import type { CaseReport, Finding, Verdict } from "../../../reports/report.ts";
import { InputError } from "../../scenario/problem.ts";
import { parseExpectationsFile } from "../expectations-file.ts";
import { editText } from "./edit-text.ts";
import { planUpdate } from "./plan-update.ts";

const ids = ["a/one", "a/two:x", "a/two:y", "b/one", "b/two", "c/one"];
const day = "2026-11-22";
const finding: Finding = { check: "expectations", clause: "a/clause", level: "MUST", message: "no tag", step: "1" };
const one = (id: string, verdict: Verdict): CaseReport => ({
	...{ id, verdict, level: "MUST", clauses: [], observations: [], durationMs: 1, replay: "", exchanges: [] },
	...{ checks: { reached: 1, declared: 1 }, findings: verdict === "fail" || verdict === "expected-failure" ? [finding] : [] },
});
const updated = (text: string, verdicts: { readonly [id: string]: Verdict }, ...more: readonly CaseReport[]): string => {
	const cases = [...Object.entries(verdicts).map(([id, verdict]) => one(id, verdict)), ...more];
	const file = parseExpectationsFile(text, "known.yaml", [], "taken");
	const edited = editText(text, "known.yaml", planUpdate(file, cases, ids, { today: day }), day);
	parseExpectationsFile(edited, "known.yaml", [], "taken");
	return edited;
};

const text = `# Of ours.
target: ours   # a fork
failures:
  # What a does.
  - cases: a/*
    reason: >-
      folded, and
      kept as it is

  # What b does.
  - cases:
      - b/one # the first
      # the second
      - b/two
    reason:   'odd   spaces'   # kept
  - { cases: c/one, reason: in one line }
# The end.
`;
const asBefore = { "a/one": "fail", "a/two:x": "expected-failure", "a/two:y": "fail", "b/one": "fail", "b/two": "fail" } as const;

test("a file whose failures still fail, or were not played, stays as it is", () => {
	expect(updated(text, asBefore)).toBe(text);
	expect(updated(text, { "c/one": "inconclusive", "b/one": "skipped", "a/one": "error" })).toBe(text);
});

test("an entry of which nothing fails any more goes, and no comment above it", () => {
	expect(updated(text, { ...asBefore, "c/one": "unexpected-pass" })).toBe(
		text.replace("  - { cases: c/one, reason: in one line }\n", ""),
	);
	expect(updated(text, { "a/one": "pass", "a/two:x": "warn", "a/two:y": "unsupported" })).toBe(
		text.replace(/ {2}- cases: a[\s\S]*as it is\n/, ""),
	);
});

test("a pattern of a list goes alone", () => {
	expect(updated(text, { ...asBefore, "b/one": "pass" })).toBe(text.replace("      - b/one # the first\n", ""));
});

test("a pattern is narrowed to what still fails, a table to its scenario where all of its rows do", () => {
	expect(updated(text, { ...asBefore, "a/one": "pass" })).toBe(text.replace("cases: a/*", "cases: a/two"));
	expect(updated(text, { ...asBefore, "a/two:x": "pass" })).toBe(text.replace("cases: a/*", "cases: [a/one, a/two:y]"));
	const list = text.replace("- b/two", "- b/two\n      - a/two");
	const narrowed = updated(list.replace("cases: a/*", "cases: a/one"), { ...asBefore, "a/two:x": "pass" });
	expect(narrowed).toBe(list.replace("cases: a/*", "cases: a/one").replace("- a/two", "- a/two:y"));
});

test("what fails in one of several reports is no news", () => {
	expect(updated(text, { ...asBefore, "c/one": "fail" }, one("c/one", "pass"))).toBe(text);
});

test("new failures are added with a reason that is still to be written, once", () => {
	const known = "failures:\n    - cases: b/one\n      reason: why";
	const added = updated(known, { "a/two:x": "fail", "a/two:y": "fail", "b/one": "fail", "b/two": "fail" });
	expect(added).toBe(
		`${known}\n    - cases:\n        - a/two\n        - b/two\n      reason: "TODO: no tag (a/clause)"\n      since: "2026-11-22"\n`,
	);
	expect(updated(added, { "a/two:x": "fail", "b/two": "fail" })).toBe(added);
});

test.each(["failures: []\n", "target: x\n"])("%j takes its first failure", (empty) => {
	expect(updated(empty, { "b/one": "fail" })).toBe(
		`${empty.replace("failures: []\n", "")}failures:\n  - cases:\n      - b/one\n    reason: "TODO: no tag (a/clause)"\n    since: "2026-11-22"\n`,
	);
});

test("a file that needs no entry any more has an empty list", () => {
	expect(updated("failures:\n  - { cases: b/one, reason: why }\n", { "b/one": "pass" })).toBe("failures: []\n");
});

test("an entry that has expired and still fails is left, and its cases are not added", () => {
	const expired = "failures:\n  - { cases: b/one, reason: why, expires: '2026-01-31' }\n";
	expect(updated(expired, { "b/one": "fail" })).toBe(expired);
});

test("entries that are written in one line are refused", () => {
	expect(() => updated("failures: [{ cases: b/one, reason: why }]\n", { "b/one": "pass" })).toThrow(InputError);
});
