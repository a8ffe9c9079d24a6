import type { JsonObject } from "../../specs/wire/json.ts";
import { domain, start } from "./cycles.ts";
import { type Ask, leanClient } from "./lean-client.ts";

/** Milliseconds that a call took, the median of many, with so many executions open. */
export interface CostOfCalls {
	readonly open: number;
	readonly calls: Readonly<Record<string, number>>;
}

const taskList = { name: "many" };
const atOnce = 8;

/** How often to measure, and with how many executions open: `opened` are from before. */
export interface OpenOptions {
	readonly open: number;
	readonly opened: number;
	readonly repetitions: number;
}

/** Opens executions until so many are, and measures what calls cost then. */
export async function costWithOpen(port: number, { open, opened, repetitions }: OpenOptions): Promise<CostOfCalls> {
	await openMore(port, opened, open);
	const { ask, close } = leanClient(port);
	const executions: JsonObject[] = [];
	const calls: Record<string, number> = {};
	const measure = async (name: string, call: (index: number) => Promise<unknown>) => {
		const times: number[] = [];
		for (let index = 0; index < repetitions; index += 1) {
			const began = performance.now();
			await call(index);
			times.push(performance.now() - began);
		}
		calls[name] = times.sort((one, other) => one - other)[Math.floor(repetitions / 2)] ?? Number.NaN;
	};
	await measure("start", async (index) => {
		const workflowId = `more-${open}-${index}`;
		const { runId = "" } = await ask("StartWorkflowExecution", start(workflowId, taskList));
		executions.push({ workflowId, runId });
	});
	const at = (index: number): JsonObject => executions[index] ?? {};
	await measure("count", () => ask("CountPendingDecisionTasks", { domain, taskList }));
	await measure("signal", (index) => ask("SignalWorkflowExecution", { domain, ...at(index), signalName: "go", input: "" }));
	await measure("describe", (index) => ask("DescribeWorkflowExecution", { domain, execution: at(index) }));
	// Each poll takes a task: those of the oldest executions, and there are more than it takes.
	await measure("poll", () => ask("PollForDecisionTask", { domain, taskList }));
	for (const execution of executions) await ask("TerminateWorkflowExecution", { domain, ...execution });
	close();
	return { open, calls };
}

async function openMore(port: number, from: number, to: number): Promise<void> {
	const client = async (_: unknown, index: number) => {
		const { ask, close } = leanClient(port);
		for (let number = from + index; number < to; number += atOnce) {
			await ask("StartWorkflowExecution", start(`open-${number}`, taskList));
		}
		close();
	};
	await Promise.all(Array.from({ length: atOnce }, client));
}

/** Milliseconds that pages of a history take, from its first to its last. */
export async function pageCosts(ask: Ask, workflowId: string, runId: string): Promise<readonly number[]> {
	const costs: number[] = [];
	const execution = { workflowId, runId };
	for (let nextPageToken: string | undefined; ; ) {
		const began = performance.now();
		const page = await ask("GetWorkflowExecutionHistory", {
			domain,
			execution,
			...(nextPageToken === undefined ? {} : { nextPageToken }),
		});
		costs.push(performance.now() - began);
		const token = page["nextPageToken"];
		if (typeof token !== "string") return costs;
		nextPageToken = token;
	}
}
