import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";
import { hasUnhandledEvents } from "./has-unhandled-events.ts";

/** Open activities, timers and children do not stand in the way: recordings show such closes. */
export const completeWorkflowExecution: DecisionRule<"CompleteWorkflowExecution"> = ({ execution, completed }, attributes) =>
	hasUnhandledEvents(execution)
		? draft("CompleteWorkflowExecutionFailed", { cause: "UNHANDLED_DECISION", ...completed })
		: draft("WorkflowExecutionCompleted", { ...pick(attributes, "result"), ...completed });
