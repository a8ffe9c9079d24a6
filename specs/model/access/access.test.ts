import { describe, expect, test } from "vitest";
import type { Value } from "../../wire/value.ts";
import {
	activityTaskList,
	activityType,
	decision,
	domain,
	type Rehearsal,
	rehearse,
	taskList,
	workflowType,
} from "../rehearsal.ts";
import type { Conditions, Policy, PolicyStatement } from "./policy.ts";

const arn = (name: string) => `arn:aws:swf:us-east-1:123456789012:/domain/${name}`;
const everything: PolicyStatement = { Effect: "Allow", Action: "swf:*", Resource: "*" };
const as = (...Statement: PolicyStatement[]) => ({ principal: { name: "anna", policy: { Statement } satisfies Policy } });
const start = { domain, workflowId: "w", workflowType };

describe("a call", () => {
	test("without a principal, or by one without a policy, is allowed", () => {
		const { ask } = rehearse();
		ask("DescribeDomain", { name: domain });
		ask("DescribeDomain", { name: domain }, { principal: { name: "owner" } });
	});

	test("that no statement allows is refused and changes nothing", () => {
		const { call, refusal, model } = rehearse();
		const before = model().executions;
		expect(refusal("StartWorkflowExecution", start, as())).toBe("OperationNotPermittedFault");
		expect(model().executions).toBe(before);
		expect(call("DescribeDomain", { name: domain }, as())).toMatchObject({
			fault: {
				message: `User: arn:aws:iam::123456789012:user/anna is not authorized to perform: swf:DescribeDomain on resource: ${arn(domain)}`,
			},
		});
	});

	test("that one statement allows and another denies is refused", () => {
		const { refusal } = rehearse();
		const caller = as(everything, { Effect: "Deny", Action: "swf:Start*", Resource: "*" });
		expect(refusal("StartWorkflowExecution", start, caller)).toBe("OperationNotPermittedFault");
	});

	test("of wrong form is told so before anybody asks who sent it", () => {
		expect(rehearse().refusal("DescribeDomain", {}, as())).toBe("ValidationException");
	});

	test.each<[string, PolicyStatement]>([
		["by name", { Effect: "Allow", Action: "swf:DescribeDomain", Resource: arn(domain) }],
		["in a list", { Effect: "Allow", Action: ["swf:ListDomains", "swf:DescribeDomain"], Resource: [arn("x"), arn(domain)] }],
		["whatever the case of the action", { Effect: "Allow", Action: "SWF:describedomain", Resource: "*" }],
		["by wildcards", { Effect: "Allow", Action: "swf:Desc?ibe*", Resource: "arn:aws:swf:*:123456789012:/domain/dom*" }],
		["by what is left out", { Effect: "Allow", NotAction: "swf:List*", NotResource: arn("other") }],
	])("can be allowed %s", (_title, statement) => {
		rehearse().ask("DescribeDomain", { name: domain }, as(statement));
	});

	test.each<[string, PolicyStatement]>([
		["another action", { Effect: "Allow", Action: "swf:ListDomains", Resource: "*" }],
		["another domain", { Effect: "Allow", Action: "swf:*", Resource: arn("other") }],
		["another service", { Effect: "Allow", Action: "sqs:*", Resource: "*" }],
		["all but this action", { Effect: "Allow", NotAction: "swf:Describe*", Resource: "*" }],
		["a name in which a dot is no wildcard", { Effect: "Allow", Action: "swf:.*", Resource: "*" }],
	])("is not allowed by a statement for %s", (_title, statement) => {
		expect(rehearse().refusal("DescribeDomain", { name: domain }, as(statement))).toBe("OperationNotPermittedFault");
	});

	test("on a tag belongs to the domain that the ARN names", () => {
		const { ask, refusal } = rehearse();
		const caller = as({ Effect: "Allow", Action: "swf:*", Resource: arn(domain) });
		ask("ListTagsForResource", { resourceArn: arn(domain) }, caller);
		expect(refusal("ListTagsForResource", { resourceArn: arn("other") }, caller)).toBe("OperationNotPermittedFault");
	});

	test("on a task belongs to the domain of its run", () => {
		const play = rehearse();
		play.start("w");
		const { taskToken } = play.pollDecision();
		const elsewhere = as({ Effect: "Allow", Action: "swf:*", Resource: arn("other") });
		expect(play.refusal("RespondDecisionTaskCompleted", { taskToken: String(taskToken) }, elsewhere)).toBe(
			"OperationNotPermittedFault",
		);
		const here = as({ Effect: "Allow", Action: "swf:*", Resource: arn(domain) });
		play.ask("RespondDecisionTaskCompleted", { taskToken: String(taskToken) }, here);
	});

	test.each([arn("*"), "arn:aws:swf::123456789012:domain/*", "*"])("to list domains is on %s", (Resource) => {
		rehearse().ask("ListDomains", { registrationStatus: "REGISTERED" }, as({ Effect: "Allow", Action: "*", Resource }));
	});
});

