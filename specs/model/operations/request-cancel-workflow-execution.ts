import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import { findOpenExecution } from "../find-execution.ts";
import { answer, type Operation, unknownDomain, unknownExecution } from "../outcome.ts";

/** Asks the decider to cancel; each request is recorded, and nothing else happens by itself. */
export const requestCancelWorkflowExecution: Operation<"RequestCancelWorkflowExecution"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const execution = findOpenExecution(model, domain, input);
	if (execution === undefined) return unknownExecution(input.workflowId, input.runId);
	// Recordings: no cause, no external execution, and the id 0.
	const requested = draft("WorkflowExecutionCancelRequested", { externalInitiatedEventId: 0 });
	return answer(record(model, execution.key.runId, now, requested));
};
