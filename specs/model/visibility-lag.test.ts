import { describe, expect, test } from "vitest";
import type { JsonObject } from "../wire/json.ts";
import { activityType, decision, domain, type Rehearsal, rehearse } from "./rehearsal.ts";

const startTimeFilter = { oldestDate: 0 };

const listed = (answer: JsonObject) => JSON.stringify(answer).match(/(?<="workflowId":")\w+/g) ?? [];
const open = ({ ask }: Rehearsal) => listed(ask("ListOpenWorkflowExecutions", { domain, startTimeFilter }));
const closed = ({ ask }: Rehearsal) => listed(ask("ListClosedWorkflowExecutions", { domain, startTimeFilter }));

describe("listings that lag behind", () => {
	test("show a start, and then a close, only after a while", () => {
		const play = rehearse({ visibilityLag: { listings: 5 } });
		play.start("w");
		expect(open(play)).toEqual([]);
		play.elapse(5);
		expect(open(play)).toEqual(["w"]);
		play.ask("TerminateWorkflowExecution", { domain, workflowId: "w" });
		expect([open(play), closed(play)]).toEqual([["w"], []]);
		expect(play.ask("CountOpenWorkflowExecutions", { domain, startTimeFilter })["count"]).toBe(1);
		expect(play.ask("CountClosedWorkflowExecutions", { domain, startTimeFilter })["count"]).toBe(0);
		play.elapse(5);
		expect([open(play), closed(play)]).toEqual([[], ["w"]]);
		expect(play.ask("CountClosedWorkflowExecutions", { domain, startTimeFilter })["count"]).toBe(1);
	});

	test("never show a run that opened and closed since", () => {
		const play = rehearse({ visibilityLag: { listings: 5 } });
		play.start("w");
		play.ask("TerminateWorkflowExecution", { domain, workflowId: "w" });
		expect([open(play), closed(play)]).toEqual([[], []]);
	});

	test("show an execution as it was, and descriptions show it as it is", () => {
		const play = rehearse({ visibilityLag: { listings: 5 } });
		const runId = play.start("w");
		play.elapse(5);
		play.ask("RequestCancelWorkflowExecution", { domain, workflowId: "w" });
		const [info] = play.ask("ListOpenWorkflowExecutions", { domain, startTimeFilter })["executionInfos"] as JsonObject[];
		expect(info?.["cancelRequested"]).toBe(false);
		expect(play.describe("w", runId)).toMatchObject({ executionInfo: { cancelRequested: true } });
	});
});

test("descriptions and histories can lag behind too", () => {
	const play = rehearse({ visibilityLag: { descriptions: 5 } });
	const runId = play.start("w");
	const execution = { workflowId: "w", runId };
	expect(play.refusal("DescribeWorkflowExecution", { domain, execution })).toBe("UnknownResourceFault");
	expect(play.refusal("GetWorkflowExecutionHistory", { domain, execution })).toBe("UnknownResourceFault");
	expect(open(play)).toEqual(["w"]);
	play.elapse(5);
	play.decide(decision("ScheduleActivityTask", { activityType, activityId: "1" }));
	expect(play.describe("w", runId)).toMatchObject({ openCounts: { openActivityTasks: 0, openDecisionTasks: 1 } });
	expect(play.ask("GetWorkflowExecutionHistory", { domain, execution })["events"]).toHaveLength(2);
	play.elapse(5);
	expect(play.describe("w", runId)).toMatchObject({ openCounts: { openActivityTasks: 1, openDecisionTasks: 0 } });
	expect(play.ask("GetWorkflowExecutionHistory", { domain, execution })["events"]).toHaveLength(5);
});

test("calls that act on an execution never lag", () => {
	const play = rehearse({ visibilityLag: { listings: 60, descriptions: 60 } });
	play.start("w");
	play.ask("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" });
	play.decide(decision("CompleteWorkflowExecution", {}));
	expect(play.refusal("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" })).toBe("UnknownResourceFault");
});
