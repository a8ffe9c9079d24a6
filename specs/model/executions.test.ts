import { describe, expect, test } from "vitest";
import { isJsonObject, type Json } from "../wire/json.ts";
import { text } from "./driver.ts";
import { activityType, decision, domain, type Rehearsal, rehearse, workflowType } from "./rehearsal.ts";

const w = { domain, workflowId: "w" };

/** The operations that take a workflow id and maybe a run id. */
const addressed = [
	["SignalWorkflowExecution", { signalName: "s" }],
	["RequestCancelWorkflowExecution", {}],
	["TerminateWorkflowExecution", {}],
] as const;

const messageOf = (model: Rehearsal, operation: (typeof addressed)[number][0], input: Json): string => {
	const outcome = model.call(operation, input);
	return outcome.kind === "fault" ? `${outcome.fault.type}: ${outcome.fault.message}` : "answered";
};

describe.each(addressed)("%s", (operation, given) => {
	test("reaches the open run without a run id, with its run id and with an empty one", () => {
		for (const runId of ["none", "own", "empty"]) {
			const model = rehearse();
			const own = model.start("w");
			model.ask(operation, { ...w, ...given, ...(runId === "none" ? {} : { runId: runId === "own" ? own : "" }) } as never);
			expect(model.types("w").length).toBeGreaterThan(2);
		}
	});

	test("finds nothing without a run id when no run is open", () => {
		const model = rehearse();
		expect(messageOf(model, operation, { ...w, ...given })).toBe("UnknownResourceFault: Unknown execution, workflowId = w");
		model.start("w");
		model.ask("TerminateWorkflowExecution", w);
		expect(messageOf(model, operation, { ...w, ...given })).toMatch(/^UnknownResourceFault/);
	});

	test("does not fall back from a closed, foreign or made-up run to the open one", () => {
		const model = rehearse();
		const closed = model.start("w");
		model.ask("TerminateWorkflowExecution", w);
		model.start("w");
		const foreign = model.start("other");
		for (const runId of [closed, foreign, "made up"]) {
			const expected = `UnknownResourceFault: Unknown execution: WorkflowExecution=[workflowId=w, runId=${runId}]`;
			expect(messageOf(model, operation, { ...w, runId, ...given })).toBe(expected);
		}
		expect(model.types("w")).toHaveLength(2);
		expect(model.types("other")).toHaveLength(2);
	});

	test("reaches the last run of a chain without a run id", () => {
		const model = rehearse();
		const first = model.start("w");
		model.decide(decision("ContinueAsNewWorkflowExecution", {}));
		expect(messageOf(model, operation, { ...w, runId: first, ...given })).toMatch(/^UnknownResourceFault/);
		model.ask(operation, { ...w, ...given } as never);
		expect(model.types("w").length).toBeGreaterThan(2);
	});

	test("knows the domain that it is told only", () => {
		const model = rehearse();
		model.start("w");
		model.ask("RegisterDomain", { name: "elsewhere", workflowExecutionRetentionPeriodInDays: "1" });
		expect(messageOf(model, operation, { domain: "elsewhere", workflowId: "w", ...given })).toMatch(/^UnknownResourceFault/);
		expect(messageOf(model, operation, { domain: "nowhere", workflowId: "w", ...given })).toBe(
			"UnknownResourceFault: Unknown domain: nowhere",
		);
	});
});

describe("starting an execution", () => {
	test("gives a run id of the service's form and the settings in force", () => {
		const model = rehearse();
		const runId = model.start("w", { childPolicy: "ABANDON", tagList: ["t"], input: "i" });
		expect(runId).toMatch(/^[A-Za-z0-9+/]{45}=$/);
		expect(model.events("w")[0]).toMatchObject({
			workflowExecutionStartedEventAttributes: {
				childPolicy: "ABANDON",
				executionStartToCloseTimeout: "3600",
				input: "i",
				parentInitiatedEventId: 0,
				tagList: ["t"],
			},
		});
		expect(model.describe("w", runId)).toMatchObject({
			executionConfiguration: { childPolicy: "ABANDON", taskStartToCloseTimeout: "60" },
			executionInfo: { executionStatus: "OPEN", cancelRequested: false },
			openCounts: { openDecisionTasks: 1, openLambdaFunctions: 0 },
		});
	});

	test("is refused while one of that workflow id is open, and gives another run afterwards", () => {
		const model = rehearse();
		const first = model.start("w");
		expect(model.refusal("StartWorkflowExecution", { ...w, workflowType })).toBe("WorkflowExecutionAlreadyStartedFault");
		model.ask("TerminateWorkflowExecution", w);
		expect(model.start("w")).not.toBe(first);
	});

	test("names the settings that are missing, one at a time", () => {
		const model = rehearse();
		model.ask("RegisterWorkflowType", { domain, name: "bare", version: "1" });
		const start = { ...w, workflowType: { name: "bare", version: "1" } };
		const given: Record<string, Json> = {};
		for (const [member, value] of [
			["executionStartToCloseTimeout", "10"],
			["taskList", { name: "l" }],
			["taskStartToCloseTimeout", "10"],
			["childPolicy", "ABANDON"],
		] as const) {
			expect(model.call("StartWorkflowExecution", { ...start, ...given })).toMatchObject({
				fault: { type: "DefaultUndefinedFault", message: member },
			});
			given[member] = value;
		}
		model.ask("StartWorkflowExecution", { ...start, ...given } as never);
	});
});

