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
		...recorder.exchanges.flatMap((exchange) => deprecation(exchange)),
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

function deprecation({ operation, input, outcome }: Recorder["exchanges"][number]): readonly Call[] {
	const { domain, name, version } = input;
	if (outcome.kind === "fault" || domain === undefined || name === undefined || version === undefined) return [];
	if (operation === "RegisterWorkflowType")
		return [{ operation: "DeprecateWorkflowType", input: { domain, workflowType: { name, version } } }];
	if (operation === "RegisterActivityType")
		return [{ operation: "DeprecateActivityType", input: { domain, activityType: { name, version } } }];
	return [];
}

/** How long the domains of a run may take: a target that refused them all, one for each case, is not asked for hours. */
const domainsMilliseconds = 60_000;

/** Deprecates the domains of a run: SWF cannot delete them. */
export async function deprecateDomains(recorder: Recorder, names: readonly string[]): Promise<void> {
	const signal = AbortSignal.timeout(domainsMilliseconds);
	for (const name of names) {
		const { outcome } = await recorder.call("clearing", "DeprecateDomain", { name }, { evenInterrupted: true, signal });
		if (isTransport(outcome)) return;
	}
}
