import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { record } from "../append.ts";
import { wireExecution } from "../execution.ts";
import { findOpenExecution } from "../find-execution.ts";
import type { Effect } from "./effect.ts";

/** Delivers a signal to another execution and tells the sender, if it is still open. `control` stays with the sender. */
export const deliverSignal: Effect = ({ model, execution: sender, eventId: initiatedEventId, at }) => {
	const signal = sender.outgoingSignals.get(initiatedEventId);
	const domain = model.domains.get(sender.key.domain);
	if (signal === undefined || domain === undefined) return model;
	const target = findOpenExecution(model, domain, signal);
	if (target === undefined) {
		const failed = draft("SignalExternalWorkflowExecutionFailed", {
			...pick(signal, "workflowId", "runId", "control", "decisionTaskCompletedEventId"),
			cause: "UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
			initiatedEventId,
		});
		return record(model, sender.key.runId, at, failed);
	}
	const signaled = draft("WorkflowExecutionSignaled", {
		...pick(signal, "signalName", "input"),
		externalWorkflowExecution: wireExecution(sender),
		externalInitiatedEventId: initiatedEventId,
	});
	const confirmed = draft("ExternalWorkflowExecutionSignaled", { workflowExecution: wireExecution(target), initiatedEventId });
	// Recordings of an execution that signals itself show the signal before the confirmation.
	return record(record(model, target.key.runId, at, signaled), sender.key.runId, at, confirmed);
};
