import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { record } from "../append.ts";
import { wireExecution } from "../execution.ts";
import { findOpenExecution } from "../find-execution.ts";
import type { Effect } from "./effect.ts";

/** Asks another execution to cancel and tells the sender, if it is still open. `control` stays with the sender. */
export const deliverCancelRequest: Effect = ({ model, execution: sender, eventId: initiatedEventId, at }) => {
	const request = sender.outgoingCancelRequests.get(initiatedEventId);
	const domain = model.domains.get(sender.key.domain);
	if (request === undefined || domain === undefined) return model;
	const target = findOpenExecution(model, domain, request);
	if (target === undefined) {
		const failed = draft("RequestCancelExternalWorkflowExecutionFailed", {
			...pick(request, "workflowId", "runId", "control", "decisionTaskCompletedEventId"),
			cause: "UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
			initiatedEventId,
		});
		return record(model, sender.key.runId, at, failed);
	}
	const requested = draft("WorkflowExecutionCancelRequested", {
		externalWorkflowExecution: wireExecution(sender),
		externalInitiatedEventId: initiatedEventId,
	});
	const confirmed = draft("ExternalWorkflowExecutionCancelRequested", {
		workflowExecution: wireExecution(target),
		initiatedEventId,
	});
	return record(record(model, target.key.runId, at, requested), sender.key.runId, at, confirmed);
};
