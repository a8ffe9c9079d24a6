import { describe, expect, test } from "vitest";
import { text } from "./driver.ts";
import { activityType, decision, domain, rehearse, taskList, workflowType } from "./rehearsal.ts";

const marker = (markerName: string) => decision("RecordMarker", { markerName });
const complete = decision("CompleteWorkflowExecution", {});
const signal = { domain, workflowId: "w", signalName: "s" };

describe("decision tasks", () => {
	test("a start is followed by a decision task of the same time", () => {
		const model = rehearse();
		model.start("w");
		const [started, scheduled, ...rest] = model.events("w");
		expect([started?.eventType, scheduled?.eventType, rest]).toEqual(["WorkflowExecutionStarted", "DecisionTaskScheduled", []]);
		expect(scheduled?.eventTimestamp).toBe(started?.eventTimestamp);
	});

	test("a second waking event adds no second pending task", () => {
		const model = rehearse();
		model.start("w");
		model.ask("SignalWorkflowExecution", signal);
		expect(model.types("w").slice(1)).toEqual(["DecisionTaskScheduled", "WorkflowExecutionSignaled"]);
	});

	test("a waking event schedules a task at once while another is held, and it is handed out after that", () => {
		const model = rehearse();
		model.start("w");
		const { taskToken } = model.pollDecision();
		model.ask("SignalWorkflowExecution", signal);
		expect(model.types("w").slice(2)).toEqual(["DecisionTaskStarted", "WorkflowExecutionSignaled", "DecisionTaskScheduled"]);
		expect(model.pollDecision()["taskToken"]).toBe("");
		model.ask("RespondDecisionTaskCompleted", { taskToken: String(taskToken) });
		expect(model.pollDecision()).toMatchObject({ startedEventId: 7, previousStartedEventId: 3 });
	});

	test("a decision to close is refused as unhandled when something came in between", () => {
		const model = rehearse();
		model.start("w");
		const { taskToken } = model.pollDecision();
		model.ask("SignalWorkflowExecution", signal);
		model.ask("RespondDecisionTaskCompleted", { taskToken: String(taskToken), decisions: [marker("m"), complete] });
		expect(model.types("w").slice(5)).toEqual(["DecisionTaskCompleted", "MarkerRecorded", "CompleteWorkflowExecutionFailed"]);
		model.decide(complete);
		expect(model.types("w").at(-1)).toBe("WorkflowExecutionCompleted");
	});

	test("the events of a batch follow the completion in order, at its time, and refer to it", () => {
		const model = rehearse();
		model.start("w");
		model.decide(marker("a"), marker("b"), decision("CancelTimer", { timerId: "none" }), marker("c"));
		const batch = model.events("w").slice(3);
		expect(batch.map(({ eventType }) => eventType)).toEqual([
			...["DecisionTaskCompleted", "MarkerRecorded", "MarkerRecorded", "CancelTimerFailed", "MarkerRecorded"],
			"DecisionTaskScheduled",
		]);
		expect(new Set(batch.map(({ eventTimestamp }) => eventTimestamp)).size).toBe(1);
		expect(model.last("w", "MarkerRecorded")?.markerRecordedEventAttributes.decisionTaskCompletedEventId).toBe(4);
	});

	test.each([
		["a closing decision that is not the last", [complete, marker("m")]],
		["a decision without its attributes", [marker("m"), { decisionType: "StartTimer" as const }]],
		["a decision that breaks a constraint", [marker("m"), marker("")]],
	])("%s refuses the whole batch, and the token stays good", (_title, decisions) => {
		const model = rehearse();
		model.start("w");
		const taskToken = text(model.pollDecision(), "taskToken");
		expect(model.refusal("RespondDecisionTaskCompleted", { taskToken, decisions })).toBe("ValidationException");
		expect(model.types("w").at(-1)).toBe("DecisionTaskStarted");
		model.ask("RespondDecisionTaskCompleted", { taskToken, decisions: [complete] });
	});

	test("an empty list of decisions schedules nothing", () => {
		const model = rehearse();
		model.start("w");
		model.decide();
		expect(model.types("w").at(-1)).toBe("DecisionTaskCompleted");
		expect(model.pollDecision()["taskToken"]).toBe("");
	});

	test("a token answers once", () => {
		const model = rehearse();
		model.start("w");
		const taskToken = text(model.pollDecision(), "taskToken");
		model.ask("RespondDecisionTaskCompleted", { taskToken });
		const again = model.call("RespondDecisionTaskCompleted", { taskToken });
		expect(again).toMatchObject({
			fault: { type: "UnknownResourceFault", message: "Unknown decision task, scheduledEventId = 2" },
		});
	});

	test("a made-up token, and that of an activity task, are invalid", () => {
		const model = rehearse();
		model.start("w");
		model.decide(decision("ScheduleActivityTask", { activityId: "1", activityType }));
		const activityToken = text(model.pollActivity(), "taskToken");
		for (const taskToken of ["made up", activityToken]) {
			expect(model.refusal("RespondDecisionTaskCompleted", { taskToken })).toBe("ValidationException");
		}
	});

	test("a task that is not answered in time is replaced, and a late answer is refused", () => {
		const model = rehearse();
		model.start("w");
		const taskToken = text(model.pollDecision(), "taskToken");
		model.elapse(61);
		expect(model.types("w").slice(3)).toEqual(["DecisionTaskTimedOut", "DecisionTaskScheduled"]);
		expect(model.refusal("RespondDecisionTaskCompleted", { taskToken })).toBe("UnknownResourceFault");
		expect(model.pollDecision()).toMatchObject({ startedEventId: 6, previousStartedEventId: 0 });
	});

	test("the context stays until another one replaces it, be it empty", () => {
		const model = rehearse();
		const runId = model.start("w");
		const context = () => model.describe("w", runId)["latestExecutionContext"];
		const respond = (given: { executionContext?: string }) => {
			const taskToken = text(model.pollDecision(), "taskToken");
			model.ask("RespondDecisionTaskCompleted", { taskToken, ...given });
			model.ask("SignalWorkflowExecution", signal);
		};
		expect(context()).toBeUndefined();
		respond({ executionContext: "c" });
		respond({});
		expect(context()).toBe("c");
		respond({ executionContext: "" });
		expect(context()).toBe("");
	});

	test("a more urgent task is handed out first, then the older one", () => {
		const model = rehearse();
		model.start("a");
		model.start("b", { taskPriority: "5" });
		model.start("c", { taskPriority: "5" });
		const next = () => model.pollDecision()["workflowExecution"];
		expect([next(), next(), next()]).toMatchObject([{ workflowId: "b" }, { workflowId: "c" }, { workflowId: "a" }]);
	});

	test("a decider that starts at its previous task gets the history from there", () => {
		const model = rehearse();
		model.start("w");
		model.decide(decision("StartTimer", { timerId: "t", startToFireTimeout: "0" }));
		const input = { domain, taskList, startAtPreviousStartedEvent: true };
		const { events } = model.ask("PollForDecisionTask", input);
		expect(events).toMatchObject([3, 4, 5, 6, 7, 8].map((eventId) => ({ eventId })));
	});

	test("the pages of a task hand out no other task and end at its start", () => {
		const model = rehearse();
		model.start("w");
		model.start("other");
		const first = model.ask("PollForDecisionTask", { domain, taskList, maximumPageSize: 2 });
		model.ask("SignalWorkflowExecution", signal);
		const nextPageToken = text(first, "nextPageToken");
		const second = model.ask("PollForDecisionTask", { domain, taskList, maximumPageSize: 2, nextPageToken });
		expect(second).toMatchObject({ taskToken: first["taskToken"], startedEventId: 3, events: [{ eventId: 3 }] });
		expect(second).not.toHaveProperty("nextPageToken");
		expect(model.types("other")).toHaveLength(2);
		const execution = { workflowId: "w", runId: "r" };
		expect(model.refusal("GetWorkflowExecutionHistory", { domain, execution, nextPageToken })).toBe("UnknownResourceFault");
	});

	test("a temporary task list is given up when nobody polls it in time", () => {
		const model = rehearse();
		model.start("w");
		const taskToken = text(model.pollDecision(), "taskToken");
		const redirection = { taskList: { name: "host" }, taskListScheduleToStartTimeout: "10" };
		model.ask("RespondDecisionTaskCompleted", { taskToken, ...redirection });
		model.ask("SignalWorkflowExecution", signal);
		expect(model.last("w", "DecisionTaskScheduled")).toMatchObject({
			decisionTaskScheduledEventAttributes: { taskList: { name: "host" }, scheduleToStartTimeout: "10" },
		});
		model.elapse(11);
		const timedOut = model.last("w", "DecisionTaskTimedOut")?.decisionTaskTimedOutEventAttributes;
		expect(timedOut).toEqual({ timeoutType: "SCHEDULE_TO_START", scheduledEventId: 6, startedEventId: 0 });
		expect(model.pollDecision("host")["taskToken"]).toBe("");
		expect(model.pollDecision()["startedEventId"]).toBe(9);
	});

	test("a closed execution has no task to hand out", () => {
		const model = rehearse();
		model.start("w");
		model.ask("TerminateWorkflowExecution", { domain, workflowId: "w" });
		expect(model.pollDecision()).toEqual({ taskToken: "", startedEventId: 0, previousStartedEventId: 0 });
		const pending = model.ask("CountPendingDecisionTasks", { domain, taskList });
		expect(pending).toEqual({ count: 0, truncated: false });
	});

	test("an execution of a type without any priority shows none", () => {
		const model = rehearse();
		model.start("w", { workflowType });
		expect(JSON.stringify(model.events("w"))).not.toContain("taskPriority");
	});
});
