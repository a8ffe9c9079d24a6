import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseAccepted } from "./accepted.ts";
import type { Difference } from "./difference.ts";
import { assembleGateReport, type GateFacts } from "./gate-report.ts";
import { ruleNames } from "./rules.ts";

const schema = JSON.parse(readFileSync("specs/sdk-gate-accepted.schema.json", "utf8"));
const isAccepted = new Ajv2020().compile(schema);

const right = `accepted:
  - rule: fault-code-precedence
    probes: faults/conflict-*
    reason: our server never sends the header
  - rule: header-removed
    reason: nobody reads it
`;

const wrong: readonly (readonly [what: string, text: string, message: RegExp])[] = [
	["an empty file", "", /^f:1:1: .*not nothing/],
	["no list", "accepted: yes\n", /^f:1:11: accepted is a list, not "yes"/],
	[
		"a rule that there is not",
		"accepted:\n  - { rule: header-remove, reason: r }\n",
		/^f:2:13: a rule is .*Did you mean header-removed\?/,
	],
	["no rule", "accepted:\n  - { reason: r }\n", /^f:2:5: .*names the rule/],
	["no reason", "accepted:\n  - rule: header-removed\n", /^f:2:5: .*has a reason/],
	["an empty reason", 'accepted:\n  - { rule: header-removed, reason: "" }\n', /^f:2:37: reason is a text/],
	[
		"a key that there is not",
		"accepted:\n  - { rule: header-removed, reason: r, probe: x }\n",
		/has no key "probe"; .*Did you mean probes\?/,
	],
];

const difference = (probe: string, aspect: Difference["aspect"] = "header"): Difference => ({
	probe,
	aspect,
	at: "a",
	baseline: "1",
});
const build = { path: "p", version: "1", packages: {} };
const gate = (differences: readonly Difference[], accepted: GateFacts["accepted"]) =>
	assembleGateReport(differences, {
		...{ kit: { version: "0", node: "20" }, baseline: build, candidate: build, accepted },
		tried: { probes: 2, cases: 0 },
	});

describe("a file of accepted differences", () => {
	test("is read, entry by entry", () => {
		expect(isAccepted(parse(right))).toBe(true);
		expect(parseAccepted(right, "f")).toEqual([
			{
				...{ at: { line: 2, column: 5 }, rule: "fault-code-precedence" },
				...{ probes: "faults/conflict-*", reason: "our server never sends the header" },
			},
			{ at: { line: 5, column: 5 }, rule: "header-removed", reason: "nobody reads it" },
		]);
	});

	test.each(wrong)("is refused for %s, with the place", (_, text, message) => {
		expect(() => parseAccepted(text, "f")).toThrow(message);
		expect(isAccepted(parse(text))).toBe(false);
	});

	test("may name each rule, by its schema too", () => {
		expect(schema.properties.accepted.items.properties.rule.enum.toSorted()).toEqual(ruleNames.toSorted());
	});

	test("keeps the gate from failing for what it means, and for nothing else", () => {
		const differences = [difference("faults/one"), difference("faults/two")];
		expect(gate(differences, []).breaking).toBe(2);
		const half = gate(
			differences,
			parseAccepted("accepted:\n  - { rule: header-removed, probes: faults/one, reason: r }\n", "f"),
		);
		expect(half).toMatchObject({ breaking: 1, stale: [] });
		expect(half.rules[0]?.differences).toEqual([
			{ aspect: "header", at: "a", baseline: "1", accepted: "r", probes: ["faults/one"] },
			{ aspect: "header", at: "a", baseline: "1", probes: ["faults/two"] },
		]);
		expect(gate(differences, parseAccepted(right, "f")).breaking).toBe(0);
	});

	test("tells of entries that accept nothing, and that a difference which breaks nothing needs none", () => {
		const accepted = parseAccepted(`${right}  - { rule: other-header-order, reason: r }\n`, "f");
		const { stale } = gate([difference("faults/one"), difference("x", "header-order")], accepted);
		expect(stale.map(({ rule }) => rule)).toEqual(["fault-code-precedence", "other-header-order"]);
	});
});
