import { describe, expect, test } from "vitest";
import type { ShapeName } from "./contract.ts";
import type { Json } from "./json.ts";
import { parseShape, validationMessage } from "./parse.ts";

const problems = (shape: ShapeName, json: Json): readonly string[] => {
	const parsed = parseShape(shape, json);
	return parsed.kind === "invalid" ? parsed.problems : [];
};

const register = { name: "d", workflowExecutionRetentionPeriodInDays: "7" };

const lambda = { id: "1", name: "f" };

describe("an input", () => {
	test("keeps what the contract knows and drops null members and unknown ones", () => {
		expect(parseShape("RegisterDomainInput", { ...register, description: null, colour: 1 })).toEqual({
			kind: "value",
			value: register,
		});
	});

	test.each<[string, ShapeName, Json]>([
		["a number for a string", "RegisterDomainInput", { ...register, name: 1 }],
		["a string for a number", "ListDomainsInput", { registrationStatus: "REGISTERED", maximumPageSize: "1" }],
		["a fraction for an integer", "ListDomainsInput", { registrationStatus: "REGISTERED", maximumPageSize: 1.5 }],
		["a string for a boolean", "ListDomainsInput", { registrationStatus: "REGISTERED", reverseOrder: "true" }],
		["a string for a time", "ExecutionTimeFilter", { oldestDate: "2020-01-01" }],
		["an object for a list", "TagList", {}],
		["a list for a structure", "RegisterDomainInput", []],
		["null for a structure", "RegisterDomainInput", null],
	])("with %s is mistyped", (_title, shape, json) => {
		expect(parseShape(shape, json).kind).toBe("mistyped");
	});

	test("that breaks several constraints has them all reported", () => {
		const found = problems("RegisterDomainInput", { description: "x".repeat(1025) });
		expect(validationMessage(found)).toBe(
			"3 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; " +
				`Value '${"x".repeat(1025)}' at 'description' failed to satisfy constraint: Member must have length less than or equal to 1024; ` +
				"Value null at 'workflowExecutionRetentionPeriodInDays' failed to satisfy constraint: Member must not be null",
		);
	});

	test("that is too long a list of what goes deeper than a stack does is of a wrong type", () => {
		const deep = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
		expect(parseShape("TagList", [deep, deep, deep, deep, deep, deep])).toEqual({ kind: "mistyped", path: "1.member" });
	});

	test("names members of lists by their position from 1", () => {
		const decisions: Json = [
			{ decisionType: "RecordMarker", recordMarkerDecisionAttributes: { markerName: "m" } },
			{ decisionType: "RecordMarker", recordMarkerDecisionAttributes: { markerName: "" } },
		];
		expect(problems("RespondDecisionTaskCompletedInput", { taskToken: "t", decisions })).toEqual([
			"Value '' at 'decisions.2.member.recordMarkerDecisionAttributes.markerName' failed to satisfy constraint: " +
				"Member must have length greater than or equal to 1",
		]);
	});

	test("with a value out of an enumeration is told the values in the service's order", () => {
		const [problem] = problems("RespondDecisionTaskCompletedInput", { taskToken: "t", decisions: [{ decisionType: "X" }] });
		expect(problem).toMatch(
			/^Value 'X' at 'decisions\.1\.member\.decisionType' .* enum value set: \[CompleteWorkflowExecution, StartTimer, /,
		);
	});

	test.each<[string, ShapeName, Json]>([
		["a page that is too large", "ListDomainsInput", { registrationStatus: "REGISTERED", maximumPageSize: 1001 }],
		["a negative page", "ListDomainsInput", { registrationStatus: "REGISTERED", maximumPageSize: -1 }],
		["six tags", "TagList", ["1", "2", "3", "4", "5", "6"]],
		["a tag that is null", "TagList", [null]],
		["a retention of 91 days", "RegisterDomainInput", { ...register, workflowExecutionRetentionPeriodInDays: "91" }],
		["a colon in a name", "RegisterDomainInput", { ...register, name: "a:b" }],
		["a name with a blank end", "RegisterDomainInput", { ...register, name: "a " }],
		["the name arn", "RegisterDomainInput", { ...register, name: "arn" }],
		["a slash in a task list", "PollForDecisionTaskInput", { domain: "d", taskList: { name: "a/b" } }],
		["a timer without end", "StartTimerDecisionAttributes", { timerId: "t", startToFireTimeout: "NONE" }],
		[
			"a Lambda function that may take for ever",
			"ScheduleLambdaFunctionDecisionAttributes",
			{ ...lambda, startToCloseTimeout: "NONE" },
		],
		[
			"a Lambda function that may take no time",
			"ScheduleLambdaFunctionDecisionAttributes",
			{ ...lambda, startToCloseTimeout: "0" },
		],
		[
			"a Lambda function that may take 901 s",
			"ScheduleLambdaFunctionDecisionAttributes",
			{ ...lambda, startToCloseTimeout: "901" },
		],
		["a comma in the key of a tag", "ResourceTag", { key: "a,b" }],
		["an exclamation in the value of a tag", "ResourceTag", { key: "a", value: "b!" }],
		["a timeout in words", "ActivityTypeConfiguration", { defaultTaskHeartbeatTimeout: "soon" }],
		["a priority out of range", "ActivityTypeConfiguration", { defaultTaskPriority: "2147483648" }],
	])("with %s is invalid", (_title, shape, json) => {
		expect(problems(shape, json)).toHaveLength(1);
	});

	test("may have tags in any script, and a Lambda function up to 15 minutes", () => {
		expect(problems("ResourceTag", { key: "Größe 大 _.:/=+-@", value: "" })).toEqual([]);
		for (const startToCloseTimeout of ["", "1", "900"]) {
			expect(problems("ScheduleLambdaFunctionDecisionAttributes", { ...lambda, startToCloseTimeout })).toEqual([]);
		}
	});

	test("may be as long as its limit, counted in characters", () => {
		expect(problems("TaskList", { name: "😀".repeat(256) })).toEqual([]);
		expect(problems("TaskList", { name: "😀".repeat(257) })).toHaveLength(1);
	});
});
