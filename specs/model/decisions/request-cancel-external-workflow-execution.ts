import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** Whether there is something to cancel turns out on delivery, which is a step of its own. */
export const requestCancelExternalWorkflowExecution: DecisionRule<"RequestCancelExternalWorkflowExecution"> = (
	{ completed },
	attributes,
) =>
	draft("RequestCancelExternalWorkflowExecutionInitiated", {
		...pick(attributes, "workflowId", "runId", "control"),
		...completed,
	});