describe("continuing as new", () => {
	test("closes one run and opens the next in the same moment, each naming the other", () => {
		const model = rehearse();
		const first = model.start("w", { tagList: ["t"], childPolicy: "ABANDON" });
		model.decide(decision("ContinueAsNewWorkflowExecution", { input: "i", tagList: ["u"] }));
		const closing = model.events(first).at(-1);
		const [started, scheduled] = model.events("w");
		expect(closing?.eventTimestamp).toBe(started?.eventTimestamp);
		const successor = [...model.model().executions.values()].at(-1)?.key.runId;
		expect(closing).toMatchObject({ workflowExecutionContinuedAsNewEventAttributes: { newExecutionRunId: successor } });
		expect(started).toMatchObject({
			workflowExecutionStartedEventAttributes: {
				childPolicy: "TERMINATE",
				continuedExecutionRunId: first,
				input: "i",
				tagList: ["u"],
			},
		});
		expect(scheduled?.eventType).toBe("DecisionTaskScheduled");
	});

	test("in a version that does not exist fails and leaves the run open", () => {
		const model = rehearse();
		model.start("w");
		model.decide(decision("ContinueAsNewWorkflowExecution", { workflowTypeVersion: "2" }));
		expect(model.types("w").slice(-2)).toEqual(["ContinueAsNewWorkflowExecutionFailed", "DecisionTaskScheduled"]);
	});
});

describe("reaching other executions", () => {
	const signalExternal = (workflowId: string) =>
		decision("SignalExternalWorkflowExecution", { workflowId, signalName: "s", input: "i", control: "c" });
	const cancelExternal = (workflowId: string) => decision("RequestCancelExternalWorkflowExecution", { workflowId, control: "c" });

	test("a signal arrives with its sender but without the control, and is confirmed", () => {
		const model = rehearse();
		const target = model.start("target", { taskList: { name: "elsewhere" } });
		const sender = model.start("w");
		model.decide(signalExternal("target"));
		expect(model.last("target", "WorkflowExecutionSignaled")?.workflowExecutionSignaledEventAttributes).toEqual({
			signalName: "s",
			input: "i",
			externalWorkflowExecution: { workflowId: "w", runId: sender },
			externalInitiatedEventId: 5,
		});
		expect(model.types("w").slice(-2)).toEqual(["ExternalWorkflowExecutionSignaled", "DecisionTaskScheduled"]);
		const confirmed = model.last("w", "ExternalWorkflowExecutionSignaled")?.externalWorkflowExecutionSignaledEventAttributes;
		expect(confirmed).toEqual({ workflowExecution: { workflowId: "target", runId: target }, initiatedEventId: 5 });
	});

	test("a request to cancel arrives with its sender and is confirmed", () => {
		const model = rehearse();
		model.start("target", { taskList: { name: "elsewhere" } });
		const runId = model.start("w");
		model.decide(cancelExternal("target"));
		const requested = model.last("target", "WorkflowExecutionCancelRequested")?.workflowExecutionCancelRequestedEventAttributes;
		expect(requested).toEqual({ externalWorkflowExecution: { workflowId: "w", runId }, externalInitiatedEventId: 5 });
		expect(model.types("w").slice(-2)).toEqual(["ExternalWorkflowExecutionCancelRequested", "DecisionTaskScheduled"]);
	});

	test.each([
		["SignalExternalWorkflowExecutionFailed", signalExternal("nobody")],
		["RequestCancelExternalWorkflowExecutionFailed", cancelExternal("nobody")],
	] as const)("%s follows when nobody is there", (eventType, given) => {
		const model = rehearse();
		model.start("w");
		model.decide(given);
		expect(model.types("w").slice(-2)).toEqual([eventType, "DecisionTaskScheduled"]);
		const failure = JSON.stringify(model.last("w", eventType));
		for (const part of [`"cause":"UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION"`, `"initiatedEventId":5`, `"control":"c"`]) {
			expect(failure).toContain(part);
		}
	});

	test("an execution that signals itself sees the signal before the confirmation", () => {
		const model = rehearse();
		model.start("w");
		model.decide(signalExternal("w"));
		expect(model.types("w").slice(-3)).toEqual([
			...["WorkflowExecutionSignaled", "DecisionTaskScheduled", "ExternalWorkflowExecutionSignaled"],
		]);
	});

	test("a signal is delivered although its sender closed in the same batch", () => {
		const model = rehearse();
		model.start("target", { taskList: { name: "elsewhere" } });
		model.start("w");
		model.decide(signalExternal("target"), decision("CompleteWorkflowExecution", {}));
		expect(model.types("target").at(-1)).toBe("WorkflowExecutionSignaled");
		expect(model.types("w").at(-1)).toBe("WorkflowExecutionCompleted");
	});
});

