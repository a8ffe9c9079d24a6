import { describe, expect, test } from "vitest";
import type { Value } from "../wire/value.ts";
import { dispatch } from "./dispatch.ts";
import { text } from "./driver.ts";
import { seededIds } from "./ids.ts";
import { activityTaskList, activityType, decision, domain, type Rehearsal, rehearse } from "./rehearsal.ts";

type Attributes = Value<"ScheduleActivityTaskDecisionAttributes">;
const schedule = (activityId: string, given: Partial<Attributes> = {}) =>
	decision("ScheduleActivityTask", { activityId, activityType, ...given });
const requestCancel = (activityId: string) => decision("RequestCancelActivityTask", { activityId });
const signal = { domain, workflowId: "w", signalName: "s" };

/** An execution with activity 1 in the hands of a worker. */
function withStartedActivity(given: Partial<Attributes> = {}): { model: Rehearsal; taskToken: string } {
	const model = rehearse();
	model.start("w");
	model.decide(schedule("1", given));
	return { model, taskToken: text(model.pollActivity(), "taskToken") };
}

function decideOnSignal(model: Rehearsal, ...decisions: readonly Value<"Decision">[]): void {
	model.ask("SignalWorkflowExecution", signal);
	model.decide(...decisions);
}

describe("activity tasks", () => {
	test("scheduling records the settings in force and wakes nobody", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1", { control: "c", input: "i", startToCloseTimeout: "9" }));
		expect(model.events("w").at(-1)).toMatchObject({
			activityTaskScheduledEventAttributes: { control: "c", input: "i", startToCloseTimeout: "9", heartbeatTimeout: "NONE" },
		});
		const task = model.pollActivity();
		expect(task).toMatchObject({ activityId: "1", activityType, input: "i", startedEventId: 6 });
		expect(task).not.toHaveProperty("control");
	});

	test.each([
		["an unknown type", { activityType: { name: "none", version: "1" } }, "ACTIVITY_TYPE_DOES_NOT_EXIST"],
		["an id that is in use", {}, "ACTIVITY_ID_ALREADY_IN_USE"],
	])("%s fails the decision and wakes the decider", (_title, given, cause) => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1"), schedule("1", given));
		expect(model.last("w", "ScheduleActivityTaskFailed")?.scheduleActivityTaskFailedEventAttributes.cause).toBe(cause);
		expect(model.types("w").at(-1)).toBe("DecisionTaskScheduled");
	});

	test("a type without defaults needs every setting from the decision", () => {
		const model = rehearse();
		model.ask("RegisterActivityType", { domain, name: "bare", version: "1" });
		model.start("w");
		model.decide(schedule("1", { activityType: { name: "bare", version: "1" } }));
		const failed = model.last("w", "ScheduleActivityTaskFailed")?.scheduleActivityTaskFailedEventAttributes;
		expect(failed?.cause).toBe("DEFAULT_TASK_LIST_UNDEFINED");
	});

	test("an id is free again once its task closed", () => {
		const { model, taskToken } = withStartedActivity();
		model.ask("RespondActivityTaskCompleted", { taskToken, result: "r" });
		model.decide(schedule("1"));
		expect(model.types("w").at(-1)).toBe("ActivityTaskScheduled");
	});

	test.each([
		["RespondActivityTaskCompleted", { result: "r" }, "ActivityTaskCompleted"],
		["RespondActivityTaskFailed", { reason: "r", details: "d" }, "ActivityTaskFailed"],
		["RespondActivityTaskCanceled", { details: "d" }, "ActivityTaskCanceled"],
	] as const)("%s closes the task and wakes the decider; the token is good no more", (operation, given, eventType) => {
		const { model, taskToken } = withStartedActivity();
		model.ask(operation, { taskToken, ...given });
		expect(model.types("w").slice(-2)).toEqual([eventType, "DecisionTaskScheduled"]);
		expect(JSON.stringify(model.last("w", eventType))).toContain(`"scheduledEventId":5,"startedEventId":6`);
		expect(model.call("RecordActivityTaskHeartbeat", { taskToken })).toMatchObject({
			fault: { type: "UnknownResourceFault", message: "Unknown activity, scheduledEventId = 5" },
		});
	});

	test("a task of a closed execution is nobody's business any more", () => {
		const { model, taskToken } = withStartedActivity();
		model.ask("TerminateWorkflowExecution", { domain, workflowId: "w" });
		const { message } = refused(model, taskToken);
		expect(message).toMatch(/^Unknown execution: WorkflowExecution=\[workflowId=w, runId=/);
	});

	test("waiting tasks are counted, taken ones are not", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1"), schedule("2"));
		model.pollActivity();
		expect(model.ask("CountPendingActivityTasks", { domain, taskList: activityTaskList })["count"]).toBe(1);
	});
});

