import { describe, expect, test } from "vitest";
import { readYaml } from "./located.ts";
import { describeProblem, didYouMean, InputError } from "./problem.ts";
import { createReader } from "./reader.ts";

describe("a suggestion", () => {
	test.each([
		["StartWorkflowExecutoin", ["StartWorkflowExecution", "StartTimer"], " Did you mean StartWorkflowExecution?"],
		["startworkflowexecution", ["StartWorkflowExecution"], " Did you mean StartWorkflowExecution?"],
		["expects", ["as", "expect", "within"], " Did you mean expect?"],
		["zebra", ["as", "expect", "within"], ""],
		["anything", [], ""],
	])("for %s among %j is %j", (given, names, suggestion) => {
		expect(didYouMean(given, names)).toBe(suggestion);
	});
});

describe("a reader", () => {
	const reading = (text: string) => ({ reader: createReader("f.yaml"), node: readYaml(text, "f.yaml") });

	test("tells each problem once, with its place", () => {
		const { reader, node } = reading("a: 1\n");
		reader.onlyKeys(node, ["b"], "a thing");
		reader.onlyKeys(node, ["b"], "a thing");
		expect(reader.problems.map(describeProblem)).toEqual(['f.yaml:1:1: a thing has no key "a"; expected b. Did you mean b?']);
	});

	test.each([
		["a mapping", "x: {}", "a thing is a text, not a mapping"],
		["a list", "x: []", "a thing is a text, not a list"],
		["nothing", "x:", "a thing is a text, not nothing"],
		["a number", "x: 5", "a thing is a text, not 5"],
		["an empty text", 'x: ""', 'a thing is a text, not ""'],
	])("does not take %s for a text", (_, text, message) => {
		const { reader, node } = reading(text);
		expect(node.kind === "map" && node.entries[0] && reader.text(node.entries[0].value, "a thing")).toBeUndefined();
		expect(reader.problems[0]?.message).toBe(message);
	});

	test.each([0, -1, 31_536_001, '"5"', true])("does not take %j for seconds", (value) => {
		const { reader, node } = reading(String(value));
		expect(reader.seconds(node, "elapse")).toBeUndefined();
		expect(reader.problems[0]?.message).toMatch(/^elapse is a number of seconds, more than 0 and at most a year, not /);
	});

	test.each([0.5, 1, 31_536_000])("takes %j for seconds", (value) => {
		const { reader, node } = reading(String(value));
		expect(reader.seconds(node, "elapse")).toBe(value);
	});

	test("names a choice that is near, and all choices when they are few", () => {
		const { reader, node } = reading("MSUT");
		expect(reader.oneOf(node, ["MUST", "SHOULD", "MAY"], "level")).toBeUndefined();
		expect(reader.problems[0]?.message).toBe('level is one of MUST, SHOULD, MAY, not "MSUT". Did you mean MUST?');
	});

	test("makes one error of all problems, a line each", () => {
		const at = { line: 3, column: 7 };
		const error = new InputError([
			{ file: "f.yaml", at, message: "one" },
			{ file: "g.yaml", at, message: "two" },
		]);
		expect(error.message).toBe("f.yaml:3:7: one\ng.yaml:3:7: two");
	});
});