describe("requests to cancel", () => {
	test("are recorded each, and show while the execution is open", () => {
		const model = rehearse();
		const runId = model.start("w");
		model.ask("RequestCancelWorkflowExecution", w);
		model.ask("RequestCancelWorkflowExecution", w);
		expect(model.types("w").slice(2)).toEqual(["WorkflowExecutionCancelRequested", "WorkflowExecutionCancelRequested"]);
		expect(model.events("w").at(-1)).toMatchObject({
			workflowExecutionCancelRequestedEventAttributes: { externalInitiatedEventId: 0 },
		});
		expect(model.describe("w", runId)).toMatchObject({ executionInfo: { cancelRequested: true } });
		model.decide(decision("CancelWorkflowExecution", {}));
		expect(model.describe("w", runId)).toMatchObject({ executionInfo: { cancelRequested: false, closeStatus: "CANCELED" } });
	});
});

describe("Lambda functions", () => {
	const schedule = decision("ScheduleLambdaFunction", { id: "1", name: "f", startToCloseTimeout: "5" });

	test("cannot be called without a role", () => {
		const model = rehearse();
		model.start("w");
		model.decide(schedule);
		expect(model.types("w").slice(4)).toEqual(["LambdaFunctionScheduled", "StartLambdaFunctionFailed", "DecisionTaskScheduled"]);
	});

	test.each([
		["completed", { kind: "completed", result: "1" }, "LambdaFunctionCompleted"],
		["failed", { kind: "failed", reason: "r", details: "d" }, "LambdaFunctionFailed"],
		["silent", { kind: "silent" }, "LambdaFunctionTimedOut"],
	] as const)("that are %s end in an event that wakes the decider", (_title, result, eventType) => {
		const model = rehearse({ invokeLambda: () => result });
		model.start("w", { lambdaRole: "role" });
		model.decide(schedule);
		model.elapse(5);
		expect(model.types("w").slice(4)).toEqual([
			...["LambdaFunctionScheduled", "LambdaFunctionStarted", eventType, "DecisionTaskScheduled"],
		]);
	});

	test("that nobody has defined are not found", () => {
		const model = rehearse();
		model.start("w", { lambdaRole: "role" });
		model.decide(schedule);
		const failed = model.last("w", "LambdaFunctionFailed")?.lambdaFunctionFailedEventAttributes;
		expect(failed?.reason).toBe("ResourceNotFoundException");
	});
});

