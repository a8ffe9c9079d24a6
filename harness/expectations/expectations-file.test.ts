import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readYaml, toJson } from "../scenario/located.ts";
import { InputError } from "../scenario/problem.ts";
import { parseExpectationsFile, refuseStale, refuseUnversioned } from "./expectations-file.ts";

const parse = (text: string) => parseExpectationsFile(text, "known.yaml", ["timers", "children"]);
const accepts = new Ajv2020().compile(JSON.parse(readFileSync("specs/expectations.schema.json", "utf8")));
const fitsSchema = (text: string) => accepts(toJson(readYaml(text, "known.yaml")));
const problems = (work: () => unknown): readonly string[] => {
	try {
		work();
	} catch (error) {
		if (error instanceof InputError) return error.message.split("\n");
		throw error;
	}
	return [];
};
/** One entry with this beside its cases and its reason. */
const entry = (text: string) => `failures:\n  - { cases: x, reason: y, ${text} }\n`;

describe("an expectations file", () => {
	test("names what a target lacks and which cases fail there, and why", () => {
		const text = `target: moto
lacks: [timers]
has: [children]
failures:
  - cases: [a/*, b/x]
    verdict: warn
    finding: { clause: timers/x, message: expected, step: "3" }
    reason: why
    link: https://x.test
    since: "2026-01-31"
    expires: "2027-01-31"
    versions: ["<5.3", latest]
  - { cases: c/x, reason: other, versions: 5.2.x }
`;
		const why = {
			...{ verdict: "warn", finding: { clause: "timers/x", message: "expected", step: "3" }, reason: "why" },
			...{ link: "https://x.test", since: "2026-01-31", expires: "2027-01-31", versions: ["<5.3", "latest"] },
		};
		expect(parse(text)).toEqual({
			file: "known.yaml",
			digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
			lacks: ["timers"],
			has: ["children"],
			failures: [
				{ at: { line: 5, column: 13 }, cases: "a/*", ...why },
				{ at: { line: 5, column: 18 }, cases: "b/x", ...why },
				{ at: { line: 13, column: 14 }, cases: "c/x", verdict: "fail", reason: "other", versions: ["5.2.x"] },
			],
		});
		expect(fitsSchema(text)).toBe(true);
	});

	test.each([
		["nothing at all", "", "1:1: an expectations file is a mapping, not nothing"],
		["a list", "- a\n", "1:1: an expectations file is a mapping, not a list"],
		["an unknown key", "failure: []\n", '1:1: an expectations file has no key "failure"; expected target, lacks, has, failures.'],
		["no cases", "failures:\n  - reason: x\n", "2:5: an expected failure names cases: an id, a glob or a list of them"],
		["an empty list of cases", "failures:\n  - { cases: [], reason: x }\n", "2:14: cases are at least one"],
		["no reason", "failures:\n  - cases: x\n", "2:5: an expected failure has a reason"],
		[
			"a reason that nobody wrote yet",
			"failures:\n  - { cases: x, reason: 'TODO: why' }\n",
			"2:25: the reason is still to be written",
		],
		["an entry that is a text", "failures: [a/x]\n", '1:12: an expected failure is a mapping, not "a/x"'],
		["a day that is none", entry("expires: soon"), '2:37: expires is a day, "2027-06-30", not soon'],
		["a since that is no day", entry("since: soon"), '2:35: since is a day, "2027-06-30", not soon'],
		["an error that is expected", entry("verdict: error"), "a verdict is one of fail, warn, inconclusive, unsupported"],
		["a finding that says nothing", entry("finding: {}"), "2:37: a finding has a clause, a message or a step"],
		["a finding of nothing known", entry("finding: { at: x }"), 'a finding has no key "at"; expected clause, message, step.'],
		[
			"a finding where there is none",
			entry("verdict: unsupported, finding: { step: '1' }"),
			"that is unsupported has no finding",
		],
		["no versions", entry("versions: []"), "2:38: versions are at least one"],
	])("with %s is refused where it is wrong, and by the schema", (_, text, problem) => {
		expect(problems(() => parse(text)).join("\n")).toContain(problem);
		expect(fitsSchema(text)).toBe(false);
	});

	test.each([
		["an unknown feature", "lacks: [timer]\n", '1:9: a feature is one of timers, children, not "timer". Did you mean timers?'],
		["a day of no calendar", entry("expires: '2027-02-30'"), '2:37: expires is a day, "2027-06-30", not 2027-02-30'],
		["a range that is none", entry("versions: '>=5.a'"), "2:38: versions are ranges"],
	])("with %s is refused where it is wrong", (_, text, problem) => {
		expect(problems(() => parse(text)).join("\n")).toContain(`known.yaml:${problem}`);
	});

	test("is refused for entries that mean no case", () => {
		const file = parse(
			"failures:\n  - { cases: a/x, reason: y }\n  - { cases: a/gone, reason: y }\n  - { cases: 'b/**', reason: y }\n",
		);
		expect(problems(() => refuseStale(file, ["a/x:row"]))).toEqual([
			"known.yaml:3:14: there is no case a/gone; take the entry away or mend the pattern",
			"known.yaml:4:14: there is no case b/**; take the entry away or mend the pattern",
		]);
		expect(problems(() => refuseStale(file, ["a/x", "a/gone", "b/c"]))).toEqual([]);
	});

	test("is refused for entries about versions where that of the target is not known", () => {
		const file = parse(entry("versions: <5"));
		expect(problems(() => refuseUnversioned(file, undefined))).toEqual([
			"known.yaml:2:14: the entry is about versions, and that of the target is not known; say it with --target-version",
		]);
		expect(problems(() => refuseUnversioned(file, "4"))).toEqual([]);
	});

	test("in use fits the schema", () => {
		expect(fitsSchema(readFileSync("suites/known/moto.yaml", "utf8"))).toBe(true);
	});
});
