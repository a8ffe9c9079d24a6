import type { OperationName } from "../../specs/wire/contract.ts";
import type { JsonObject } from "../../specs/wire/json.ts";
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

const isOpen = ({ events }: History): boolean => {
	const last = events.at(-1);
	const type = last === undefined ? undefined : flatten(last)["eventType"];
	return typeof type !== "string" || !closing.includes(type);
};

/**
 * Closes what a case left open and deprecates the types that it registered, also when the run was interrupted. What goes wrong here is
 * recorded and changes no verdict; when the target no longer answers, it is left at that.
 *
 * @param histories those that could be read; a run that is not among them is taken to be open
 */
export async function clearUp(recorder: Recorder, histories: readonly (History & { readonly domain: string })[]): Promise<void> {
	const calls = [
		...openRuns(recorder, histories).map(termination),
		...recorder.exchanges.flatMap((exchange) => deprecation(exchange)),
	];
	for (const { operation, input } of calls) {
		const { outcome } = await recorder.call("clearing", operation, input, { evenInterrupted: true });
		if (isTransport(outcome)) return;
	}
}

interface Call {
	readonly operation: OperationName;
	readonly input: JsonObject;
}

function openRuns(recorder: Recorder, histories: readonly (History & { readonly domain: string })[]): readonly Run[] {
	const unread = recorder.exchanges
		.flatMap((exchange) => startedBy(exchange) ?? [])
		.filter(({ runId }) => !histories.some((history) => history.runId === runId));
	return [...histories.filter(isOpen), ...unread];
}

const termination = ({ domain, workflowId, runId }: Run): Call => ({
	operation: "TerminateWorkflowExecution",
	input: { domain, workflowId, runId, childPolicy: "TERMINATE" },
});

function deprecation({ operation, input, outcome }: Recorder["exchanges"][number]): readonly Call[] {
	const { domain, name, version } = input;
	if (outcome.kind !== "answer" || domain === undefined || name === undefined || version === undefined) return [];
	if (operation === "RegisterWorkflowType")
		return [{ operation: "DeprecateWorkflowType", input: { domain, workflowType: { name, version } } }];
	if (operation === "RegisterActivityType")
		return [{ operation: "DeprecateActivityType", input: { domain, activityType: { name, version } } }];
	return [];
}

/** Deprecates the domains of a run: SWF cannot delete them. */
export async function deprecateDomains(recorder: Recorder, names: readonly string[]): Promise<void> {
	for (const name of names) await recorder.call("clearing", "DeprecateDomain", { name }, { evenInterrupted: true });
}