describe("a condition", () => {
	const under = (Condition: Conditions) => as({ ...everything, Condition });
	const outcome = (Condition: Conditions, given: object = {}) =>
		rehearse().call("StartWorkflowExecution", { ...start, ...given }, under(Condition)).kind;

	test.each<[string, Conditions, object]>([
		["on the type", { StringEquals: { "swf:workflowType.name": "order", "swf:workflowType.version": "1" } }, {}],
		["on one of several values", { StringEquals: { "swf:workflowType.name": ["other", "order"] } }, {}],
		["on a key in another case", { StringEquals: { "SWF:WorkflowType.Name": "order" } }, {}],
		["on the task list that comes from the type", { StringEquals: { "swf:taskList.name": "decisions" } }, {}],
		["on a tag", { StringEquals: { "swf:tagList.member.1": "b" } }, { tagList: ["a", "b"] }],
		["on a tag if there is one", { StringEqualsIfExists: { "swf:tagList.member.0": "a" } }, {}],
		["that wants a key to be absent", { Null: { "swf:tagList.member.0": "true" } }, {}],
		["like a pattern", { StringLike: { "swf:workflowType.name": "ord*" } }, {}],
		["whatever the case", { StringEqualsIgnoreCase: { "swf:workflowType.name": "ORDER" } }, {}],
		["that wants another value", { StringNotEquals: { "swf:workflowType.name": ["x", "y"] } }, {}],
		["that wants another value of an absent key", { StringNotLike: { "swf:tagList.member.0": "x*" } }, {}],
	])("%s can be met", (_title, condition, given) => {
		expect(outcome(condition, given)).toBe("answer");
	});

	test.each<[string, Conditions, object]>([
		["on another version", { StringEquals: { "swf:workflowType.name": "order", "swf:workflowType.version": "2" } }, {}],
		["on a tag that is not there", { StringEquals: { "swf:tagList.member.0": "a" } }, {}],
		["on a tag in another place", { StringEquals: { "swf:tagList.member.0": "b" } }, { tagList: ["a", "b"] }],
		["on the case", { StringEquals: { "swf:workflowType.name": "ORDER" } }, {}],
		["on anything but this", { StringNotEquals: { "swf:workflowType.name": ["x", "order"] } }, {}],
		["on the absence of what is there", { Null: { "swf:taskList.name": "true" } }, {}],
		["of two operators, one met", { Null: { "swf:x": "true" }, StringLike: { "swf:taskList.name": "x" } }, {}],
	])("%s can be unmet", (_title, condition, given) => {
		expect(outcome(condition, given)).toBe("fault");
	});

	test("can constrain every parameter that the developer guide names", () => {
		const { refusal, ask } = rehearse();
		const only = (key: string, value: string) => under({ StringEquals: { [key]: value } });
		const time = { oldestDate: 0 };
		ask(
			"CountOpenWorkflowExecutions",
			{ domain, startTimeFilter: time, tagFilter: { tag: "a" } },
			only("swf:tagFilter.tag", "a"),
		);
		ask(
			"CountClosedWorkflowExecutions",
			{ domain, startTimeFilter: time, typeFilter: { name: "t", version: "1" } },
			under({ StringEquals: { "swf:typeFilter.name": "t", "swf:typeFilter.version": "1" } }),
		);
		ask("CountPendingActivityTasks", { domain, taskList }, only("swf:taskList.name", "decisions"));
		ask("DescribeActivityType", { domain, activityType }, only("swf:activityType.name", "charge"));
		const registered = { domain, name: "n", version: "v", defaultTaskList: { name: "l" } };
		for (const [key, value] of [
			["swf:name", "n"],
			["swf:version", "v"],
			["swf:defaultTaskList.name", "l"],
		] as const) {
			expect(refusal("RegisterWorkflowType", registered, only(key, "x"))).toBe("OperationNotPermittedFault");
			expect(refusal("RegisterActivityType", { ...registered, defaultTaskList: { name: value } }, only(key, "x"))).toBe(
				"OperationNotPermittedFault",
			);
		}
		ask("RegisterActivityType", registered, only("swf:name", "n"));
	});
});

