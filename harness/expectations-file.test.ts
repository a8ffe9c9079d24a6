import { describe, expect, test } from "vitest";
import type { Verdict } from "../reports/report.ts";
import { applyExpectations, parseExpectationsFile, refuseStale } from "./expectations-file.ts";
import { InputError } from "./scenario/problem.ts";

const parse = (text: string) => parseExpectationsFile(text, "known.yaml", ["timers", "children"]);
const problems = (work: () => unknown): readonly string[] => {
	try {
		work();
	} catch (error) {
		if (error instanceof InputError) return error.message.split("\n");
		throw error;
	}
	return [];
};

describe("an expectations file", () => {
	test("names what a target lacks and which cases fail there, and why", () => {
		const text =
			"target: moto\nlacks: [timers]\nhas: [children]\nfailures:\n  - cases: [a/*, b/x]\n    reason: why\n    link: https://x.test\n    expires: '2027-01-31'\n";
		const why = { reason: "why", link: "https://x.test", expires: "2027-01-31" };
		expect(parse(text)).toEqual({
			file: "known.yaml",
			lacks: ["timers"],
			has: ["children"],
			failures: [
				{ at: { line: 5, column: 13 }, cases: "a/*", ...why },
				{ at: { line: 5, column: 18 }, cases: "b/x", ...why },
			],
		});
	});

	test.each([
		["nothing at all", "", "known.yaml:1:1: an expectations file is a mapping, not nothing"],
		["a list", "- a\n", "known.yaml:1:1: an expectations file is a mapping, not a list"],
		[
			"an unknown key",
			"failure: []\n",
			'known.yaml:1:1: an expectations file has no key "failure"; expected target, lacks, has, failures. Did you mean failures?',
		],
		[
			"an unknown feature",
			"lacks: [timer]\n",
			'known.yaml:1:9: a feature is one of timers, children, not "timer". Did you mean timers?',
		],
		[
			"no cases",
			"failures:\n  - reason: x\n",
			"known.yaml:2:5: an expected failure names cases: an id, a glob or a list of them",
		],
		["no reason", "failures:\n  - cases: x\n", "known.yaml:2:5: an expected failure has a reason"],
		["an entry that is a text", "failures: [a/x]\n", 'known.yaml:1:12: an expected failure is a mapping, not "a/x"'],
		[
			"a day that is none",
			"failures:\n  - { cases: x, reason: y, expires: soon }\n",
			'known.yaml:2:37: expires is a day, "2027-06-30", not soon',
		],
		[
			"a day of no calendar",
			"failures:\n  - { cases: x, reason: y, expires: '2027-02-30' }\n",
			'known.yaml:2:37: expires is a day, "2027-06-30", not 2027-02-30',
		],
	])("with %s is refused where it is wrong", (_, text, problem) => {
		expect(problems(() => parse(text))).toContain(problem);
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
});

describe("a verdict held against what was expected", () => {
	const file = parse("failures:\n  - { cases: a/*, reason: why, link: 'https://x.test', expires: '2027-01-31' }\n");
	const applied = (id: string, verdict: Verdict, today = "2027-01-31") => applyExpectations(id, verdict, file, today);

	test("of a known failure is expected, on its last day too", () => {
		expect(applied("a/x", "fail")).toEqual({ verdict: "expected-failure", reason: "why (https://x.test)" });
	});

	test("of a failure after that day is a failure again", () => {
		expect(applied("a/x", "fail", "2027-02-01")).toEqual({ verdict: "fail" });
		expect(applied("a/x", "pass", "2027-02-01")).toEqual({ verdict: "pass" });
	});

	test.each<Verdict>(["pass", "warn"])("%s where a failure was expected is news", (verdict) => {
		expect(applied("a/x", verdict)).toEqual({
			verdict: "unexpected-pass",
			reason: "line 2 of the expectations file says it fails: why (https://x.test)",
		});
	});

	test.each<Verdict>(["unsupported", "inconclusive", "error", "skipped"])("%s stays what it is", (verdict) => {
		expect(applied("a/x", verdict)).toEqual({ verdict });
	});

	test("of a case that is not named stays what it is", () => {
		expect(applied("b/x", "fail")).toEqual({ verdict: "fail" });
	});
});