function refused(model: Rehearsal, taskToken: string): { readonly message?: string } {
	const outcome = model.call("RespondActivityTaskCompleted", { taskToken });
	if (outcome.kind === "answer") throw new Error("the answer was taken");
	return outcome.fault;
}

describe("cancelling an activity", () => {
	test("a heartbeat tells of the request, and the cancellation refers to it", () => {
		const { model, taskToken } = withStartedActivity();
		expect(model.ask("RecordActivityTaskHeartbeat", { taskToken })).toEqual({ cancelRequested: false });
		decideOnSignal(model, requestCancel("1"));
		expect(model.types("w").at(-1)).toBe("ActivityTaskCancelRequested");
		expect(model.ask("RecordActivityTaskHeartbeat", { taskToken })).toEqual({ cancelRequested: true });
		model.ask("RespondActivityTaskCanceled", { taskToken, details: "d" });
		const canceled = model.last("w", "ActivityTaskCanceled")?.activityTaskCanceledEventAttributes;
		expect(canceled).toEqual({ details: "d", scheduledEventId: 5, startedEventId: 6, latestCancelRequestedEventId: 11 });
	});

	test("of two requests the later one is referred to", () => {
		const { model, taskToken } = withStartedActivity();
		decideOnSignal(model, requestCancel("1"), requestCancel("1"));
		model.ask("RespondActivityTaskCanceled", { taskToken });
		const canceled = model.last("w", "ActivityTaskCanceled")?.activityTaskCanceledEventAttributes;
		expect(canceled?.latestCancelRequestedEventId).toBe(12);
	});

	test("a task may be cancelled that nobody asked for", () => {
		const { model, taskToken } = withStartedActivity();
		model.ask("RespondActivityTaskCanceled", { taskToken });
		const canceled = model.last("w", "ActivityTaskCanceled")?.activityTaskCanceledEventAttributes;
		expect(canceled).not.toHaveProperty("latestCancelRequestedEventId");
	});

	test("a task that was not taken is cancelled by the service after the batch", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1"), requestCancel("1"), decision("RecordMarker", { markerName: "m" }));
		expect(model.types("w").slice(5)).toEqual([
			...["ActivityTaskCancelRequested", "MarkerRecorded", "ActivityTaskCanceled", "DecisionTaskScheduled"],
		]);
		const canceled = model.last("w", "ActivityTaskCanceled");
		expect(canceled?.activityTaskCanceledEventAttributes).toEqual({
			scheduledEventId: 5,
			startedEventId: 0,
			latestCancelRequestedEventId: 6,
		});
		expect(canceled?.eventTimestamp).toBeGreaterThan(model.last("w", "MarkerRecorded")?.eventTimestamp ?? Number.NaN);
		expect(model.pollActivity()["taskToken"]).toBe("");
	});

	test("no worker gets a task between the request and the service's cancellation", () => {
		const model = rehearse();
		model.start("w");
		const taskToken = text(model.pollDecision(), "taskToken");
		const ids = seededIds("any");
		const decisions = [schedule("1"), requestCancel("1")];
		const { model: unsettled } = dispatch(
			model.model(),
			"RespondDecisionTaskCompleted",
			{ taskToken, decisions },
			model.now(),
			ids,
		);
		const { outcome } = dispatch(unsettled, "PollForActivityTask", { domain, taskList: activityTaskList }, model.now(), ids);
		expect(outcome).toMatchObject({ output: { taskToken: "" } });
	});

	test("a close in the same batch comes before the service's cancellation, which then is left out", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1"), requestCancel("1"), decision("CompleteWorkflowExecution", {}));
		expect(model.types("w").slice(-2)).toEqual(["ActivityTaskCancelRequested", "WorkflowExecutionCompleted"]);
	});

	test("a request for a task that is not open fails", () => {
		const { model, taskToken } = withStartedActivity();
		model.ask("RespondActivityTaskCompleted", { taskToken });
		model.decide(requestCancel("1"));
		const failed = model.last("w", "RequestCancelActivityTaskFailed")?.requestCancelActivityTaskFailedEventAttributes;
		expect(failed?.cause).toBe("ACTIVITY_ID_UNKNOWN");
	});

	test("a request to cancel the execution does not reach its activities", () => {
		const { model, taskToken } = withStartedActivity();
		model.ask("RequestCancelWorkflowExecution", { domain, workflowId: "w" });
		expect(model.ask("RecordActivityTaskHeartbeat", { taskToken })).toEqual({ cancelRequested: false });
	});

	test("a task that is asked to be cancelled may complete all the same", () => {
		const { model, taskToken } = withStartedActivity();
		decideOnSignal(model, requestCancel("1"));
		model.ask("RespondActivityTaskCompleted", { taskToken });
		expect(model.types("w").slice(-2)).toEqual(["ActivityTaskCompleted", "DecisionTaskScheduled"]);
	});
});

