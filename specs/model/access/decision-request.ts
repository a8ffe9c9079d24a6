import { decisionAttributesMember } from "../../wire/contract.ts";
import type { DecisionAttributes, DecisionType } from "../../wire/decision.ts";
import type { Value } from "../../wire/value.ts";
import { domainArn } from "../domain-info.ts";
import type { Execution } from "../execution.ts";
import { type Domain, type Model, typeKey } from "../model.ts";
import { tagKeys } from "./call-request.ts";
import type { AccessRequest } from "./is-allowed.ts";

type Keys = AccessRequest["keys"];

/** What a decision is made in. */
interface Setting {
	readonly domain: Domain | undefined;
	readonly execution: Execution;
}

type KeysOf<Type extends DecisionType> = (attributes: DecisionAttributes<Type>, setting: Setting) => Keys;

/**
 * The parameters of a decision that conditions can constrain. ContinueAsNewWorkflowExecution has two keys for the version: one
 * from the developer guide, one from the API reference.
 *
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.api.html
 */
const keysOf: { readonly [Type in DecisionType]?: KeysOf<Type> } = {
	ContinueAsNewWorkflowExecution: (attributes, { domain, execution }) => {
		const { name, version: current } = execution.started.workflowType;
		const version = attributes.workflowTypeVersion ?? current;
		return {
			...tagKeys(attributes.tagList),
			"swf:taskList.name": attributes.taskList?.name ?? workflowDefault(domain, { name, version })?.name,
			"swf:workflowType.version": version,
			"swf:workflowTypeVersion": version,
		};
	},
	ScheduleActivityTask: ({ activityType, taskList }, { domain }) => ({
		"swf:activityType.name": activityType.name,
		"swf:activityType.version": activityType.version,
		"swf:taskList.name": (taskList ?? domain?.activityTypes.get(typeKey(activityType))?.configuration.defaultTaskList)?.name,
	}),
	StartChildWorkflowExecution: ({ workflowType, taskList, tagList }, { domain }) => ({
		...tagKeys(tagList),
		"swf:taskList.name": (taskList ?? workflowDefault(domain, workflowType))?.name,
		"swf:workflowType.name": workflowType.name,
		"swf:workflowType.version": workflowType.version,
	}),
};

const workflowDefault = (domain: Domain | undefined, type: Value<"WorkflowType">) =>
	domain?.workflowTypes.get(typeKey(type))?.configuration.defaultTaskList;

/** What has to be allowed for a decision to be carried out: an action of the pseudo API that is named as the decision. */
export function decisionRequest(model: Model, execution: Execution, decision: Value<"Decision">): AccessRequest {
	const { domain: name } = execution.key;
	const keys = keysOfDecision(decision.decisionType, decision, { domain: model.domains.get(name), execution });
	return { action: decision.decisionType, resources: [domainArn(model, name)], keys };
}

function keysOfDecision<Type extends DecisionType>(type: Type, decision: Value<"Decision">, setting: Setting): Keys {
	const table: { readonly [Each in Type]?: KeysOf<Each> } = keysOf;
	const attributes = decision[decisionAttributesMember(type) as keyof Value<"Decision">] ?? {};
	// Only closing decisions may come without attributes, and those have optional members only.
	return table[type]?.(attributes as DecisionAttributes<Type>, setting) ?? {};
}
