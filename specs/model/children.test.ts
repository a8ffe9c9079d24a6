import { describe, expect, test } from "vitest";
import type { Value } from "../wire/value.ts";
import { text } from "./driver.ts";
import { activityType, decision, domain, type Rehearsal, rehearse, workflowType } from "./rehearsal.ts";

type Policy = Value<"ChildPolicy">;
type Attributes = Value<"StartChildWorkflowExecutionDecisionAttributes">;
const startChild = (workflowId: string, given: Partial<Attributes> = {}) =>
	decision("StartChildWorkflowExecution", { workflowId, workflowType, taskList: { name: "children" }, ...given });
const terminate = (workflowId: string, given: { childPolicy?: Policy } = {}) => ({ domain, workflowId, ...given });

/** A parent with an open child, both with nothing to decide. */
function family(parentPolicy: Policy = "TERMINATE", given: Partial<Attributes> = {}): Rehearsal {
	const model = rehearse();
	model.start("parent", { childPolicy: parentPolicy });
	model.decide(startChild("child", given));
	model.decide();
	respondForChild(model);
	return model;
}

/** Takes the next task of a child and answers it. */
function respondForChild(model: Rehearsal, ...decisions: readonly Value<"Decision">[]): void {
	const taskToken = text(model.pollDecision("children"), "taskToken");
	model.ask("RespondDecisionTaskCompleted", { taskToken, decisions });
}

const decideForChild = (model: Rehearsal, ...decisions: readonly Value<"Decision">[]) => {
	model.ask("SignalWorkflowExecution", { domain, workflowId: "child", signalName: "s" });
	respondForChild(model, ...decisions);
};

describe("children", () => {
	test("a child starts in a step of its own, tells its parent and knows it", () => {
		const model = rehearse();
		const runId = model.start("parent");
		model.decide(startChild("child"), decision("RecordMarker", { markerName: "m" }));
		expect(model.types("parent").slice(4)).toEqual([
			...["StartChildWorkflowExecutionInitiated", "MarkerRecorded", "ChildWorkflowExecutionStarted", "DecisionTaskScheduled"],
		]);
		expect(model.events("child")[0]).toMatchObject({
			workflowExecutionStartedEventAttributes: {
				parentWorkflowExecution: { workflowId: "parent", runId },
				parentInitiatedEventId: 5,
			},
		});
	});

	test.each([
		["completed", decision("CompleteWorkflowExecution", { result: "r" }), "ChildWorkflowExecutionCompleted", { result: "r" }],
		["failed", decision("FailWorkflowExecution", { reason: "r" }), "ChildWorkflowExecutionFailed", { reason: "r" }],
		["canceled", decision("CancelWorkflowExecution", { details: "d" }), "ChildWorkflowExecutionCanceled", { details: "d" }],
	] as const)("the parent hears that its child has %s", (_how, closing, eventType, carried) => {
		const model = family();
		decideForChild(model, closing);
		expect(model.types("parent").slice(-2)).toEqual([eventType, "DecisionTaskScheduled"]);
		const references = { initiatedEventId: 5, startedEventId: 6, workflowExecution: { workflowId: "child" } };
		expect(Object.values(model.last("parent", eventType) ?? {})).toContainEqual(expect.objectContaining(carried));
		expect(JSON.stringify(model.last("parent", eventType))).toContain(
			`"initiatedEventId":${references.initiatedEventId},"startedEventId":${references.startedEventId}`,
		);
	});

	test("the parent hears of a child that was terminated or timed out", () => {
		const model = family("TERMINATE", { executionStartToCloseTimeout: "10" });
		model.ask("TerminateWorkflowExecution", terminate("child"));
		expect(model.types("parent").slice(-2)).toEqual(["ChildWorkflowExecutionTerminated", "DecisionTaskScheduled"]);
		const other = family("TERMINATE", { executionStartToCloseTimeout: "10" });
		other.elapse(11);
		expect(other.types("parent").slice(-2)).toEqual(["ChildWorkflowExecutionTimedOut", "DecisionTaskScheduled"]);
	});

	test("a workflow id that is taken fails the start afterwards, with an initiated event to refer to", () => {
		const model = rehearse();
		model.start("taken");
		model.decide();
		model.start("parent");
		model.decide(startChild("taken", { control: "c" }));
		expect(model.types("parent").slice(4)).toEqual([
			...["StartChildWorkflowExecutionInitiated", "StartChildWorkflowExecutionFailed", "DecisionTaskScheduled"],
		]);
		expect(model.last("parent", "StartChildWorkflowExecutionFailed")).toMatchObject({
			startChildWorkflowExecutionFailedEventAttributes: {
				cause: "WORKFLOW_ALREADY_RUNNING",
				initiatedEventId: 5,
				decisionTaskCompletedEventId: 4,
				control: "c",
			},
		});
		model.ask("TerminateWorkflowExecution", terminate("parent"));
		expect(model.types("taken").at(-1)).toBe("DecisionTaskCompleted");
	});

	test("any other obstacle fails the start at once, with nothing to refer to", () => {
		const model = rehearse();
		model.start("parent");
		model.decide(startChild("child", { workflowType: { name: "none", version: "1" } }));
		expect(model.types("parent").slice(4)).toEqual(["StartChildWorkflowExecutionFailed", "DecisionTaskScheduled"]);
		const failed = model.last("parent", "StartChildWorkflowExecutionFailed")?.startChildWorkflowExecutionFailedEventAttributes;
		expect(failed).toMatchObject({ cause: "WORKFLOW_TYPE_DOES_NOT_EXIST", initiatedEventId: 0 });
	});

	test("a child that continues as new stays the child of its parent, which hears of the last run only", () => {
		const model = family();
		decideForChild(model, decision("ContinueAsNewWorkflowExecution", { taskList: { name: "children" } }));
		const successor = model.events("child")[0];
		expect(successor).toMatchObject({ workflowExecutionStartedEventAttributes: { parentInitiatedEventId: 5 } });
		expect(model.types("parent").at(-1)).toBe("DecisionTaskCompleted");
		respondForChild(model, decision("CompleteWorkflowExecution", {}));
		expect(model.types("parent").slice(-2)).toEqual(["ChildWorkflowExecutionCompleted", "DecisionTaskScheduled"]);
	});
});