describe("timeouts of activity tasks", () => {
	const timedOut = (model: Rehearsal) => model.last("w", "ActivityTaskTimedOut")?.activityTaskTimedOutEventAttributes;

	test.each(["SCHEDULE_TO_START", "SCHEDULE_TO_CLOSE"] as const)("%s ends a task that nobody takes", (timeoutType) => {
		const model = rehearse();
		model.start("w");
		model.decide(
			schedule("1", timeoutType === "SCHEDULE_TO_START" ? { scheduleToStartTimeout: "5" } : { scheduleToCloseTimeout: "5" }),
		);
		model.elapse(4);
		expect(timedOut(model)).toBeUndefined();
		model.elapse(1);
		expect(timedOut(model)).toEqual({ timeoutType, scheduledEventId: 5, startedEventId: 0 });
		expect(model.types("w").at(-1)).toBe("DecisionTaskScheduled");
		expect(model.pollActivity()["taskToken"]).toBe("");
	});

	test("schedule to start has no hold on a task that was taken, start to close counts from then", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule("1", { scheduleToStartTimeout: "5", startToCloseTimeout: "10" }));
		model.elapse(4);
		model.pollActivity();
		model.elapse(9);
		expect(timedOut(model)).toBeUndefined();
		model.elapse(2);
		expect(timedOut(model)).toMatchObject({ timeoutType: "START_TO_CLOSE", startedEventId: 6 });
	});

	test("heartbeats keep a task alive, and the last one's details show when they stop", () => {
		const { model, taskToken } = withStartedActivity({ heartbeatTimeout: "5" });
		for (const details of ["a", "b", "c"]) {
			model.elapse(4);
			model.ask("RecordActivityTaskHeartbeat", { taskToken, details });
		}
		expect(model.types("w").at(-1)).toBe("ActivityTaskStarted");
		model.elapse(5);
		expect(timedOut(model)).toMatchObject({ timeoutType: "HEARTBEAT", details: "c" });
	});

	test("the execution's own timeout closes it and leaves what is open alone", () => {
		const model = rehearse();
		const runId = model.start("w", { executionStartToCloseTimeout: "5" });
		model.decide(schedule("1", { startToCloseTimeout: "5" }), decision("StartTimer", { timerId: "t", startToFireTimeout: "5" }));
		model.elapse(100);
		expect(model.types("w").at(-1)).toBe("WorkflowExecutionTimedOut");
		expect(model.describe("w", runId)).toMatchObject({
			executionInfo: { closeStatus: "TIMED_OUT" },
			openCounts: { openActivityTasks: 1, openTimers: 1 },
		});
	});
});
