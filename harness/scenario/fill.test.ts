import { describe, expect, test } from "vitest";
import { operationNames, operationShape, structure } from "../../specs/wire/contract.ts";
import { fillFixture, fillOperation, parseDecisions } from "./fill.ts";
import { readYaml } from "./located.ts";
import { createReader } from "./reader.ts";

describe("an operation is filled in", () => {
	test("with the domain, wherever it has one that is not the point of it", () => {
		for (const name of operationNames) {
			const hasDomain = Object.hasOwn(structure(operationShape(name).input).members, "domain");
			const filled = fillOperation(name, {}, undefined);
			expect([name, filled["domain"]]).toEqual([name, hasDomain ? "$domains.main" : undefined]);
			if (name !== "StartWorkflowExecution") expect([name, Object.keys(filled)]).toEqual([name, hasDomain ? ["domain"] : []]);
		}
	});

	test("a start also with a workflowId named like the step, a type and a task list named like the workflowId", () => {
		expect(fillOperation("StartWorkflowExecution", {}, "first")).toEqual({
			domain: "$domains.main",
			workflowId: "$unique.first",
			workflowType: "$workflowTypes.workflow",
			taskList: { name: "$unique.first" },
		});
		expect(fillOperation("StartWorkflowExecution", {}, undefined)["workflowId"]).toBe("$unique.execution");
		expect(fillOperation("StartWorkflowExecution", { workflowId: "$unique.own" }, "first")["taskList"]).toEqual({
			name: "$unique.own",
		});
	});

	test("only where nothing is given, $absent being something", () => {
		const given = { domain: "$domains.elsewhere", taskList: { $absent: true }, workflowType: { $absent: true } };
		expect(fillOperation("StartWorkflowExecution", given, "first")).toMatchObject(given);
	});
});

describe("a decision is filled in", () => {
	const decided = (yaml: string) => parseDecisions(readYaml(yaml, "f.yaml"), createReader("f.yaml"), "$run.workflowId");

	test.each([
		["CompleteWorkflowExecution", "completeWorkflowExecutionDecisionAttributes", {}],
		["RecordMarker: { markerName: x }", "recordMarkerDecisionAttributes", { markerName: "x" }],
		[
			"ScheduleActivityTask: { activityId: a }",
			"scheduleActivityTaskDecisionAttributes",
			{ activityId: "a", activityType: "$activityTypes.activity" },
		],
		[
			"StartChildWorkflowExecution: { workflowId: $unique.kid }",
			"startChildWorkflowExecutionDecisionAttributes",
			{ workflowId: "$unique.kid", taskList: { name: "$unique.kid" }, workflowType: "$workflowTypes.workflow" },
		],
		[
			"ContinueAsNewWorkflowExecution",
			"continueAsNewWorkflowExecutionDecisionAttributes",
			{ taskList: { name: "$run.workflowId" } },
		],
		[
			"ContinueAsNewWorkflowExecution: { taskList: { $absent: true } }",
			"continueAsNewWorkflowExecutionDecisionAttributes",
			{ taskList: { $absent: true } },
		],
	])("%s", (yaml, member, attributes) => {
		expect(decided(`- ${yaml}`)).toEqual([{ decisionType: yaml.split(":")[0], [member]: attributes }]);
	});
});

describe("a fixture is registered with", () => {
	test("the members of a domain", () => {
		expect(fillFixture("domains", "main", {}).members).toEqual({ workflowExecutionRetentionPeriodInDays: "1" });
	});

	test("the members of a workflow type", () => {
		expect(fillFixture("workflowTypes", "bare", {}).members).toEqual({
			domain: "$domains.main",
			version: "1",
			defaultExecutionStartToCloseTimeout: "3600",
			defaultTaskStartToCloseTimeout: "600",
			defaultChildPolicy: "ABANDON",
			defaultTaskList: { name: "$unique.bare" },
		});
	});

	test("the members of an activity type", () => {
		expect(fillFixture("activityTypes", "activity", {}).members).toEqual({
			domain: "$domains.main",
			version: "1",
			defaultTaskStartToCloseTimeout: "NONE",
			defaultTaskHeartbeatTimeout: "NONE",
			defaultTaskScheduleToStartTimeout: "NONE",
			defaultTaskScheduleToCloseTimeout: "NONE",
			defaultTaskList: { name: "$unique.activity" },
		});
	});

	test("what is given, member by member", () => {
		const { members } = fillFixture("workflowTypes", "w", {
			defaultChildPolicy: "TERMINATE",
			defaultTaskList: { $absent: true },
		});
		expect(members).toMatchObject({ version: "1", defaultChildPolicy: "TERMINATE", defaultTaskList: { $absent: true } });
	});
});
