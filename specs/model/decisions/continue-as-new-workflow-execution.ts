import { type Draft, draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { givenTags, resolveConfiguration, undefinedCause } from "../configuration.ts";
import { typeKey } from "../model.ts";
import type { DecisionRule } from "./decision-rule.ts";
import { hasUnhandledEvents } from "./has-unhandled-events.ts";

/** Closes the run in favour of a new one of the same type. What the decision leaves out comes from the type, not from the run. */
export const continueAsNewWorkflowExecution: DecisionRule<"ContinueAsNewWorkflowExecution"> = (context, attributes) => {
	const { model, execution, completed, ids } = context;
	const failed = (cause: Value<"ContinueAsNewWorkflowExecutionFailedCause">): Draft =>
		draft("ContinueAsNewWorkflowExecutionFailed", { cause, ...completed });
	if (hasUnhandledEvents(execution)) return failed("UNHANDLED_DECISION");
	const { name, version } = execution.started.workflowType;
	const workflowType = { name, version: attributes.workflowTypeVersion ?? version };
	const type = model.domains.get(execution.key.domain)?.workflowTypes.get(typeKey(workflowType));
	if (type === undefined) return failed("WORKFLOW_TYPE_DOES_NOT_EXIST");
	if (type.deprecatedAt !== undefined) return failed("WORKFLOW_TYPE_DEPRECATED");
	const resolution = resolveConfiguration(attributes, type);
	if (resolution.kind === "undefined") return failed(undefinedCause(resolution.setting));
	return draft("WorkflowExecutionContinuedAsNew", {
		...pick(attributes, "input"),
		...givenTags(attributes),
		...resolution.configuration,
		workflowType,
		newExecutionRunId: ids.runId(model.sequence),
		...completed,
	});
};
