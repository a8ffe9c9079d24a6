import { pick } from "../wire/pick.ts";
import { openExecution } from "./append.ts";
import type { Instant } from "./instant.ts";
import type { Model } from "./model.ts";

/**
 * Opens the run that follows one closed by ContinueAsNewWorkflowExecution, in the same moment, so that at no time two runs or none
 * are open. It inherits the link to the parent, as measured on the live service, and nothing that was open in the old run.
 */
export function continueAsNew(model: Model, runId: string, at: Instant): Model {
	const execution = model.executions.get(runId);
	const last = execution?.history.last();
	if (execution === undefined || last?.eventType !== "WorkflowExecutionContinuedAsNew") return model;
	const continued = last.workflowExecutionContinuedAsNewEventAttributes;
	const started = {
		...pick(
			continued,
			...(["childPolicy", "executionStartToCloseTimeout", "input", "lambdaRole", "tagList", "taskList"] as const),
			...(["taskPriority", "taskStartToCloseTimeout", "workflowType"] as const),
		),
		...pick(execution.started, "parentWorkflowExecution", "parentInitiatedEventId"),
		continuedExecutionRunId: runId,
	};
	return openExecution(model, { ...execution.key, runId: continued.newExecutionRunId }, started, at);
}
