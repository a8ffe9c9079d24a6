import { expect, test } from "vitest";
import type { CaseEntry, Verdict } from "../../reports/report.ts";
import { parseExpectationsFile } from "./expectations-file.ts";
import { unmetEntries } from "./unmet-entries.ts";

const ids = ["a/one", "a/two:row"];
const unmet = (line: string, cases: readonly Pick<CaseEntry, "id" | "verdict" | "expectedBy">[], version?: string) =>
	unmetEntries(parseExpectationsFile(`failures:\n  - { ${line}, reason: why }\n`, "known.yaml", []), cases, ids, {
		today: "2027-02-01",
		...(version === undefined ? {} : { version }),
	});
const played = (one: Verdict, two: Verdict, ...expectedBy: readonly string[]) => [
	{ id: "a/one", verdict: one, ...(expectedBy.length === 0 ? {} : { expectedBy }) },
	{ id: "a/two:row", verdict: two },
];
const idle = (found: string) => [
	`known.yaml:2:14: nothing that the entry for a/* expects was found (${found}); take it away or mend it`,
];

test("an entry of which nothing was found is told with its line", () => {
	expect(unmet("cases: a/*", played("unsupported", "fail"))).toEqual(idle("unsupported, fail"));
});

test("an entry that expected a case, or that a pass belied, is not told once more", () => {
	expect(unmet("cases: a/*", played("expected-failure", "pass", "known.yaml:2:14"))).toEqual([]);
	expect(unmet("cases: a/*", played("expected-failure", "pass", "known.yaml:9:1"))).toEqual(idle("expected-failure, pass"));
});

test.each<Verdict>(["skipped", "inconclusive", "error"])("a case that is %s tells nothing of an entry", (verdict) => {
	expect(unmet("cases: a/*", played("unsupported", verdict))).toEqual([]);
});

test("a case that was not asked for tells nothing either", () => {
	expect(unmet("cases: a/*", played("unsupported", "fail").slice(0, 1))).toEqual([]);
});

test("an entry about other versions is not told", () => {
	expect(unmet("cases: a/*, versions: <5", played("unsupported", "fail"), "5.0.0")).toEqual([]);
	expect(unmet("cases: a/*, versions: <5", played("unsupported", "fail"), "4.0.0")).toHaveLength(1);
});

test("an entry whose last day is over is told when one of its cases is played", () => {
	const expired = "cases: a/*, expires: '2027-01-31'";
	expect(unmet(expired, played("pass", "skipped"))).toEqual([
		"known.yaml:2:14: the entry for a/* expired on 2027-01-31; mend what fails, or write why it may fail for longer",
	]);
	expect(unmet(expired, played("skipped", "skipped"))).toEqual([]);
	expect(unmet("cases: a/*, expires: '2027-02-01'", played("pass", "skipped"))).toEqual([]);
});
