import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** Whether there is somebody to signal turns out on delivery, which is a step of its own. */
export const signalExternalWorkflowExecution: DecisionRule<"SignalExternalWorkflowExecution"> = ({ completed }, attributes) =>
	draft("SignalExternalWorkflowExecutionInitiated", {
		...pick(attributes, "workflowId", "runId", "signalName", "input", "control"),
		...completed,
	});