describe("visibility", () => {
	const since = { oldestDate: 0 };
	const ids = (answer: Json | undefined): readonly string[] => {
		const infos = isJsonObject(answer) ? answer["executionInfos"] : [];
		return Array.isArray(infos)
			? infos.map((info: Json) => text(isJsonObject(info) ? info["execution"] : null, "workflowId"))
			: [];
	};

	/** a and b start in this order and close in the other; c stays open. */
	function threeRuns(): Rehearsal {
		const model = rehearse();
		for (const workflowId of ["a", "b", "c"]) model.start(workflowId, { tagList: [workflowId] });
		for (const workflowId of ["b", "a"]) model.ask("TerminateWorkflowExecution", { domain, workflowId });
		return model;
	}

	test("open and closed executions are listed apart, newest first by the time that was asked for", () => {
		const model = threeRuns();
		expect(ids(model.ask("ListOpenWorkflowExecutions", { domain, startTimeFilter: since }))).toEqual(["c"]);
		expect(ids(model.ask("ListClosedWorkflowExecutions", { domain, startTimeFilter: since }))).toEqual(["b", "a"]);
		expect(ids(model.ask("ListClosedWorkflowExecutions", { domain, closeTimeFilter: since }))).toEqual(["a", "b"]);
		const reversed = { domain, closeTimeFilter: since, reverseOrder: true };
		expect(ids(model.ask("ListClosedWorkflowExecutions", reversed))).toEqual(["b", "a"]);
	});

	test.each([
		["by workflow id", { executionFilter: { workflowId: "a" } }, ["a"]],
		["by tag", { tagFilter: { tag: "b" } }, ["b"]],
		["by type", { typeFilter: { name: "order", version: "" } }, ["b", "a"]],
		["by another version", { typeFilter: { name: "order", version: "2" } }, []],
		["by close status", { closeStatusFilter: { status: "COMPLETED" } }, []],
	] as const)("filters %s", (_title, filter, expected) => {
		const model = threeRuns();
		const input = { domain, startTimeFilter: since, ...filter } as const;
		expect(ids(model.ask("ListClosedWorkflowExecutions", input))).toEqual(expected);
		expect(model.ask("CountClosedWorkflowExecutions", input)["count"]).toBe(expected.length);
	});

	test.each([
		["no time filter", {}],
		["two time filters", { startTimeFilter: since, closeTimeFilter: since }],
		["two other filters", { startTimeFilter: since, tagFilter: { tag: "a" }, executionFilter: { workflowId: "a" } }],
	])("%s is refused", (_title, filters) => {
		expect(rehearse().refusal("ListClosedWorkflowExecutions", { domain, ...filters })).toBe("ValidationException");
		expect(rehearse().refusal("CountClosedWorkflowExecutions", { domain, ...filters })).toBe("ValidationException");
	});

	test("a closed execution is forgotten after the retention period, an open one is not", () => {
		const model = threeRuns();
		const runId = [...model.model().executions.keys()].at(0);
		const execution = { workflowId: "a", runId: runId ?? "" };
		model.elapse(7 * 86_400 - 60);
		model.ask("GetWorkflowExecutionHistory", { domain, execution });
		model.elapse(120);
		expect(model.refusal("GetWorkflowExecutionHistory", { domain, execution })).toBe("UnknownResourceFault");
		expect(ids(model.ask("ListClosedWorkflowExecutions", { domain, startTimeFilter: since }))).toEqual(["c"]);
	});

	test("a run is described under its own workflow id only", () => {
		const model = rehearse();
		const runId = model.start("w");
		const execution = { workflowId: "other", runId };
		expect(model.refusal("DescribeWorkflowExecution", { domain, execution })).toBe("UnknownResourceFault");
	});

	test("a history is read oldest first or, on request, newest first, in pages that join to the whole", () => {
		const model = rehearse();
		const runId = model.start("w");
		model.decide(decision("RecordMarker", { markerName: "m" }));
		const ids = model.events("w").map(({ eventId }) => eventId);
		for (const reverseOrder of [false, true]) {
			const read: number[] = [];
			let page: { readonly nextPageToken?: string } | undefined = {};
			while (page !== undefined) {
				const input = { domain, execution: { workflowId: "w", runId }, maximumPageSize: 2, reverseOrder, ...page };
				const answer = model.ask("GetWorkflowExecutionHistory", input);
				read.push(...(JSON.stringify(answer["events"]).match(/(?<="eventId":)\d+/g) ?? []).map(Number));
				const nextPageToken = text(answer, "nextPageToken");
				page = nextPageToken === "" ? undefined : { nextPageToken };
			}
			expect(read).toEqual(reverseOrder ? [...ids].reverse() : ids);
		}
	});

	test("a history ends at the limit with the service's own termination", () => {
		const model = rehearse({ limits: { historyEvents: 6 } });
		model.start("w");
		model.decide(...["1", "2", "3"].map((activityId) => decision("ScheduleActivityTask", { activityId, activityType })));
		expect(model.types("w")).toHaveLength(6);
		expect(model.events("w").at(-1)).toMatchObject({
			workflowExecutionTerminatedEventAttributes: { cause: "EVENT_LIMIT_EXCEEDED" },
		});
	});
});
