import type { Instant } from "../../specs/model/instant.ts";
import type { Outcome } from "../../specs/model/outcome.ts";
import { type TaskKind, taskListKey } from "../../specs/model/task-lists.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";

/** A poll that found no task and waits for one. */
export interface ParkedPoll {
	readonly operation: OperationName;
	readonly input: Json;
	/** What it is answered with when nothing comes. */
	readonly idle: Outcome;
	readonly until: Instant;
	readonly resolve: (outcome: Outcome) => void;
}

/** The waiting polls of one place, by the key of their task list; within a list first come, first served. */
export type PollQueues = Map<string, ParkedPoll[]>;

const kinds: Partial<Record<OperationName, TaskKind>> = { PollForActivityTask: "activity", PollForDecisionTask: "decision" };

/** The task list that a poll waits on, or nothing when the outcome is not that of an idle poll. */
export function idleTaskList(operation: OperationName, input: Json, outcome: Outcome): string | undefined {
	const kind = kinds[operation];
	if (kind === undefined || outcome.kind === "fault" || outcome.output?.["taskToken"] !== "" || !isJsonObject(input))
		return undefined;
	const { domain, taskList } = input;
	if (typeof domain !== "string" || !isJsonObject(taskList) || typeof taskList["name"] !== "string") return undefined;
	return taskListKey({ domain, kind, name: taskList["name"] });
}

/** Puts a poll at the end of its queue. */
export function park(queues: PollQueues, key: string, poll: ParkedPoll): void {
	const queue = queues.get(key);
	if (queue === undefined) queues.set(key, [poll]);
	else queue.push(poll);
}

/** Takes a poll out of its queue and answers it. */
export function release(queues: PollQueues, key: string, poll: ParkedPoll, outcome: Outcome): void {
	const rest = (queues.get(key) ?? []).filter((other) => other !== poll);
	if (rest.length === 0) queues.delete(key);
	else queues.set(key, rest);
	poll.resolve(outcome);
}

/** How many polls wait. */
export const countParked = (queues: PollQueues): number => [...queues.values()].reduce((sum, queue) => sum + queue.length, 0);

/** When the first of the waiting polls has waited long enough. */
export function earliestExpiry(queues: PollQueues): Instant | undefined {
	let earliest: Instant | undefined;
	for (const [first] of queues.values()) {
		if (first !== undefined && (earliest === undefined || first.until < earliest)) earliest = first.until;
	}
	return earliest;
}
