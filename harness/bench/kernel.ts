import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { dispatch } from "../../specs/model/dispatch.ts";
import { domainArn } from "../../specs/model/domain-info.ts";
import { seededIds } from "../../specs/model/ids.ts";
import { instant } from "../../specs/model/instant.ts";
import { emptyModel } from "../../specs/model/model.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import { activityType, domain, prepare, start } from "./cycles.ts";

/** Calls of each operation a second: the model without HTTP, on one core. */
export type KernelRates = ReadonlyMap<OperationName, number>;

const taskList = { name: "list" };
const fewItems = 10;

/** A model that is called in place; a hundred calls fall into each millisecond. */
function openKernel() {
	const ids = seededIds("bench");
	let model = emptyModel({ region: "us-east-1", account: "123456789012", limits: { openExecutionsPerDomain: 1e9 } });
	let calls = 0;
	const ask = (operation: OperationName, input: Json): JsonObject => {
		calls += 1;
		const dispatched = dispatch(model, operation, input, instant(1_700_000_000_000 + Math.floor(calls / 100)), ids);
		model = dispatched.model;
		const { outcome } = dispatched;
		if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type} ${outcome.fault.message ?? ""}`);
		return outcome.output ?? {};
	};
	return { ask, arn: (name: string) => domainArn(model, name) };
}

/** Calls all operations `rounds` times in turns, with so many executions open beside, and tells how fast each of them was. */
export async function kernelRates(rounds: number, open: number): Promise<KernelRates> {
	const kernel = openKernel();
	await prepare(async (operation, input) => kernel.ask(operation, input));
	for (let index = 0; index < open; index += 1) kernel.ask("StartWorkflowExecution", start(`open-${index}`, { name: "open" }));
	fillListings(kernel.ask);
	const spent = new Map<OperationName, { time: number; calls: number }>();
	let isCounting = false;
	const ask: Ask = (operation, input) => {
		const began = performance.now();
		const answer = kernel.ask(operation, input);
		const time = performance.now() - began;
		const before = spent.get(operation) ?? { time: 0, calls: 0 };
		if (isCounting) spent.set(operation, { time: before.time + time, calls: before.calls + 1 });
		return answer;
	};
	for (let round = 0; round < rounds; round += 1) {
		isCounting = round >= rounds / 5;
		playExecution(ask, `run-${round}`);
		readListings(ask);
		playRegistrations(ask, `type-${round}`);
	}
	// Behind the others: it leaves domains, which have to be passed over by whoever lists them.
	for (let round = 0; round < rounds; round += 1) {
		isCounting = round >= rounds / 5;
		playDomain(ask, `domain-${round}`, kernel.arn(`domain-${round}`));
	}
	return new Map([...spent].map(([operation, { time, calls }]) => [operation, (calls * 1000) / time]));
}

type Ask = (operation: OperationName, input: JsonObject) => JsonObject;

/** An execution from its start to a termination, and all that can be asked of it. */
function playExecution(ask: Ask, workflowId: string): void {
	const { runId = "" } = ask("StartWorkflowExecution", start(workflowId, taskList));
	const execution = { workflowId, runId };
	ask("CountPendingDecisionTasks", { domain, taskList });
	for (const [operation, given] of activityAnswers) {
		const { taskToken = "" } = ask("PollForDecisionTask", { domain, taskList });
		const scheduleActivityTaskDecisionAttributes = { activityId: "1", activityType, taskList, input: "some input" };
		const decisions = [{ decisionType: "ScheduleActivityTask", scheduleActivityTaskDecisionAttributes }];
		ask("RespondDecisionTaskCompleted", { taskToken, decisions });
		ask("CountPendingActivityTasks", { domain, taskList });
		const task = { taskToken: ask("PollForActivityTask", { domain, taskList })["taskToken"] ?? "" };
		ask("RecordActivityTaskHeartbeat", { ...task, details: "half" });
		ask(operation, { ...task, ...given });
	}
	ask("SignalWorkflowExecution", { domain, ...execution, signalName: "go", input: "some input" });
	ask("RequestCancelWorkflowExecution", { domain, ...execution });
	ask("DescribeWorkflowExecution", { domain, execution });
	ask("GetWorkflowExecutionHistory", { domain, execution });
	ask("TerminateWorkflowExecution", { domain, ...execution, reason: "over" });
}

const activityAnswers: readonly (readonly [OperationName, JsonObject])[] = [
	["RespondActivityTaskCompleted", { result: "done" }],
	["RespondActivityTaskFailed", { reason: "broken", details: "some details" }],
	["RespondActivityTaskCanceled", { details: "some details" }],
];

const listed = "listed";
const workflowTypeConfiguration = { defaultChildPolicy: "ABANDON", defaultTaskList: taskList };

/** What lists and counts have to show: a few of each, as what they cost depends on how many they show. */
function fillListings(ask: Ask): void {
	ask("RegisterDomain", { name: listed, workflowExecutionRetentionPeriodInDays: "1" });
	for (let index = 0; index < fewItems; index += 1) {
		const version = String(index);
		ask("RegisterWorkflowType", { domain: listed, name: "workflow", version, ...workflowTypeConfiguration });
		ask("RegisterActivityType", { domain: listed, name: "activity", version });
		for (const state of ["open", "closed"]) {
			const timeouts = { executionStartToCloseTimeout: "3600", taskStartToCloseTimeout: "600" };
			const workflowId = `${state}-${index}`;
			ask("StartWorkflowExecution", { domain: listed, workflowId, workflowType: { name: "workflow", version }, ...timeouts });
			if (state === "closed") ask("TerminateWorkflowExecution", { domain: listed, workflowId });
		}
	}
}

function readListings(ask: Ask): void {
	const startTimeFilter = { oldestDate: 0 };
	ask("ListOpenWorkflowExecutions", { domain: listed, startTimeFilter });
	ask("ListClosedWorkflowExecutions", { domain: listed, startTimeFilter });
	ask("CountOpenWorkflowExecutions", { domain: listed, startTimeFilter });
	ask("CountClosedWorkflowExecutions", { domain: listed, startTimeFilter });
	ask("ListWorkflowTypes", { domain: listed, registrationStatus: "REGISTERED" });
	ask("ListActivityTypes", { domain: listed, registrationStatus: "REGISTERED" });
	ask("ListDomains", { registrationStatus: "REGISTERED" });
}

function playRegistrations(ask: Ask, name: string): void {
	const type = { name, version: "1" };
	ask("RegisterWorkflowType", { domain, ...type, ...workflowTypeConfiguration });
	ask("DescribeWorkflowType", { domain, workflowType: type });
	ask("DeprecateWorkflowType", { domain, workflowType: type });
	ask("UndeprecateWorkflowType", { domain, workflowType: type });
	ask("DeprecateWorkflowType", { domain, workflowType: type });
	ask("DeleteWorkflowType", { domain, workflowType: type });
	ask("RegisterActivityType", { domain, ...type, defaultTaskList: taskList });
	ask("DescribeActivityType", { domain, activityType: type });
	ask("DeprecateActivityType", { domain, activityType: type });
	ask("UndeprecateActivityType", { domain, activityType: type });
	ask("DeprecateActivityType", { domain, activityType: type });
	ask("DeleteActivityType", { domain, activityType: type });
}

/** Ends with the domain deprecated, so that listings of the others stay as long as they are. */
function playDomain(ask: Ask, name: string, resourceArn: string): void {
	ask("RegisterDomain", { name, workflowExecutionRetentionPeriodInDays: "1" });
	ask("DescribeDomain", { name });
	ask("TagResource", { resourceArn, tags: [{ key: "team", value: "bench" }] });
	ask("ListTagsForResource", { resourceArn });
	ask("UntagResource", { resourceArn, tagKeys: ["team"] });
	ask("DeprecateDomain", { name });
	ask("UndeprecateDomain", { name });
	ask("DeprecateDomain", { name });
}

/** Bytes of heap that one more open execution takes, measured over so many. */
export async function bytesPerOpenExecution(count: number): Promise<number> {
	setFlagsFromString("--expose-gc");
	const collect: () => void = runInNewContext("gc");
	const kernel = openKernel();
	await prepare(async (operation, input) => kernel.ask(operation, input));
	collect();
	const before = process.memoryUsage().heapUsed;
	for (let index = 0; index < count; index += 1) kernel.ask("StartWorkflowExecution", start(`open-${index}`, taskList));
	collect();
	const after = process.memoryUsage().heapUsed;
	// The executions have to be reachable until after the measurement.
	kernel.ask("CountOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } });
	return (after - before) / count;
}
