import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";
import { hasUnhandledEvents } from "./has-unhandled-events.ts";

export const failWorkflowExecution: DecisionRule<"FailWorkflowExecution"> = ({ execution, completed }, attributes) =>
	hasUnhandledEvents(execution)
		? draft("FailWorkflowExecutionFailed", { cause: "UNHANDLED_DECISION", ...completed })
		: draft("WorkflowExecutionFailed", { ...pick(attributes, "reason", "details"), ...completed });