describe("a decision", () => {
	const call: PolicyStatement = { Effect: "Allow", Action: "swf:RespondDecisionTaskCompleted", Resource: "*" };

	function decideAs(play: Rehearsal, decisions: readonly Value<"Decision">[], ...allowed: PolicyStatement[]) {
		const taskToken = String(play.pollDecision()["taskToken"]);
		const size = play.events("w").length;
		play.ask("RespondDecisionTaskCompleted", { taskToken, decisions }, as(call, ...allowed));
		return play.events("w").slice(size + 1);
	}

	const workflowId = "other";
	const failures: readonly [string, Value<"Decision">][] = [
		["ScheduleActivityTaskFailed", decision("ScheduleActivityTask", { activityType, activityId: "a" })],
		["RequestCancelActivityTaskFailed", decision("RequestCancelActivityTask", { activityId: "a" })],
		["StartTimerFailed", decision("StartTimer", { timerId: "t", startToFireTimeout: "1" })],
		["CancelTimerFailed", decision("CancelTimer", { timerId: "t" })],
		["RecordMarkerFailed", decision("RecordMarker", { markerName: "m" })],
		["StartChildWorkflowExecutionFailed", decision("StartChildWorkflowExecution", { workflowId, workflowType })],
		["CompleteWorkflowExecutionFailed", decision("CompleteWorkflowExecution", {})],
		["CompleteWorkflowExecutionFailed", { decisionType: "CompleteWorkflowExecution" }],
		["FailWorkflowExecutionFailed", decision("FailWorkflowExecution", {})],
		["CancelWorkflowExecutionFailed", decision("CancelWorkflowExecution", {})],
		["ContinueAsNewWorkflowExecutionFailed", decision("ContinueAsNewWorkflowExecution", {})],
	];

	test.each(failures)("that is not allowed fails as %s and wakes the decider", (type, refused) => {
		const play = rehearse();
		play.start("w");
		const events = decideAs(play, [refused]);
		expect(events.map(({ eventType }) => eventType)).toEqual([type, "DecisionTaskScheduled"]);
		expect(JSON.stringify(events[0])).toContain(`"cause":"OPERATION_NOT_PERMITTED"`);
		expect(JSON.stringify(events[0])).toContain(`"decisionTaskCompletedEventId":4`);
	});

	test.each([
		[
			"SignalExternalWorkflowExecution",
			decision("SignalExternalWorkflowExecution", { workflowId, signalName: "s", control: "c" }),
		],
		["RequestCancelExternalWorkflowExecution", decision("RequestCancelExternalWorkflowExecution", { workflowId, control: "c" })],
	] as const)("to %s that is not allowed is announced, fails and reaches nobody", (type, refused) => {
		const play = rehearse();
		play.start("w");
		play.start(workflowId);
		const [initiated, failed, scheduled, ...more] = decideAs(play, [refused]);
		expect([initiated?.eventType, failed?.eventType]).toEqual([`${type}Initiated`, `${type}Failed`]);
		expect(JSON.stringify(failed)).toContain(`"cause":"OPERATION_NOT_PERMITTED","initiatedEventId":${initiated?.eventId}`);
		expect([scheduled?.eventType, more]).toEqual(["DecisionTaskScheduled", []]);
		expect(play.types(workflowId)).toEqual(["WorkflowExecutionStarted", "DecisionTaskScheduled"]);
	});

	test("to call a Lambda function is not controlled: the contract has no cause for it", () => {
		const play = rehearse();
		play.start("w");
		const [event] = decideAs(play, [decision("ScheduleLambdaFunction", { id: "1", name: "f" })]);
		expect(event?.eventType).toBe("LambdaFunctionScheduled");
	});

	test("that is allowed stands beside one that is not", () => {
		const play = rehearse();
		play.start("w");
		const timer = decision("StartTimer", { timerId: "t", startToFireTimeout: "9" });
		const events = decideAs(play, [timer, decision("RecordMarker", { markerName: "m" })], {
			...everything,
			Action: "swf:StartTimer",
		});
		expect(events.map(({ eventType }) => eventType)).toEqual(["TimerStarted", "RecordMarkerFailed", "DecisionTaskScheduled"]);
	});

	test.each<[string, Value<"Decision">, Record<string, string>, string]>([
		[
			"an activity",
			decision("ScheduleActivityTask", { activityType, activityId: "a" }),
			{ "swf:activityType.name": "charge", "swf:activityType.version": "1", "swf:taskList.name": activityTaskList.name },
			"ActivityTaskScheduled",
		],
		[
			"a child",
			decision("StartChildWorkflowExecution", { workflowType, workflowId, tagList: ["a"] }),
			{ "swf:workflowType.name": "order", "swf:tagList.member.0": "a", "swf:taskList.name": taskList.name },
			"StartChildWorkflowExecutionInitiated",
		],
		[
			"a successor",
			decision("ContinueAsNewWorkflowExecution", {}),
			{ "swf:workflowTypeVersion": "1", "swf:workflowType.version": "1", "swf:taskList.name": taskList.name },
			"WorkflowExecutionContinuedAsNew",
		],
	])("to start %s can be constrained by its parameters", (_title, constrained, keys, type) => {
		const play = rehearse();
		const runId = play.start("w");
		decideAs(play, [constrained], { ...everything, Condition: { StringEquals: keys } });
		expect(play.events(runId)[4]?.eventType).toBe(type);
		for (const key of Object.keys(keys)) {
			const other = rehearse();
			other.start("w");
			const [event] = decideAs(other, [constrained], { ...everything, Condition: { StringEquals: { ...keys, [key]: "x" } } });
			expect(JSON.stringify(event)).toContain("OPERATION_NOT_PERMITTED");
		}
	});
});
