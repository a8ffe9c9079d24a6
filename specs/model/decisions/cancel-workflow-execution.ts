import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";
import { hasUnhandledEvents } from "./has-unhandled-events.ts";

/** Needs no request to cancel before it. */
export const cancelWorkflowExecution: DecisionRule<"CancelWorkflowExecution"> = ({ execution, completed }, attributes) =>
	hasUnhandledEvents(execution)
		? draft("CancelWorkflowExecutionFailed", { cause: "UNHANDLED_DECISION", ...completed })
		: draft("WorkflowExecutionCanceled", { ...pick(attributes, "details"), ...completed });
