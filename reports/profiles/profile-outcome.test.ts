import { describe, expect, test } from "vitest";
import { type Level, type Verdict, verdicts } from "../report.ts";
import { listedIds, outcomeText, passes, profileOutcome } from "./profile-outcome.ts";

const profileOf = (level: Level, ...required: readonly string[]) => ({
	...{ name: "core@1", level, required: new Set(required) },
	...{ addedAfter: ["a/new"], removed: [], rewritten: [] },
});
const cases = (given: { readonly [id: string]: Verdict }) => Object.entries(given).map(([id, verdict]) => ({ id, verdict }));

describe("a target conforms to a profile", () => {
	test("when every required case passed, whatever became of the others", () => {
		const outcome = profileOutcome(profileOf("SHOULD", "a/1", "a/2"), cases({ "a/1": "pass", "a/2": "pass", "a/new": "fail" }));
		expect(outcome).toMatchObject({ conformant: true, required: 2, passed: 2, missing: 0, addedAfter: ["a/new"] });
	});

	test("and not when a required case is not in the report", () => {
		const outcome = profileOutcome(profileOf("MUST", "a/1", "a/2"), cases({ "a/1": "pass" }));
		expect(outcome).toMatchObject({ conformant: false, passed: 1, missing: 1 });
		expect(outcomeText(outcome)).toBe("core@1 is not conformant: 1 of 2 required cases passed; 1 not in the report");
	});

	test("and not when nothing is required", () => {
		expect(profileOutcome(profileOf("MUST"), []).conformant).toBe(false);
	});

	test("and not by anything but a pass, or a warning where only MUST is required", () => {
		const passing = (level: Level) => verdicts.filter((verdict) => passes(verdict, level));
		expect(passing("MUST")).toEqual(["pass", "warn"]);
		expect(passing("SHOULD")).toEqual(["pass"]);
		expect(passing("MAY")).toEqual(["pass"]);
	});
});

test("why a target does not conform is told by verdict", () => {
	const given = { "a/1": "expected-failure", "a/2": "unsupported", "a/3": "warn", "a/4": "fail", "a/5": "fail" } as const;
	expect(outcomeText(profileOutcome(profileOf("SHOULD", ...Object.keys(given)), cases(given)))).toBe(
		"core@1 is not conformant: 0 of 5 required cases passed; 2 fail, 1 warn, 1 unsupported, 1 expected-failure",
	);
});

test("of many ids the first are named and the others counted", () => {
	expect(listedIds(["a", "b", "c", "d", "e", "f", "g"], (id) => `<${id}>`)).toBe("<a>, <b>, <c>, <d>, <e>, and 2 more");
});
