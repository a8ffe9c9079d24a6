import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { record } from "../append.ts";
import { findOpenExecution } from "../find-execution.ts";
import { answer, type Operation, unknownDomain, unknownExecution } from "../outcome.ts";

export const signalWorkflowExecution: Operation<"SignalWorkflowExecution"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const execution = findOpenExecution(model, domain, input);
	if (execution === undefined) return unknownExecution(input.workflowId, input.runId);
	// Recordings carry 0 for a signal that came through the API.
	const signaled = draft("WorkflowExecutionSignaled", { ...pick(input, "signalName", "input"), externalInitiatedEventId: 0 });
	return answer(record(model, execution.key.runId, now, signaled));
};
