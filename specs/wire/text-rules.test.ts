import fc from "fast-check";
import { expect, test } from "vitest";
import { memberTextRules, shapeTextRules } from "./text-rules.ts";

const rules = { ...shapeTextRules, ...memberTextRules };

const allows = (rule: string, text: string): boolean => {
	const found = rules[rule];
	if (found === undefined) throw new Error(`there is no rule ${rule}`);
	return found(text) === undefined;
};

test.each<[rule: string, least: number, most: number]>([
	["DurationInDays", 0, 90],
	["TaskPriority", -(2 ** 31), 2 ** 31 - 1],
	["RegisterWorkflowTypeInput.defaultExecutionStartToCloseTimeout", 0, 31_536_000],
	["StartWorkflowExecutionInput.executionStartToCloseTimeout", 0, 31_536_000],
	["ScheduleLambdaFunctionDecisionAttributes.startToCloseTimeout", 1, 900],
])("%s allows the numbers from %d to %d", (rule, least, most) => {
	const isJudgedRight = (number: number) => allows(rule, String(number)) === (number >= least && number <= most);
	const turns = [least, most, 0, ...Array.from({ length: 11 }, (_, digits) => 10 ** digits)];
	expect(turns.flatMap((turn) => [turn - 1, turn, turn + 1]).filter((number) => !isJudgedRight(number))).toEqual([]);
	fc.assert(fc.property(fc.integer({ min: least - 2 * most, max: 3 * most }), isJudgedRight), { numRuns: 5000 });
});

test.each<[rule: string, allowed: readonly string[], refused: readonly string[]]>([
	["DurationInDays", ["NONE", "007"], ["", "none", "-1", "1.5"]],
	["DurationInSeconds", ["NONE", "0"], ["", "none", "-1"]],
	["DurationInSecondsOptional", ["NONE", "", "0"], ["none", "-1", "1 ", "1\n"]],
	["TaskPriority", ["-0"], ["", "+1", "NONE", "٣"]],
	["StartTimerDecisionAttributes.startToFireTimeout", ["0"], ["NONE"]],
	["StartWorkflowExecutionInput.executionStartToCloseTimeout", [""], ["NONE"]],
	["StartWorkflowExecutionInput.workflowId", ["arns", " a", "大"], ["arn", "a:b", "a/b", "a|b", "a\n", "\u0000", "\u009f"]],
	["RegisterDomainInput.name", ["a b"], ["arn", " a", "a ", "a\u00a0", "a:b"]],
	["PollForActivityTaskInput.taskList", ["a b"], ["arn", " a"]],
])("%s is as the documents say", (rule, allowed, refused) => {
	expect(allowed.filter((text) => !allows(rule, text))).toEqual([]);
	expect(refused.filter((text) => allows(rule, text))).toEqual([]);
});
