import { describe, expect, test } from "vitest";
import { operationNames } from "../../wire/contract.ts";
import type { Value } from "../../wire/value.ts";
import { activityType, decision, domain, rehearse, workflowType } from "../rehearsal.ts";
import { type Bucket, documentedRates, type Rates } from "./rates.ts";

const none: Rates = { calls: {}, callsPerExecution: {}, decisions: {} };
const slow: Bucket = { size: 1, refill: 0.1 };
const describeDomain = ["DescribeDomain", { name: domain }] as const;

describe("calls", () => {
	test("are not throttled unless rates are set", () => {
		const { ask } = rehearse();
		for (let call = 0; call < 300; call += 1) ask(...describeDomain);
	});

	test("beyond the bucket are refused until it has filled again", () => {
		const { call, ask, elapse, refusal } = rehearse({ rates: { ...none, calls: { DescribeDomain: { size: 2, refill: 1 } } } });
		ask(...describeDomain);
		ask(...describeDomain);
		expect(call(...describeDomain)).toEqual({
			kind: "fault",
			fault: { type: "ThrottlingException", message: "Rate exceeded" },
		});
		elapse(0.99);
		expect(refusal(...describeDomain)).toBe("ThrottlingException");
		elapse(0.01);
		ask(...describeDomain);
		elapse(60);
		ask(...describeDomain);
		ask(...describeDomain);
		expect(refusal(...describeDomain)).toBe("ThrottlingException");
	});

	test("count also when they end in a fault, and do nothing when they are throttled", () => {
		const { refusal, model } = rehearse({ rates: { ...none, calls: { StartWorkflowExecution: slow } } });
		expect(refusal("StartWorkflowExecution", {})).toBe("ValidationException");
		expect(refusal("StartWorkflowExecution", { domain, workflowId: "w", workflowType })).toBe("ThrottlingException");
		expect(model().executions.size).toBe(0);
	});

	test("have a bucket each: one being empty does not matter to another", () => {
		const { ask } = rehearse({ rates: { ...none, calls: { DescribeDomain: slow, ListDomains: slow } } });
		ask(...describeDomain);
		ask("ListDomains", { registrationStatus: "REGISTERED" });
	});

	test("of a wrong form are refused for that, however deep it goes", () => {
		const { refusal } = rehearse({ rates: documentedRates });
		const execution = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
		expect(refusal("GetWorkflowExecutionHistory", { domain, execution })).toBe("SerializationException");
	});

	test("can be limited for each execution by itself", () => {
		const play = rehearse({
			rates: { ...none, callsPerExecution: { SignalWorkflowExecution: slow, RecordActivityTaskHeartbeat: slow } },
		});
		play.start("a");
		play.start("b");
		const signal = (workflowId: string) => ["SignalWorkflowExecution", { domain, workflowId, signalName: "s" }] as const;
		play.ask(...signal("a"));
		expect(play.refusal(...signal("a"))).toBe("ThrottlingException");
		play.ask(...signal("b"));
		play.decide(decision("ScheduleActivityTask", { activityType, activityId: "1" }));
		const taskToken = String(play.pollActivity()["taskToken"]);
		play.ask("RecordActivityTaskHeartbeat", { taskToken });
		expect(play.refusal("RecordActivityTaskHeartbeat", { taskToken })).toBe("ThrottlingException");
	});

	test("are all among the documented ones", () => {
		expect(Object.keys(documentedRates.calls).sort()).toEqual([...operationNames].sort());
	});
});

describe("decisions", () => {
	const limited: readonly [cause: string, Value<"Decision">][] = [
		["ACTIVITY_CREATION_RATE_EXCEEDED", decision("ScheduleActivityTask", { activityType, activityId: "a" })],
		["TIMER_CREATION_RATE_EXCEEDED", decision("StartTimer", { timerId: "t", startToFireTimeout: "9" })],
		["CHILD_CREATION_RATE_EXCEEDED", decision("StartChildWorkflowExecution", { workflowId: "c", workflowType })],
		["LAMBDA_FUNCTION_CREATION_RATE_EXCEEDED", decision("ScheduleLambdaFunction", { id: "l", name: "f" })],
		[
			"SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED",
			decision("SignalExternalWorkflowExecution", { workflowId: "x", signalName: "s" }),
		],
		[
			"REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED",
			decision("RequestCancelExternalWorkflowExecution", { workflowId: "x" }),
		],
		["CONTINUE_AS_NEW_WORKFLOW_EXECUTION_RATE_EXCEEDED", decision("ContinueAsNewWorkflowExecution", {})],
	];

	test.each(limited)("fail with %s, at once and with the decider woken", (cause, given) => {
		const play = rehearse({ rates: { ...none, decisions: { [given.decisionType]: { size: 0, refill: 0 } } } });
		play.start("w");
		play.decide(given);
		const events = play.events("w").slice(4);
		expect(JSON.stringify(events)).toContain(`"cause":"${cause}"`);
		expect(events.at(-1)?.eventType).toBe("DecisionTaskScheduled");
	});

	test("fail one by one: those before the bucket was empty are carried out", () => {
		const play = rehearse({ rates: { ...none, decisions: { StartTimer: slow } } });
		play.start("w");
		const timer = (timerId: string) => decision("StartTimer", { timerId, startToFireTimeout: "9" });
		play.decide(timer("1"), timer("2"), decision("RecordMarker", { markerName: "m" }));
		expect(play.types("w").slice(4)).toEqual([
			...["TimerStarted", "StartTimerFailed", "MarkerRecorded", "DecisionTaskScheduled"],
		]);
	});

	test("that put tasks on one list are counted for that list", () => {
		const play = rehearse({ rates: { ...none, tasksPerList: slow } });
		play.start("w");
		const activity = (activityId: string, name?: string) =>
			decision("ScheduleActivityTask", { activityType, activityId, ...(name === undefined ? {} : { taskList: { name } }) });
		play.decide(activity("1"), activity("2", "elsewhere"), activity("3"));
		expect(play.types("w").slice(4, 7)).toEqual(["ActivityTaskScheduled", "ActivityTaskScheduled", "ScheduleActivityTaskFailed"]);
	});
});
