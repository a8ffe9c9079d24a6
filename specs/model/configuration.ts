import type { Value } from "../wire/value.ts";
import type { RegisteredWorkflowType } from "./model.ts";

/** What a start, of whatever kind, may set; the rest comes from the type. */
export type ConfigurationOverrides = Pick<
	Value<"StartWorkflowExecutionInput">,
	"childPolicy" | "executionStartToCloseTimeout" | "lambdaRole" | "taskList" | "taskPriority" | "taskStartToCloseTimeout"
>;

/** A setting that an execution cannot be without. */
export type RequiredSetting = "childPolicy" | "executionStartToCloseTimeout" | "taskList" | "taskStartToCloseTimeout";

/** The settings an execution is to run with, or the first one that neither the start nor the type gives. */
export type Resolution =
	| { readonly kind: "resolved"; readonly configuration: Value<"WorkflowExecutionConfiguration"> }
	| { readonly kind: "undefined"; readonly setting: RequiredSetting };

/** Works out the settings of a new run; those of the start beat the defaults of the type. */
export function resolveConfiguration(given: ConfigurationOverrides, { configuration: type }: RegisteredWorkflowType): Resolution {
	const executionStartToCloseTimeout = given.executionStartToCloseTimeout || type.defaultExecutionStartToCloseTimeout;
	const taskList = given.taskList ?? type.defaultTaskList;
	const taskStartToCloseTimeout = given.taskStartToCloseTimeout || type.defaultTaskStartToCloseTimeout;
	const childPolicy = given.childPolicy ?? type.defaultChildPolicy;
	if (!executionStartToCloseTimeout) return { kind: "undefined", setting: "executionStartToCloseTimeout" };
	if (taskList === undefined) return { kind: "undefined", setting: "taskList" };
	if (!taskStartToCloseTimeout) return { kind: "undefined", setting: "taskStartToCloseTimeout" };
	if (childPolicy === undefined) return { kind: "undefined", setting: "childPolicy" };
	const taskPriority = given.taskPriority ?? type.defaultTaskPriority;
	const lambdaRole = given.lambdaRole ?? type.defaultLambdaRole;
	const configuration = {
		executionStartToCloseTimeout,
		taskList,
		taskStartToCloseTimeout,
		childPolicy,
		...(taskPriority === undefined ? {} : { taskPriority }),
		...(lambdaRole === undefined ? {} : { lambdaRole }),
	};
	return { kind: "resolved", configuration };
}

const causes = {
	childPolicy: "DEFAULT_CHILD_POLICY_UNDEFINED",
	executionStartToCloseTimeout: "DEFAULT_EXECUTION_START_TO_CLOSE_TIMEOUT_UNDEFINED",
	taskList: "DEFAULT_TASK_LIST_UNDEFINED",
	taskStartToCloseTimeout: "DEFAULT_TASK_START_TO_CLOSE_TIMEOUT_UNDEFINED",
} as const;

/** The cause of a failed decision that a missing setting is. */
export const undefinedCause = (setting: RequiredSetting) => causes[setting];

/** The tags of a start as events and listings show them: an empty list is no list. */
export const givenTags = ({ tagList }: { readonly tagList?: Value<"TagList"> }): { readonly tagList?: Value<"TagList"> } =>
	tagList === undefined || tagList.length === 0 ? {} : { tagList };