describe("child policies", () => {
	const closings: Record<string, (model: Rehearsal) => void> = {
		TERMINATED: (model) => model.ask("TerminateWorkflowExecution", terminate("parent")),
		TIMED_OUT: (model) => model.elapse(3601),
		COMPLETED: (model) => decideForParent(model, decision("CompleteWorkflowExecution", {})),
		FAILED: (model) => decideForParent(model, decision("FailWorkflowExecution", {})),
		CANCELED: (model) => decideForParent(model, decision("CancelWorkflowExecution", {})),
	};
	const decideForParent = (model: Rehearsal, ...decisions: readonly Value<"Decision">[]) => {
		model.ask("SignalWorkflowExecution", { domain, workflowId: "parent", signalName: "s" });
		model.decide(...decisions);
	};
	const longLived = { executionStartToCloseTimeout: "100000", childPolicy: "ABANDON" } as const;

	test.each(Object.keys(closings))("TERMINATE ends the child of a parent that closes as %s", (status) => {
		const model = family("TERMINATE", longLived);
		closings[status]?.(model);
		expect(model.events("child").at(-1)).toMatchObject({
			workflowExecutionTerminatedEventAttributes: { cause: "CHILD_POLICY_APPLIED", childPolicy: "ABANDON" },
		});
		expect(model.types("parent").at(-1)).toMatch(/^WorkflowExecution/);
	});

	test.each(Object.keys(closings))("REQUEST_CANCEL asks the child of a parent that closes as %s", (status) => {
		const model = family("REQUEST_CANCEL", { ...longLived, childPolicy: "TERMINATE" });
		closings[status]?.(model);
		expect(model.types("child").slice(-2)).toEqual(["WorkflowExecutionCancelRequested", "DecisionTaskScheduled"]);
		expect(model.last("child", "WorkflowExecutionCancelRequested")).toMatchObject({
			workflowExecutionCancelRequestedEventAttributes: {
				cause: "CHILD_POLICY_APPLIED",
				externalWorkflowExecution: { workflowId: "parent" },
			},
		});
	});

	test.each(Object.keys(closings))("ABANDON leaves the child of a parent that closes as %s alone", (status) => {
		const model = family("ABANDON", longLived);
		closings[status]?.(model);
		expect(model.types("child").at(-1)).toBe("DecisionTaskCompleted");
	});

	test("the policy of a termination replaces the parent's, for the event and for the child", () => {
		const spared = family("TERMINATE");
		spared.ask("TerminateWorkflowExecution", terminate("parent", { childPolicy: "ABANDON" }));
		expect(spared.last("parent", "WorkflowExecutionTerminated")).toMatchObject({
			workflowExecutionTerminatedEventAttributes: { childPolicy: "ABANDON", cause: "OPERATOR_INITIATED" },
		});
		expect(spared.types("child").at(-1)).toBe("DecisionTaskCompleted");
		const ended = family("ABANDON");
		ended.ask("TerminateWorkflowExecution", terminate("parent", { childPolicy: "TERMINATE" }));
		expect(ended.types("child").at(-1)).toBe("WorkflowExecutionTerminated");
	});

	test.each(["TERMINATE", "ABANDON"] as const)("grandchildren follow the child's own policy, here %s", (childPolicy) => {
		const model = family("TERMINATE", { childPolicy });
		decideForChild(model, startChild("grandchild"));
		model.ask("TerminateWorkflowExecution", terminate("parent"));
		expect(model.types("child").at(-1)).toBe("WorkflowExecutionTerminated");
		expect(model.types("grandchild").at(-1)).toBe(
			childPolicy === "TERMINATE" ? "WorkflowExecutionTerminated" : "DecisionTaskScheduled",
		);
	});

	test("a stranger that has taken over a former child's workflow id is spared", () => {
		const model = family("TERMINATE");
		decideForChild(model, decision("CompleteWorkflowExecution", {}));
		model.start("child");
		model.ask("TerminateWorkflowExecution", terminate("parent"));
		expect(model.types("child").at(-1)).toBe("DecisionTaskScheduled");
	});

	test("a stranger whose workflow id kept a child from starting is spared, also when the parent closed before that came out", () => {
		const model = rehearse();
		model.start("taken");
		model.decide();
		model.start("parent");
		model.decide(startChild("taken"), decision("CompleteWorkflowExecution", {}));
		expect(model.types("taken").at(-1)).toBe("DecisionTaskCompleted");
	});

	test("a child that continued as new is reached in its present run", () => {
		const model = family("TERMINATE");
		decideForChild(model, decision("ContinueAsNewWorkflowExecution", {}));
		model.ask("TerminateWorkflowExecution", terminate("parent"));
		expect(model.types("child").at(-1)).toBe("WorkflowExecutionTerminated");
	});

	test("children of a run that continued as new go on", () => {
		const model = family("TERMINATE");
		decideForParent(model, decision("ContinueAsNewWorkflowExecution", {}));
		model.ask("TerminateWorkflowExecution", terminate("parent"));
		expect(model.types("child").at(-1)).toBe("DecisionTaskCompleted");
	});

	test("a termination leaves open what was open, and nothing of it happens any more", () => {
		const model = rehearse();
		const runId = model.start("w");
		model.decide(
			decision("ScheduleActivityTask", { activityId: "1", activityType }),
			decision("StartTimer", { timerId: "t", startToFireTimeout: "5" }),
		);
		model.ask("TerminateWorkflowExecution", { ...terminate("w"), reason: "r", details: "d" });
		model.elapse(10);
		expect(model.events("w").at(-1)).toMatchObject({ workflowExecutionTerminatedEventAttributes: { reason: "r", details: "d" } });
		expect(model.pollActivity()["taskToken"]).toBe("");
		expect(model.describe("w", runId)).toMatchObject({ executionInfo: { closeStatus: "TERMINATED" } });
		expect(model.refusal("TerminateWorkflowExecution", terminate("w"))).toBe("UnknownResourceFault");
	});

	test("a child announced by a parent that closes at once is started and then meets the policy", () => {
		const model = rehearse();
		model.start("parent");
		model.decide(startChild("child"), decision("CompleteWorkflowExecution", {}));
		expect(model.types("parent").slice(-2)).toEqual(["StartChildWorkflowExecutionInitiated", "WorkflowExecutionCompleted"]);
		expect(model.types("child").at(-1)).toBe("WorkflowExecutionTerminated");
	});
});
