import type { JsonObject } from "../../specs/wire/json.ts";
import { type Ask, leanClient } from "./lean-client.ts";

/** What cycles run in: a domain with a workflow type and an activity type. */
export const domain = "bench";
export const workflowType = { name: "workflow", version: "1" };
export const activityType = { name: "activity", version: "1" };

/** Registers what cycles need. */
export async function prepare(ask: Ask): Promise<void> {
	await ask("RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "1" });
	await ask("RegisterWorkflowType", {
		domain,
		...workflowType,
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskStartToCloseTimeout: "600",
		defaultChildPolicy: "TERMINATE",
		defaultTaskList: { name: "workflow" },
	});
	await ask("RegisterActivityType", {
		domain,
		...activityType,
		defaultTaskScheduleToCloseTimeout: "600",
		defaultTaskScheduleToStartTimeout: "600",
		defaultTaskStartToCloseTimeout: "600",
		defaultTaskHeartbeatTimeout: "600",
		defaultTaskList: { name: "activity" },
	});
}

export const start = (workflowId: string, taskList: { readonly name: string }): JsonObject => ({
	domain,
	workflowId,
	workflowType,
	taskList,
	input: "some input",
});

/** Start, decide, activity, complete, decide, close: seven calls, each waiting for the one before. */
async function cycle(ask: Ask, workflowId: string, taskList: { readonly name: string }): Promise<void> {
	await ask("StartWorkflowExecution", start(workflowId, taskList));
	const first = await ask("PollForDecisionTask", { domain, taskList });
	const scheduleActivityTaskDecisionAttributes = { activityId: "1", activityType, taskList, input: "some input" };
	await ask("RespondDecisionTaskCompleted", {
		taskToken: first["taskToken"] ?? "",
		decisions: [{ decisionType: "ScheduleActivityTask", scheduleActivityTaskDecisionAttributes }],
	});
	const { taskToken = "" } = await ask("PollForActivityTask", { domain, taskList });
	await ask("RespondActivityTaskCompleted", { taskToken, result: "some result" });
	const second = await ask("PollForDecisionTask", { domain, taskList });
	await ask("RespondDecisionTaskCompleted", {
		taskToken: second["taskToken"] ?? "",
		decisions: [{ decisionType: "CompleteWorkflowExecution", completeWorkflowExecutionDecisionAttributes: { result: "done" } }],
	});
}

let rounds = 0;

/** Cycles a second that so many clients at once get through, each with a task list of its own, after some time to warm up. */
export async function cycleRate(port: number, clients: number, seconds: number): Promise<number> {
	rounds += 1;
	const round = rounds;
	const warm = performance.now() + seconds * 250;
	const end = performance.now() + seconds * 1250;
	let counted = 0;
	const client = async (_: unknown, index: number) => {
		const { ask, close } = leanClient(port);
		const taskList = { name: `list-${index}` };
		for (let count = 0; performance.now() < end; count += 1) {
			await cycle(ask, `${round}-${index}-${count}`, taskList);
			if (performance.now() >= warm && performance.now() < end) counted += 1;
		}
		close();
	};
	await Promise.all(Array.from({ length: clients }, client));
	return counted / seconds;
}
