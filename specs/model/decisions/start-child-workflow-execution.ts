import { type Draft, draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { givenTags, resolveConfiguration, undefinedCause } from "../configuration.ts";
import { typeKey } from "../model.ts";
import type { DecisionRule } from "./decision-rule.ts";

/**
 * Announces a child with the settings it will run with. Only an open run of the same workflow id is found out later, when the
 * child is to start; for every other cause there is no initiated event, and the failure refers to 0:
 * https://docs.aws.amazon.com/amazonswf/latest/apireference/API_StartChildWorkflowExecutionFailedEventAttributes.html
 */
export const startChildWorkflowExecution: DecisionRule<"StartChildWorkflowExecution"> = (context, attributes) => {
	const { model, execution, completed } = context;
	const failed = (cause: Value<"StartChildWorkflowExecutionFailedCause">): Draft =>
		draft("StartChildWorkflowExecutionFailed", {
			...pick(attributes, "workflowType", "workflowId", "control"),
			cause,
			initiatedEventId: 0,
			...completed,
		});
	const domain = model.domains.get(execution.key.domain);
	const type = domain?.workflowTypes.get(typeKey(attributes.workflowType));
	if (domain === undefined || type === undefined) return failed("WORKFLOW_TYPE_DOES_NOT_EXIST");
	if (type.deprecatedAt !== undefined) return failed("WORKFLOW_TYPE_DEPRECATED");
	if (execution.openChildren.size >= model.limits.openChildren) return failed("OPEN_CHILDREN_LIMIT_EXCEEDED");
	if (domain.openRuns.size >= model.limits.openExecutionsPerDomain) return failed("OPEN_WORKFLOWS_LIMIT_EXCEEDED");
	const resolution = resolveConfiguration(attributes, type);
	if (resolution.kind === "undefined") return failed(undefinedCause(resolution.setting));
	return draft("StartChildWorkflowExecutionInitiated", {
		...pick(attributes, "workflowId", "workflowType", "control", "input"),
		...givenTags(attributes),
		...resolution.configuration,
		...completed,
	});
};
