import type { DecisionType } from "../../specs/wire/decision.ts";
import { isJsonObject, type Json, type JsonObject, jsonObjectIn } from "../../specs/wire/json.ts";
import type { Exchange } from "../evidence.ts";
import type { Prices } from "./price-table.ts";

/** What is charged for, by number. */
export interface Usage {
	readonly executions: number;
	/** Tasks, timers, markers and signals. */
	readonly tasks: number;
}

export const noUsage: Usage = { executions: 0, tasks: 0 };
export const sumOf = (usages: readonly Usage[]): Usage => usages.reduce(plus, noUsage);
const plus = (one: Usage, other: Usage): Usage => ({
	executions: one.executions + other.executions,
	tasks: one.tasks + other.tasks,
});

/** US dollars, each execution kept for so many days. */
export const costOf = ({ executions, tasks }: Usage, prices: Prices, retentionDays: number): number =>
	executions * (prices.execution + retentionDays * prices.retainedDay) + tasks * prices.task;

/**
 * What a decision leads to at most, with every decision task that it may wake somebody with. AWS's own example counts activity tasks alone; nothing says
 * that decision tasks are free, so they are counted too.
 */
const usageOfDecision = {
	CancelTimer: { executions: 0, tasks: 1 },
	CancelWorkflowExecution: { executions: 0, tasks: 1 },
	CompleteWorkflowExecution: { executions: 0, tasks: 1 },
	ContinueAsNewWorkflowExecution: { executions: 1, tasks: 1 },
	FailWorkflowExecution: { executions: 0, tasks: 1 },
	RecordMarker: { executions: 0, tasks: 1 },
	RequestCancelActivityTask: { executions: 0, tasks: 1 },
	// The other execution is told, and this one what came of it.
	RequestCancelExternalWorkflowExecution: { executions: 0, tasks: 2 },
	// The task, and the news of its end.
	ScheduleActivityTask: { executions: 0, tasks: 2 },
	ScheduleLambdaFunction: { executions: 0, tasks: 2 },
	SignalExternalWorkflowExecution: { executions: 0, tasks: 3 },
	// The child's first task, the news of its start and of its end, and the child policy's cancel request.
	StartChildWorkflowExecution: { executions: 1, tasks: 4 },
	StartTimer: { executions: 0, tasks: 2 },
} as const satisfies Record<DecisionType, Usage>;

/** What a decision that nobody can read yet leads to at most. */
const unreadDecision: Usage = usageOfDecision.StartChildWorkflowExecution;

function usageOfDecisions(decisions: Json | undefined): Usage {
	if (!Array.isArray(decisions)) return noUsage;
	return sumOf(
		(decisions as readonly Json[]).map((decision) => {
			const type = isJsonObject(decision) ? decision["decisionType"] : undefined;
			if (typeof type !== "string") return noUsage;
			const known = Object.hasOwn(usageOfDecision, type);
			return known ? usageOfDecision[type as DecisionType] : type.startsWith("$") ? unreadDecision : noUsage;
		}),
	);
}

/** What a request leads to at most, were it carried out. */
export function usageOfRequest(operation: string, input: JsonObject): Usage {
	switch (operation) {
		case "StartWorkflowExecution":
			return { executions: 1, tasks: 1 };
		case "SignalWorkflowExecution":
			return { executions: 0, tasks: 2 };
		case "RequestCancelWorkflowExecution":
			return { executions: 0, tasks: 1 };
		case "PollForDecisionTask":
			// The task may time out and be scheduled again; a later page of its history is no other task.
			return input["nextPageToken"] === undefined ? { executions: 0, tasks: 1 } : noUsage;
		case "RespondDecisionTaskCompleted":
			return usageOfDecisions(input["decisions"]);
		default:
			return noUsage;
	}
}

/** What an exchange may have led to, also where no answer came. */
export function usageOfExchange({
	operation,
	input,
	request,
	outcome,
}: Pick<Exchange, "operation" | "input" | "request" | "outcome">): Usage {
	if (outcome.kind === "fault") return noUsage;
	if (operation === "PollForDecisionTask" && outcome.kind === "answer" && !outcome.output["taskToken"]) return noUsage;
	// A body that a scenario wrote out, and that is no JSON on purpose, asks for nothing.
	return usageOfRequest(operation, Object.keys(input).length > 0 ? input : (jsonObjectIn(request.body) ?? {}));
}
