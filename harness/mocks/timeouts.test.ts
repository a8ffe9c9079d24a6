import { afterEach, describe, expect, test, vi } from "vitest";
import { decision } from "../../specs/model/rehearsal.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
import { createService, type Place } from "./service.ts";

const place: Place = { account: "1", region: "eu-west-1" };
const domain = "d";
const type = { name: "t", version: "1" };
const taskList = { name: "l" };

afterEach(() => {
	vi.useRealTimers();
});

/** A service on one of the clocks, with a domain and types in which no time runs out, and one execution. */
async function prepared(clock: "virtual" | "wall", started: JsonObject = {}) {
	// The wall's clock is made to stand still as well, so that neither takes any time.
	if (clock === "wall") vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: 1_700_000_000_000 });
	const service = createService({ clock, longPollSeconds: 0, invokeLambda: () => ({ kind: "silent" }) });
	const call = async (operation: OperationName, input: JsonObject): Promise<JsonObject> => {
		const outcome = await service.handle({ ...place, operation, input });
		if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type} ${outcome.fault.message}`);
		return outcome.output ?? {};
	};
	const elapse = async (seconds: number) => {
		if (clock === "virtual") await service.elapse(place, seconds);
		else await vi.advanceTimersByTimeAsync(seconds * 1000);
	};
	await call("RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "7" });
	await call("RegisterWorkflowType", {
		...{ domain, ...type, defaultTaskList: taskList, defaultChildPolicy: "TERMINATE" },
		...{ defaultExecutionStartToCloseTimeout: "31536000", defaultTaskStartToCloseTimeout: "NONE" },
	});
	await call("RegisterActivityType", {
		...{ domain, ...type, defaultTaskList: taskList, defaultTaskHeartbeatTimeout: "NONE" },
		...{ defaultTaskScheduleToCloseTimeout: "NONE", defaultTaskScheduleToStartTimeout: "NONE" },
		defaultTaskStartToCloseTimeout: "NONE",
	});
	const { runId = "" } = await call("StartWorkflowExecution", { domain, workflowId: "w", workflowType: type, ...started });
	const decide = async (decisions: readonly JsonObject[], more: JsonObject = {}) => {
		const { taskToken = "" } = await call("PollForDecisionTask", { domain, taskList });
		await call("RespondDecisionTaskCompleted", { taskToken, decisions, ...more });
	};
	const history = async () => {
		const { events } = await call("GetWorkflowExecutionHistory", { domain, execution: { workflowId: "w", runId } });
		return events as readonly JsonObject[];
	};
	return { service, call, elapse, decide, history };
}

type Stage = Awaited<ReturnType<typeof prepared>>;

const schedule = (given: JsonObject) => decision("ScheduleActivityTask", { activityType: type, activityId: "a", ...given });
const takeActivity = ({ call }: Stage) => call("PollForActivityTask", { domain, taskList });
const signal = ({ call }: Stage) => call("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" });

interface Case {
	readonly what: string;
	/** What the execution is started with. */
	readonly started?: JsonObject;
	/** What sets the time running. */
	readonly play: (stage: Stage) => Promise<unknown>;
	readonly from: string;
	readonly ends: string;
	readonly timeoutType?: string;
}

/** Each of the times that can run out; it is 5 seconds, from the latest event of a type on. */
const cases: readonly Case[] = [
	{
		what: "the execution",
		started: { executionStartToCloseTimeout: "5" },
		play: async () => undefined,
		...{ from: "WorkflowExecutionStarted", ends: "WorkflowExecutionTimedOut", timeoutType: "START_TO_CLOSE" },
	},
	{
		what: "a decision task that is held",
		started: { taskStartToCloseTimeout: "5" },
		play: ({ call }) => call("PollForDecisionTask", { domain, taskList }),
		...{ from: "DecisionTaskStarted", ends: "DecisionTaskTimedOut", timeoutType: "START_TO_CLOSE" },
	},
	{
		what: "a decision task on a temporary list",
		play: async (stage) => {
			await stage.decide([], { taskList: { name: "other" }, taskListScheduleToStartTimeout: "5" });
			await signal(stage);
		},
		...{ from: "WorkflowExecutionSignaled", ends: "DecisionTaskTimedOut", timeoutType: "SCHEDULE_TO_START" },
	},
	...(["scheduleToStart", "scheduleToClose"] as const).map((limit) => ({
		what: `an activity task that nobody takes, by ${limit}`,
		play: ({ decide }: Stage) => decide([schedule({ [`${limit}Timeout`]: "5" })]),
		...{ from: "ActivityTaskScheduled", ends: "ActivityTaskTimedOut" },
		timeoutType: limit === "scheduleToStart" ? "SCHEDULE_TO_START" : "SCHEDULE_TO_CLOSE",
	})),
	...(["startToClose", "heartbeat"] as const).map((limit) => ({
		what: `an activity task that is held, by ${limit}`,
		play: async (stage: Stage) => {
			await stage.decide([schedule({ [`${limit}Timeout`]: "5" })]);
			await takeActivity(stage);
		},
		...{ from: "ActivityTaskStarted", ends: "ActivityTaskTimedOut" },
		timeoutType: limit === "heartbeat" ? "HEARTBEAT" : "START_TO_CLOSE",
	})),
	{
		what: "a Lambda function",
		started: { lambdaRole: "role" },
		play: ({ decide }) => decide([decision("ScheduleLambdaFunction", { id: "l", name: "f", startToCloseTimeout: "5" })]),
		...{ from: "LambdaFunctionStarted", ends: "LambdaFunctionTimedOut", timeoutType: "START_TO_CLOSE" },
	},
	{
		what: "a timer",
		play: ({ decide }) => decide([decision("StartTimer", { timerId: "t", startToFireTimeout: "5" })]),
		...{ from: "TimerStarted", ends: "TimerFired" },
	},
];

const lastOf = (events: readonly JsonObject[], eventType: string) => events.findLast((event) => event["eventType"] === eventType);

describe.each(["virtual", "wall"] as const)("on a %s clock", (clock) => {
	test.each(cases)(
		"the time of $what runs out when it is due and not before",
		async ({ started, play, from, ends, timeoutType }) => {
			const stage = await prepared(clock, started);
			await play(stage);
			await stage.elapse(4);
			expect(lastOf(await stage.history(), ends)).toBeUndefined();
			await stage.elapse(1.1);
			const events = await stage.history();
			const ended = lastOf(events, ends);
			expect(Number(ended?.["eventTimestamp"]) - Number(lastOf(events, from)?.["eventTimestamp"])).toBeCloseTo(5, 3);
			if (timeoutType !== undefined) expect(Object.values(ended ?? {})).toContainEqual(expect.objectContaining({ timeoutType }));
			stage.service.close();
		},
	);

	test("of times that run out together the earlier event's comes first", async () => {
		const stage = await prepared(clock);
		const timer = (timerId: string, seconds: string) => decision("StartTimer", { timerId, startToFireTimeout: seconds });
		await stage.decide([timer("b", "3"), timer("late", "5"), schedule({ scheduleToCloseTimeout: "3" }), timer("a", "3")]);
		await stage.elapse(6);
		const ends = (await stage.history()).map((event) => String(event["eventType"])).filter((name) => /Fired|TimedOut/.test(name));
		expect(ends).toEqual(["TimerFired", "ActivityTaskTimedOut", "TimerFired", "TimerFired"]);
		stage.service.close();
	});

	test("times of NONE never run out", async () => {
		const stage = await prepared(clock);
		await stage.decide([schedule({})]);
		await takeActivity(stage);
		await signal(stage);
		await stage.call("PollForDecisionTask", { domain, taskList });
		const before = (await stage.history()).length;
		await stage.elapse(3_000_000);
		expect((await stage.history()).length).toBe(before);
		stage.service.close();
	});
});
