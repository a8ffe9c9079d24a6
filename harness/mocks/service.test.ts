import { afterEach, describe, expect, test } from "vitest";
import type { Outcome } from "../../specs/model/outcome.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { createService, type Place, type Service, type ServiceOptions } from "./service.ts";

const place: Place = { account: "1", region: "eu-west-1" };
const domain = "d";
const workflowType = { name: "t", version: "1" };
const taskList = { name: "l" };
const poll = { domain, taskList };

const open: Service[] = [];
afterEach(() => {
	for (const service of open.splice(0)) service.close();
});

/** A service with a domain and a workflow type in one place. */
async function prepared(
	options: ServiceOptions,
): Promise<(operation: OperationName, input: Json, signal?: AbortSignal) => Promise<Outcome>> {
	const service = createService(options);
	open.push(service);
	const call = (operation: OperationName, input: Json, signal?: AbortSignal) =>
		service.handle({ ...place, operation, input }, signal);
	await call("RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "7" });
	await call("RegisterWorkflowType", {
		...{ domain, ...workflowType, defaultTaskList: taskList, defaultChildPolicy: "TERMINATE" },
		...{ defaultExecutionStartToCloseTimeout: "100", defaultTaskStartToCloseTimeout: "30" },
	});
	return call;
}

const service = () => open.at(-1) ?? createService({ clock: "virtual" });
const start = (workflowId: string): Json => ({ domain, workflowId, workflowType });
const workflowIdOf = (outcome: Outcome) => outcome.kind === "answer" && outcome.output?.["workflowExecution"];
const idle = { kind: "answer", output: { taskToken: "", startedEventId: 0, previousStartedEventId: 0 } };

/** Whether a promise has an outcome by the next turn of the event loop. */
const isSettled = (promise: Promise<unknown>) =>
	Promise.race([promise.then(() => true), new Promise<boolean>((resolve) => setImmediate(() => resolve(false)))]);

describe("polls", () => {
	test("wait for a task and are served first come, first served", async () => {
		const call = await prepared({ clock: "virtual" });
		const first = call("PollForDecisionTask", poll);
		const second = call("PollForDecisionTask", poll);
		await call("StartWorkflowExecution", start("a"));
		expect(workflowIdOf(await first)).toMatchObject({ workflowId: "a" });
		expect(await isSettled(second)).toBe(false);
		await call("StartWorkflowExecution", start("b"));
		expect(workflowIdOf(await second)).toMatchObject({ workflowId: "b" });
	});

	test("do not hear of tasks on other lists or of the other kind", async () => {
		const call = await prepared({ clock: "virtual" });
		const elsewhere = call("PollForDecisionTask", { domain, taskList: { name: "elsewhere" } });
		const activity = call("PollForActivityTask", poll);
		await call("StartWorkflowExecution", start("a"));
		expect(await isSettled(Promise.race([elsewhere, activity]))).toBe(false);
	});

	test("are answered as idle after sixty seconds of the service's clock", async () => {
		const call = await prepared({ clock: "virtual" });
		const waiting = call("PollForDecisionTask", poll);
		await service().elapse(place, 59, 1);
		expect(await isSettled(waiting)).toBe(false);
		await service().elapse(place, 1);
		expect(await waiting).toEqual(idle);
	});

	test("of a caller that hung up get no task", async () => {
		const call = await prepared({ clock: "virtual" });
		const hangUp = new AbortController();
		const gone = call("PollForDecisionTask", poll, hangUp.signal);
		const next = call("PollForDecisionTask", poll);
		hangUp.abort();
		await call("StartWorkflowExecution", start("a"));
		expect(await gone).toEqual(idle);
		expect(workflowIdOf(await next)).toMatchObject({ workflowId: "a" });
	});

	test("of a caller that has hung up before they arrive take nothing", async () => {
		const call = await prepared({ clock: "virtual" });
		await call("StartWorkflowExecution", start("a"));
		await call("PollForDecisionTask", poll, AbortSignal.abort());
		expect(workflowIdOf(await call("PollForDecisionTask", poll))).toMatchObject({ workflowId: "a" });
	});

	test("in an unknown domain do not wait", async () => {
		const call = await prepared({ clock: "virtual" });
		expect(await call("PollForDecisionTask", { domain: "none", taskList })).toMatchObject({
			fault: { type: "UnknownResourceFault" },
		});
	});

	test("are let go when the service closes", async () => {
		const call = await prepared({ clock: "virtual" });
		const waiting = call("PollForDecisionTask", poll);
		service().close();
		expect(await waiting).toEqual(idle);
	});
});

describe("a virtual clock", () => {
	const timestamps = async (call: (operation: OperationName, input: Json) => Promise<Outcome>) => {
		const listed = await call("ListOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } });
		return (
			JSON.stringify(listed)
				.match(/(?<="startTimestamp":)[\d.]+/g)
				?.map(Number) ?? []
		);
	};

	test("goes a millisecond with each call", async () => {
		const call = await prepared({ clock: "virtual" });
		for (const workflowId of ["a", "b"]) await call("StartWorkflowExecution", start(workflowId));
		const [later = 0, earlier = 0] = await timestamps(call);
		expect(Math.round((later - earlier) * 1000)).toBe(1);
	});

	test("goes through every deadline on the way and wakes the polls there", async () => {
		const call = await prepared({ clock: "virtual" });
		await call("StartWorkflowExecution", start("a"));
		await call("PollForDecisionTask", poll);
		const waiting = call("PollForDecisionTask", poll);
		await service().elapse(place, 50, 1);
		const events = JSON.stringify(await waiting);
		const [timedOut = 0, taken = 0] = ["DecisionTaskTimedOut", "DecisionTaskStarted"].map((type) => {
			const before = events.slice(0, events.lastIndexOf(`"eventType":"${type}"`));
			return Number(/.*"eventTimestamp":([\d.]+)/s.exec(events.slice(before.lastIndexOf("{")))?.[1]);
		});
		expect(taken - timedOut).toBe(0);
	});

	test("is one of its own in every account and region", async () => {
		const call = await prepared({ clock: "virtual" });
		await call("StartWorkflowExecution", start("a"));
		await service().elapse({ ...place, region: "us-east-1" }, 1000);
		expect(await timestamps(call)).toHaveLength(1);
		await service().elapse(place, 1000);
		expect(await timestamps(call)).toHaveLength(0);
		const elsewhere = await service().handle({ ...place, account: "2", operation: "DescribeDomain", input: { name: domain } });
		expect(elsewhere).toMatchObject({ fault: { type: "UnknownResourceFault" } });
	});

	test("waits for the polls that it was promised before it moves", async () => {
		const call = await prepared({ clock: "virtual" });
		const moved = service().elapse(place, 60, 1);
		expect(await isSettled(moved)).toBe(false);
		const waiting = call("PollForDecisionTask", poll);
		await moved;
		expect(await waiting).toEqual(idle);
	});
});

describe("a wall clock", () => {
	test("lets polls expire and effects happen without a call", async () => {
		const call = await prepared({ clock: "wall", longPollSeconds: 0.05 });
		expect(await call("PollForDecisionTask", poll)).toEqual(idle);
	});

	test("cannot be moved", async () => {
		await prepared({ clock: "wall" });
		await expect(service().elapse(place, 1)).rejects.toThrow("wall clock");
	});

	test("wakes a poll when a timeout makes a task necessary", async () => {
		const call = await prepared({ clock: "wall" });
		await call("StartWorkflowExecution", { ...(start("a") as object), taskStartToCloseTimeout: "0" });
		await call("PollForDecisionTask", poll);
		expect(workflowIdOf(await call("PollForDecisionTask", poll))).toMatchObject({ workflowId: "a" });
	});
});
