import { decisionAttributesMember, type OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { Client } from "../clients/client.ts";
import type { Exchange, Outcome } from "../evidence.ts";
import type { Guard } from "../targets/guard.ts";
import { createCaseEnd } from "./case-end.ts";
import { createRecorder, type Recorder } from "./recorder.ts";
import { refusesOperation } from "./refusals.ts";

/**
 * Tells what a target lacks where its refusals do not say. Some emulators answer an operation that they do not have as they answer
 * their own crash: with HTTP 500 and a page. Then the operation is used once as simply and completely as can be, apart from every case; if
 * even that is answered just as an operation that does not exist, the target lacks it. Otherwise the crash is the case's to report.
 */
export interface Survey {
	/** What of this exchange the target lacks, as a name of SWF; undefined when it has all of it. */
	lacking(exchange: Exchange): Promise<string | undefined>;
	/** Ends its time keeping. */
	close(): void;
}

/** For a target that says so when it does not know an operation, and where nothing must be tried besides. */
export const noSurvey: Survey = { lacking: async () => undefined, close: () => undefined };

/** Whether an answer could mean both a missing operation and a crash. */
const isUnclear = ({ outcome, response }: Pick<Exchange, "outcome" | "response">): boolean =>
	outcome.kind === "garbage" && response !== undefined && response.status >= 400;

/** What all that a survey asks may cost; beyond that, nothing more is said to be lacking. */
// Its time begins with the run, which may take an hour: each operation is surveyed once, and each request has its deadline.
const allowance = { weight: 8 * 1024 * 1024, milliseconds: 3_600_000 };

/** @param client speaks plain HTTP: no SDK sends an operation that does not exist */
export function createSurvey(
	client: () => Promise<Client>,
	token: string,
	interrupt: AbortSignal,
	now: () => number,
	guard?: Guard,
): Survey {
	const answers = new Map<string, Promise<boolean>>();
	let laboratory: Promise<Laboratory | undefined> | undefined;
	const end = createCaseEnd(interrupt, undefined, allowance);
	const open = async () => openLaboratory(createRecorder(await client(), end.signal, now, guard, { weigh: end.weigh }), token);
	const lacks = async (name: string): Promise<boolean> => {
		laboratory ??= open();
		const opened = await laboratory;
		const use = rightUses[name];
		return opened !== undefined && use !== undefined && opened.isAsUnknown(await use(opened, name));
	};
	const ask = (name: string): Promise<boolean> => {
		const pending = answers.get(name) ?? lacks(name);
		answers.set(name, pending);
		return pending;
	};
	return {
		async lacking(exchange) {
			if (!isUnclear(exchange)) return undefined;
			for (const name of [exchange.operation, ...decisionsOf(exchange.input)]) if (await ask(name)) return name;
			return undefined;
		},
		close: end.dispose,
	};
}

function decisionsOf({ decisions }: JsonObject): readonly string[] {
	if (!Array.isArray(decisions)) return [];
	const types = (decisions as readonly Json[]).flatMap((decision) => (isJsonObject(decision) ? [decision["decisionType"]] : []));
	return [...new Set(types.filter((type) => typeof type === "string"))];
}

/** A place of its own at the target, where operations are tried. */
interface Laboratory {
	readonly domain: string;
	readonly workflowType: JsonObject;
	readonly activityType: JsonObject;
	/** Unique each time. */
	fresh(name: string): string;
	call(operation: OperationName, input: JsonObject): Promise<Exchange>;
	/** Starts an execution whose task list is named like its workflowId. */
	start(): Promise<{ readonly workflowId: string; readonly runId: string }>;
	/** Starts an execution and answers its first decision task so. */
	decide(type: string, attributes: JsonObject): Promise<Exchange>;
	/** The token of a started activity task. */
	activityTaskToken(): Promise<string>;
	/** Whether an answer is just what an operation that does not exist gets. */
	isAsUnknown(exchange: Exchange | undefined): boolean;
}

const member = ({ outcome }: Exchange, name: string): string => {
	const value = outcome.kind === "answer" ? outcome.output[name] : undefined;
	return typeof value === "string" ? value : "";
};

async function openLaboratory(recorder: Recorder, token: string): Promise<Laboratory | undefined> {
	const call = async (operation: string, input: JsonObject): Promise<Exchange> => {
		const { index } = await recorder.call("survey", operation as OperationName, input);
		const exchange = recorder.exchanges[index];
		if (exchange === undefined) throw new Error("the recorder keeps every exchange");
		return exchange;
	};
	const unknown = await call("OperationThatDoesNotExist", {});
	// Such a target says so when it does not know an operation: nothing else it answers means that.
	if (refusesOperation(unknown) || !isUnclear(unknown)) return undefined;

	let count = 0;
	const fresh = (name: string) => {
		count += 1;
		return `${name}-${token}-${count}`;
	};
	const domain = fresh("survey");
	const workflowType = { name: "workflow", version: "1" };
	const activityType = { name: "activity", version: "1" };
	const none = {
		defaultTaskHeartbeatTimeout: "NONE",
		defaultTaskScheduleToStartTimeout: "NONE",
		defaultTaskScheduleToCloseTimeout: "NONE",
	};
	await call("RegisterDomain", {
		name: domain,
		description: "where a survey tries operations",
		workflowExecutionRetentionPeriodInDays: "1",
	});
	await call("RegisterWorkflowType", {
		domain,
		...workflowType,
		defaultTaskList: { name: "survey" },
		defaultChildPolicy: "TERMINATE",
		defaultTaskStartToCloseTimeout: "300",
		defaultExecutionStartToCloseTimeout: "300",
	});
	await call("RegisterActivityType", {
		domain,
		...activityType,
		defaultTaskList: { name: "survey" },
		defaultTaskStartToCloseTimeout: "300",
		...none,
	});

	const start: Laboratory["start"] = async () => {
		const workflowId = fresh("execution");
		const started = await call("StartWorkflowExecution", {
			domain,
			workflowId,
			workflowType,
			taskList: { name: workflowId },
			input: "x",
		});
		return { workflowId, runId: member(started, "runId") };
	};
	const decide: Laboratory["decide"] = async (decisionType, attributes) => {
		const { workflowId } = await start();
		const polled = await call("PollForDecisionTask", { domain, taskList: { name: workflowId }, identity: "survey" });
		const decisions = [{ decisionType, [decisionAttributesMember(decisionType)]: attributes }];
		return call("RespondDecisionTaskCompleted", { taskToken: member(polled, "taskToken"), decisions, executionContext: "x" });
	};
	return {
		domain,
		workflowType,
		activityType,
		fresh,
		call,
		start,
		decide,
		async activityTaskToken() {
			const taskList = { name: fresh("list") };
			await decide("ScheduleActivityTask", { activityType, activityId: "a", input: "x", taskList });
			return member(await call("PollForActivityTask", { domain, taskList, identity: "survey" }), "taskToken");
		},
		isAsUnknown: (exchange) =>
			exchange !== undefined &&
			isUnclear(exchange) &&
			exchange.response?.status === unknown.response?.status &&
			sameKind(exchange.outcome, unknown.outcome),
	};
}

const sameKind = (one: Outcome, other: Outcome) => one.kind === other.kind;

type RightUse = (laboratory: Laboratory, name: string) => Promise<Exchange>;

const onExecution =
	(operation: OperationName, more: JsonObject): RightUse =>
	async ({ call, start, domain }) =>
		call(operation, { domain, ...(await start()), ...more });

const onActivityTask =
	(operation: OperationName, more: JsonObject): RightUse =>
	async ({ call, activityTaskToken }) =>
		call(operation, { taskToken: await activityTaskToken(), ...more });

const inDomain =
	(operation: OperationName, more: JsonObject): RightUse =>
	({ call, domain }) =>
		call(operation, { domain, ...more });

const decision =
	(attributes: (laboratory: Laboratory) => JsonObject | Promise<JsonObject>): RightUse =>
	async (laboratory, name) =>
		laboratory.decide(name, await attributes(laboratory));

/** Registers a type, deprecates it, as has to be done first, and deletes it. */
const deletion =
	(kind: "workflowType" | "activityType", is: "WorkflowType" | "ActivityType"): RightUse =>
	async ({ call, domain, fresh }) => {
		const type = { name: fresh("type"), version: "1" };
		await call(`Register${is}`, { domain, ...type });
		await call(`Deprecate${is}`, { domain, [kind]: type });
		return call(`Delete${is}`, { domain, [kind]: type });
	};

const times = { startTimeFilter: { oldestDate: 0 } };

/**
 * The simplest complete use of operations and decisions. What is not here is taken to be there: fixtures and starts, without which nothing can be
 * tried, and what no scenario uses.
 */
const rightUses: Readonly<Record<string, RightUse>> = {
	SignalWorkflowExecution: onExecution("SignalWorkflowExecution", { signalName: "s", input: "x" }),
	RequestCancelWorkflowExecution: onExecution("RequestCancelWorkflowExecution", {}),
	TerminateWorkflowExecution: onExecution("TerminateWorkflowExecution", { reason: "x", details: "x", childPolicy: "TERMINATE" }),
	DescribeWorkflowExecution: async ({ call, start, domain }) =>
		call("DescribeWorkflowExecution", { domain, execution: await start() }),
	GetWorkflowExecutionHistory: async ({ call, start, domain }) =>
		call("GetWorkflowExecutionHistory", { domain, execution: await start() }),
	RecordActivityTaskHeartbeat: onActivityTask("RecordActivityTaskHeartbeat", { details: "x" }),
	RespondActivityTaskCanceled: onActivityTask("RespondActivityTaskCanceled", { details: "x" }),
	RespondActivityTaskCompleted: onActivityTask("RespondActivityTaskCompleted", { result: "x" }),
	RespondActivityTaskFailed: onActivityTask("RespondActivityTaskFailed", { reason: "x", details: "x" }),
	CountOpenWorkflowExecutions: inDomain("CountOpenWorkflowExecutions", times),
	CountClosedWorkflowExecutions: inDomain("CountClosedWorkflowExecutions", times),
	CountPendingActivityTasks: inDomain("CountPendingActivityTasks", { taskList: { name: "survey" } }),
	CountPendingDecisionTasks: inDomain("CountPendingDecisionTasks", { taskList: { name: "survey" } }),
	ListOpenWorkflowExecutions: inDomain("ListOpenWorkflowExecutions", times),
	ListClosedWorkflowExecutions: inDomain("ListClosedWorkflowExecutions", times),
	DescribeDomain: ({ call, domain }) => call("DescribeDomain", { name: domain }),
	DeleteWorkflowType: deletion("workflowType", "WorkflowType"),
	DeleteActivityType: deletion("activityType", "ActivityType"),
	CancelTimer: decision(() => ({ timerId: "t" })),
	StartTimer: decision(() => ({ timerId: "t", startToFireTimeout: "60", control: "x" })),
	RecordMarker: decision(() => ({ markerName: "m", details: "x" })),
	ScheduleActivityTask: decision(({ activityType }) => ({
		activityType,
		activityId: "a",
		input: "x",
		control: "x",
		taskList: { name: "survey" },
	})),
	RequestCancelActivityTask: decision(() => ({ activityId: "a" })),
	CompleteWorkflowExecution: decision(() => ({ result: "x" })),
	FailWorkflowExecution: decision(() => ({ reason: "x", details: "x" })),
	CancelWorkflowExecution: decision(() => ({ details: "x" })),
	ContinueAsNewWorkflowExecution: decision(() => ({ input: "x" })),
	SignalExternalWorkflowExecution: decision(async ({ start }) => ({
		...(await start()),
		signalName: "s",
		input: "x",
		control: "x",
	})),
	RequestCancelExternalWorkflowExecution: decision(async ({ start }) => ({ ...(await start()), control: "x" })),
	ScheduleLambdaFunction: decision(() => ({ id: "l", name: "f", input: "{}", control: "x" })),
	StartChildWorkflowExecution: decision(({ workflowType, fresh }) => ({
		workflowType,
		workflowId: fresh("child"),
		input: "x",
		control: "x",
	})),
};
