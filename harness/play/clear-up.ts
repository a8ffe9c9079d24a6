import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import type { History } from "../evidence.ts";
import { flatten } from "../scenario/match-history.ts";
import { type Run, startedBy } from "./final-histories.ts";
import type { Recorder } from "./recorder.ts";
import { isTransport } from "./refusals.ts";

const closing = [
	"WorkflowExecutionCompleted",
	"WorkflowExecutionFailed",
	"WorkflowExecutionCanceled",
	"WorkflowExecutionContinuedAsNew",
	"WorkflowExecutionTerminated",
	"WorkflowExecutionTimedOut",
];

/** The type of a history's last event, as far as it has one. */
export const lastTypeOf = ({ events }: Pick<History, "events">): string | undefined => {
	const last = events.at(-1);
	const type = last === undefined ? undefined : flatten(last)["eventType"];
	return typeof type === "string" ? type : undefined;
};

export const isOpen = (history: Pick<History, "events">): boolean => !closing.includes(lastTypeOf(history) ?? "");

/**
 * Closes what a case left open, also when the run was interrupted. What goes wrong here is recorded and changes no verdict; when the target no
 * longer answers, it is left at that. Types and domains are cleared behind the case, by the ledger of the run.
 *
 * @param histories those that could be read; a run that is not among them is taken to be open
 * @param complete whether the case ended in its own time, so that nothing can be there that no history tells of
 * @param signal ends it half-way
 */
export async function clearUp(
	recorder: Recorder,
	histories: readonly (History & { readonly domain: string })[],
	complete: boolean,
	signal?: AbortSignal,
): Promise<void> {
	const calls = [
		...openRuns(recorder, histories).map(termination),
		...(complete ? [] : mayHaveStarted(recorder).map(termination)),
	];
	for (const { operation, input } of calls) {
		const { outcome } = await recorder.call("clearing", operation, input, {
			evenInterrupted: true,
			...(signal === undefined ? {} : { signal }),
		});
		if (isTransport(outcome)) return;
	}
}

interface Call {
	readonly operation: OperationName;
	readonly input: JsonObject;
}

/** Without a runId, whichever run is open. */
type Ended = Pick<Run, "domain" | "workflowId"> & Partial<Run>;

function openRuns(recorder: Recorder, histories: readonly (History & { readonly domain: string })[]): readonly Run[] {
	const unread = recorder.exchanges
		.flatMap((exchange) => startedBy(exchange) ?? [])
		.filter(({ runId }) => !histories.some((history) => history.runId === runId));
	return [...histories.filter(isOpen), ...unread];
}

/** Executions and children that requests asked for, whether or not an answer came, with their later runs. */
function mayHaveStarted({ exchanges }: Recorder): readonly Ended[] {
	const domainOf = (taskToken: Json | undefined) =>
		exchanges.find(({ outcome }) => outcome.kind === "answer" && outcome.output["taskToken"] === taskToken)?.input["domain"];
	const found = exchanges.flatMap(({ operation, input, outcome }) => {
		if (outcome.kind === "fault") return [];
		if (operation === "StartWorkflowExecution") return [{ domain: input["domain"], workflowId: input["workflowId"] }];
		if (operation !== "RespondDecisionTaskCompleted" || !Array.isArray(input["decisions"])) return [];
		return (input["decisions"] as readonly Json[]).flatMap((decision) => {
			const child = isJsonObject(decision) ? decision["startChildWorkflowExecutionDecisionAttributes"] : undefined;
			return isJsonObject(child) ? [{ domain: domainOf(input["taskToken"]), workflowId: child["workflowId"] }] : [];
		});
	});
	const named = found.flatMap(({ domain, workflowId }) =>
		typeof domain === "string" && typeof workflowId === "string" ? [{ domain, workflowId }] : [],
	);
	return [...new Map(named.map((each) => [JSON.stringify(each), each])).values()];
}

const termination = ({ domain, workflowId, runId }: Ended): Call => ({
	operation: "TerminateWorkflowExecution",
	input: { domain, workflowId, ...(runId === undefined ? {} : { runId }), childPolicy: "TERMINATE" },
});
