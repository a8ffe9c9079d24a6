import type { OperationName } from "../../wire/contract.ts";
import type { JsonObject } from "../../wire/json.ts";
import type { InputOf, Value } from "../../wire/value.ts";
import { domainArn } from "../domain-info.ts";
import { type Domain, type Model, typeKey } from "../model.ts";
import { readTaskToken } from "../tokens.ts";
import type { AccessRequest } from "./is-allowed.ts";

type Keys = AccessRequest["keys"];
type KeysOf<Name extends OperationName> = (input: InputOf<Name>, domain?: Domain) => Keys;

const activityType = ({ activityType: type }: { readonly activityType: Value<"ActivityType"> }): Keys => ({
	"swf:activityType.name": type.name,
	"swf:activityType.version": type.version,
});
const workflowType = ({ workflowType: type }: { readonly workflowType: Value<"WorkflowType"> }): Keys => ({
	"swf:workflowType.name": type.name,
	"swf:workflowType.version": type.version,
});
const taskList = ({ taskList: list }: { readonly taskList: Value<"TaskList"> }): Keys => ({ "swf:taskList.name": list.name });
const registration = (input: {
	readonly name: string;
	readonly version: string;
	readonly defaultTaskList?: Value<"TaskList">;
}): Keys => ({
	"swf:defaultTaskList.name": input.defaultTaskList?.name,
	"swf:name": input.name,
	"swf:version": input.version,
});
const filters = ({
	tagFilter,
	typeFilter,
}: {
	readonly tagFilter?: Value<"TagFilter">;
	readonly typeFilter?: Value<"WorkflowTypeFilter">;
}): Keys => ({
	"swf:tagFilter.tag": tagFilter?.tag,
	"swf:typeFilter.name": typeFilter?.name,
	"swf:typeFilter.version": typeFilter?.version,
});

/** A tag for each place of the list, from 0. */
export const tagKeys = (tagList: Value<"TagList"> | undefined): Keys =>
	Object.fromEntries((tagList ?? []).map((tag, index) => [`swf:tagList.member.${index}`, tag]));

/**
 * The parameters of a call that conditions can constrain; the other operations have none. A task list that is left out counts as
 * the default of the type.
 *
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dev-iam.api.html
 */
const keysOf: { readonly [Name in OperationName]?: KeysOf<Name> } = {
	CountClosedWorkflowExecutions: filters,
	CountOpenWorkflowExecutions: filters,
	CountPendingActivityTasks: taskList,
	CountPendingDecisionTasks: taskList,
	DeleteActivityType: activityType,
	DeleteWorkflowType: workflowType,
	DeprecateActivityType: activityType,
	DeprecateWorkflowType: workflowType,
	DescribeActivityType: activityType,
	DescribeWorkflowType: workflowType,
	ListClosedWorkflowExecutions: filters,
	ListOpenWorkflowExecutions: filters,
	PollForActivityTask: taskList,
	PollForDecisionTask: taskList,
	RegisterActivityType: registration,
	RegisterWorkflowType: registration,
	StartWorkflowExecution: (input, domain) => ({
		...tagKeys(input.tagList),
		...workflowType(input),
		"swf:taskList.name": (input.taskList ?? domain?.workflowTypes.get(typeKey(input.workflowType))?.configuration.defaultTaskList)
			?.name,
	}),
	UndeprecateActivityType: activityType,
	UndeprecateWorkflowType: workflowType,
};

/** What has to be allowed for a call to be carried out. */
export function callRequest<Name extends OperationName>(model: Model, action: Name, input: InputOf<Name>): AccessRequest {
	const table: { readonly [Each in Name]?: KeysOf<Each> } = keysOf;
	const given = input as JsonObject;
	const name = domainOf(model, action, given);
	const keys = table[action]?.(input, name === undefined ? undefined : model.domains.get(name)) ?? {};
	return { action, resources: resourcesOf(model, given, name), keys };
}

/** The domain that a call is about: named in it, or that of the run whose task it answers. */
function domainOf(model: Model, action: OperationName, { domain, name, taskToken }: JsonObject): string | undefined {
	if (typeof domain === "string") return domain;
	if (typeof name === "string") return name;
	if (typeof taskToken !== "string") return undefined;
	const task = readTaskToken(action === "RespondDecisionTaskCompleted" ? "decision" : "activity", taskToken);
	return task === undefined ? undefined : model.executions.get(task.runId)?.key.domain;
}

function resourcesOf(model: Model, { resourceArn }: JsonObject, domain: string | undefined): readonly string[] {
	if (typeof resourceArn === "string") return [resourceArn];
	if (domain !== undefined) return [domainArn(model, domain)];
	// For ListDomains the API reference spells the ARN in a way of its own.
	return [domainArn(model, "*"), `arn:aws:swf::${model.settings.account}:domain/*`];
}
