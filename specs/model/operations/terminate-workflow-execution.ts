import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { record } from "../append.ts";
import { findOpenExecution } from "../find-execution.ts";
import { answer, type Operation, unknownDomain, unknownExecution } from "../outcome.ts";

/**
 * Closes a run at once, whatever is in progress. The child policy of the call, if there is one, replaces that of the execution
 * and decides what becomes of the children: https://docs.aws.amazon.com/amazonswf/latest/apireference/API_TerminateWorkflowExecution.html
 */
export const terminateWorkflowExecution: Operation<"TerminateWorkflowExecution"> = ({ model, now }, input) => {
	const domain = model.domains.get(input.domain);
	if (domain === undefined) return unknownDomain(input.domain);
	const execution = findOpenExecution(model, domain, input);
	if (execution === undefined) return unknownExecution(input.workflowId, input.runId);
	const terminated = draft("WorkflowExecutionTerminated", {
		...pick(input, "reason", "details"),
		childPolicy: input.childPolicy ?? execution.started.childPolicy,
		// Nine of nine recordings carry it; the API reference reads as if it were for automatic terminations only.
		cause: "OPERATOR_INITIATED",
	});
	return answer(record(model, execution.key.runId, now, terminated));
};
