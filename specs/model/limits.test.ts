import { describe, expect, test } from "vitest";
import type { OperationName } from "../wire/contract.ts";
import type { Json } from "../wire/json.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { activityType, decision, domain, rehearse, taskList, workflowType } from "./rehearsal.ts";

const resourceArn = `arn:aws:swf:us-east-1:123456789012:/domain/${domain}`;
const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}` }));
const retention = { workflowExecutionRetentionPeriodInDays: "7" };
const child = (workflowId: string) => decision("StartChildWorkflowExecution", { workflowId, workflowType });
const timer = (timerId: string) => decision("StartTimer", { timerId, startToFireTimeout: "99" });
const activity = (activityId: string) => decision("ScheduleActivityTask", { activityType, activityId });

describe("a limit that is lowered", () => {
	test.each<[keyof Limits, string, OperationName, Json]>([
		["domains", "LimitExceededFault", "RegisterDomain", { name: "second", ...retention }],
		["typesPerDomain", "LimitExceededFault", "RegisterWorkflowType", { domain, name: "n", version: "2" }],
		["typesPerDomain", "LimitExceededFault", "RegisterActivityType", { domain, name: "n", version: "2" }],
		["openExecutionsPerDomain", "LimitExceededFault", "StartWorkflowExecution", { domain, workflowId: "v", workflowType }],
		["tagsPerResource", "TooManyTagsFault", "TagResource", { resourceArn, tags: tags(2) }],
		["tagsPerResource", "TooManyTagsFault", "RegisterDomain", { name: "third", ...retention, tags: tags(2) }],
	])("to one of %s ends in %s", (limit, fault, operation, input) => {
		const play = rehearse({ limits: { [limit]: 1 } });
		play.start("w");
		expect(play.refusal(operation, input)).toBe(fault);
	});

	test.each([
		["openActivityTasks", "OPEN_ACTIVITIES_LIMIT_EXCEEDED", activity],
		["openTimers", "OPEN_TIMERS_LIMIT_EXCEEDED", timer],
		["openChildren", "OPEN_CHILDREN_LIMIT_EXCEEDED", child],
		["openExecutionsPerDomain", "OPEN_WORKFLOWS_LIMIT_EXCEEDED", child],
		[
			"openLambdaFunctions",
			"OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED",
			(id: string) => decision("ScheduleLambdaFunction", { id, name: "f" }),
		],
	] as const)("to one of %s fails a decision with %s", (limit, cause, given) => {
		const play = rehearse({ limits: { [limit]: 1 } });
		play.start("w");
		play.decide(given("1"), given("2"));
		expect(JSON.stringify(play.events("w"))).toContain(`"cause":"${cause}"`);
	});

	test("of events ends the execution and so its children", () => {
		const play = rehearse({ limits: { historyEvents: 9 } });
		play.start("w");
		play.decide(child("c"));
		for (const signalName of ["1", "2", "3"]) play.call("SignalWorkflowExecution", { domain, workflowId: "w", signalName });
		expect(play.last("w", "WorkflowExecutionTerminated")).toMatchObject({
			eventId: 9,
			workflowExecutionTerminatedEventAttributes: { cause: "EVENT_LIMIT_EXCEEDED" },
		});
		expect(play.last("c", "WorkflowExecutionTerminated")).toMatchObject({
			workflowExecutionTerminatedEventAttributes: { cause: "CHILD_POLICY_APPLIED" },
		});
	});

	test("of events that the start of a task meets gives that task to nobody, and the next one in its place", () => {
		const play = rehearse({ limits: { historyEvents: 8 } });
		for (const workflowId of ["a", "b"]) {
			play.start(workflowId);
			play.decide(activity("1"));
		}
		// One event more than in `b`.
		play.ask("SignalWorkflowExecution", { domain, workflowId: "a", signalName: "s" });
		expect(play.pollActivity()).toMatchObject({ workflowExecution: { workflowId: "b" } });
		expect(play.pollActivity()).toEqual({ taskToken: "", startedEventId: 0 });
		expect(play.last("a", "WorkflowExecutionTerminated")).toMatchObject({
			workflowExecutionTerminatedEventAttributes: { cause: "EVENT_LIMIT_EXCEEDED" },
		});

		const other = rehearse({ limits: { historyEvents: 3 } });
		for (const workflowId of ["a", "b"]) other.start(workflowId);
		expect(other.pollDecision()).toMatchObject({ taskToken: "", startedEventId: 0 });
		for (const workflowId of ["a", "b"]) expect(other.last(workflowId, "WorkflowExecutionTerminated")).toBeDefined();
	});

	test("of what is counted makes every count a lower bound", () => {
		const play = rehearse({ limits: { countedItems: 1 } });
		for (const workflowId of ["a", "b"]) play.start(workflowId);
		const startTimeFilter = { oldestDate: 0 };
		expect(play.ask("CountOpenWorkflowExecutions", { domain, startTimeFilter })).toEqual({ count: 1, truncated: true });
		expect(play.ask("CountPendingDecisionTasks", { domain, taskList })).toEqual({ count: 1, truncated: true });
		expect(play.ask("CountPendingActivityTasks", { domain, taskList })).toEqual({ count: 0, truncated: false });
		for (const workflowId of ["a", "b"]) play.ask("TerminateWorkflowExecution", { domain, workflowId });
		expect(play.ask("CountClosedWorkflowExecutions", { domain, startTimeFilter })).toEqual({ count: 1, truncated: true });
	});
});

test("a limit that is switched off holds nothing back", () => {
	const play = rehearse({ limits: { openTimers: Number.POSITIVE_INFINITY } });
	play.start("w");
	play.decide(...Array.from({ length: defaultLimits.openTimers + 1 }, (_, index) => timer(String(index))));
	expect(play.last("w", "StartTimerFailed")).toBeUndefined();
});
