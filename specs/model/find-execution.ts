import { type Execution, isOpen } from "./execution.ts";
import type { Instant } from "./instant.ts";
import type { Domain, Model } from "./model.ts";

/**
 * The open run that a workflow id, and a run id if there is one, address: the current run without a run id, otherwise exactly
 * that run and no other. An empty run id, which the API model allows, counts as none.
 */
export function findOpenExecution(
	model: Model,
	domain: Domain,
	{ workflowId, runId }: { readonly workflowId: string; readonly runId?: string },
): Execution | undefined {
	const execution = model.executions.get(namesRun(runId) ? runId : domain.openRuns.get(workflowId, ""));
	if (execution === undefined || !isOpen(execution)) return undefined;
	return execution.key.domain === domain.name && execution.key.workflowId === workflowId ? execution : undefined;
}

/** Whether a request names a run at all. */
export const namesRun = (runId: string | undefined): runId is string => runId !== undefined && runId !== "";

/** The run, open or closed, that a workflow id and a run id name together, while the domain keeps it. */
export function findExecution(
	model: Model,
	domain: Domain,
	{ workflowId, runId }: { readonly workflowId: string; readonly runId: string },
	now: Instant,
): Execution | undefined {
	const execution = model.executions.get(runId);
	if (execution === undefined || execution.key.domain !== domain.name || execution.key.workflowId !== workflowId)
		return undefined;
	return isRetained(domain, execution, now) ? execution : undefined;
}

const dayInMilliseconds = 86_400_000;

/**
 * Whether the domain still keeps the records of an execution: those of an open one always, those of a closed one for the
 * retention period. With 0 or NONE nothing is kept: https://docs.aws.amazon.com/amazonswf/latest/apireference/API_RegisterDomain.html
 */
export function isRetained({ retention }: Domain, { closure }: Execution, now: Instant): boolean {
	if (closure === undefined) return true;
	return retention !== "NONE" && now < closure.at + Number(retention) * dayInMilliseconds;
}
