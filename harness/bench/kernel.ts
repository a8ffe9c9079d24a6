import { dispatch } from "../../specs/model/dispatch.ts";
import { seededIds } from "../../specs/model/ids.ts";
import { type Instant, instant } from "../../specs/model/instant.ts";
import { emptyModel, type Model } from "../../specs/model/model.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";

/** How fast one operation of the kernel goes: the model without HTTP, on one core. */
export interface KernelFigure {
	readonly operation: OperationName;
	readonly perSecond: number;
}

const domain = "bench";
const batch = 100;
const workflowType = { name: "workflow", version: "1" };
const activityType = { name: "activity", version: "1" };
const list = (name: string) => ({ name });

/** A model that is called in place, a millisecond after each hundred calls. */
function kernel() {
	const ids = seededIds("bench");
	let model: Model = emptyModel({ region: "us-east-1", account: "123456789012", limits: { openExecutionsPerDomain: 1e9 } });
	let calls = 0;
	const now = (): Instant => instant(1_700_000_000_000 + Math.floor(calls / 100));
	return {
		ask(operation: OperationName, input: Json): JsonObject {
			calls += 1;
			const { model: after, outcome } = dispatch(model, operation, input, now(), ids);
			model = after;
			if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type} ${outcome.fault.message ?? ""}`);
			return outcome.output ?? {};
		},
	};
}

/** Calls the operations of a cycle `count` times each, with as many executions open, and tells how fast each was. */
export function benchKernel(count: number): readonly KernelFigure[] {
	const { ask } = kernel();
	const figures: KernelFigure[] = [];
	const times = Array.from({ length: count }, (_, index) => index);
	const tokenOf = (task: JsonObject) => String(task["taskToken"]);
	/** Inputs are made and answers put aside outside of what is measured. */
	function each<Kept>(
		operation: OperationName,
		inputOf: (index: number) => Json,
		keep: (answer: JsonObject) => Kept,
	): readonly Kept[] {
		const kept: Kept[] = [];
		let spent = 0;
		for (let first = 0; first < count; first += batch) {
			const inputs = times.slice(first, first + batch).map(inputOf);
			const began = performance.now();
			const answers = inputs.map((input) => ask(operation, input));
			spent += performance.now() - began;
			kept.push(...answers.map(keep));
		}
		figures.push({ operation, perSecond: (count * 1000) / spent });
		return kept;
	}
	const nothing = () => undefined;

	ask("RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "1" });
	const taskTimeouts = {
		defaultTaskScheduleToCloseTimeout: "600",
		defaultTaskScheduleToStartTimeout: "600",
		defaultTaskStartToCloseTimeout: "600",
		defaultTaskHeartbeatTimeout: "600",
	};
	ask("RegisterActivityType", { domain, ...activityType, ...taskTimeouts, defaultTaskList: list("activity") });
	ask("RegisterWorkflowType", {
		domain,
		...workflowType,
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskStartToCloseTimeout: "600",
		defaultChildPolicy: "TERMINATE",
		defaultTaskList: list("decision"),
	});

	const runIds = each(
		"StartWorkflowExecution",
		(index) => ({ domain, workflowId: `w${index}`, workflowType, input: "some input" }),
		({ runId }) => String(runId),
	);
	const runOf = (index: number) => ({ workflowId: `w${index}`, runId: runIds[index] ?? "" });
	const decisionTasks = each("PollForDecisionTask", () => ({ domain, taskList: list("decision") }), tokenOf);
	const schedule = (index: number) => ({
		decisionType: "ScheduleActivityTask",
		scheduleActivityTaskDecisionAttributes: { activityId: `a${index}`, activityType, input: "some input" },
	});
	const scheduling = (index: number, taskToken = "") => ({ taskToken, decisions: [schedule(index)] });
	each("RespondDecisionTaskCompleted", (index) => scheduling(index, decisionTasks[index]), nothing);
	each("CountPendingActivityTasks", () => ({ domain, taskList: list("activity") }), nothing);
	const activityTasks = each("PollForActivityTask", () => ({ domain, taskList: list("activity") }), tokenOf);
	const held = (index: number) => ({ taskToken: activityTasks[index] ?? "" });
	each("RecordActivityTaskHeartbeat", (index) => ({ ...held(index), details: "half" }), nothing);
	each("RequestCancelWorkflowExecution", (index) => ({ domain, ...runOf(index) }), nothing);
	each("RespondActivityTaskCompleted", (index) => ({ ...held(index), result: "done" }), nothing);
	each("SignalWorkflowExecution", (index) => ({ domain, ...runOf(index), signalName: "go", input: "some input" }), nothing);
	each("CountPendingDecisionTasks", () => ({ domain, taskList: list("decision") }), nothing);
	each("DescribeWorkflowExecution", (index) => ({ domain, execution: runOf(index) }), nothing);
	each("GetWorkflowExecutionHistory", (index) => ({ domain, execution: runOf(index) }), nothing);
	for (const outcome of ["RespondActivityTaskFailed", "RespondActivityTaskCanceled"] as const) {
		for (const index of times) {
			const task = ask("PollForDecisionTask", { domain, taskList: list("decision") });
			ask("RespondDecisionTaskCompleted", scheduling(index, tokenOf(task)));
		}
		const tokens = times.map(() => tokenOf(ask("PollForActivityTask", { domain, taskList: list("activity") })));
		each(outcome, (index) => ({ taskToken: tokens[index] ?? "", details: "some details" }), nothing);
	}
	each("TerminateWorkflowExecution", (index) => ({ domain, ...runOf(index), reason: "over" }), nothing);
	return figures;
}
