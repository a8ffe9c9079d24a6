import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { type RegisteredActivityType, typeKey } from "../model.ts";
import type { DecisionContext, DecisionRule } from "./decision-rule.ts";

type Attributes = Value<"ScheduleActivityTaskDecisionAttributes">;
type Cause = Value<"ScheduleActivityTaskFailedCause">;

/** Puts a task on its list with every setting that was left out taken from the type, or names the first obstacle. */
export const scheduleActivityTask: DecisionRule<"ScheduleActivityTask"> = (context, attributes) => {
	const { completed } = context;
	const type = context.model.domains.get(context.execution.key.domain)?.activityTypes.get(typeKey(attributes.activityType));
	const settings = type === undefined ? undefined : effective(attributes, type);
	const cause = obstacle(context, attributes, type) ?? settings?.missing;
	if (cause !== undefined || settings?.taskList === undefined) {
		const failed = {
			...pick(attributes, "activityType", "activityId"),
			cause: cause ?? "DEFAULT_TASK_LIST_UNDEFINED",
			...completed,
		};
		return draft("ScheduleActivityTaskFailed", failed);
	}
	const priority = attributes.taskPriority ?? type?.configuration.defaultTaskPriority;
	return draft("ActivityTaskScheduled", {
		taskList: settings.taskList,
		...settings.timeouts,
		...completed,
		...pick(attributes, "activityType", "activityId", "input", "control"),
		...(priority === undefined ? {} : { taskPriority: priority }),
	});
};

function obstacle(
	{ model, execution }: DecisionContext,
	{ activityId }: Attributes,
	type: RegisteredActivityType | undefined,
): Cause | undefined {
	if (type === undefined) return "ACTIVITY_TYPE_DOES_NOT_EXIST";
	if (type.deprecatedAt !== undefined) return "ACTIVITY_TYPE_DEPRECATED";
	if (execution.openActivityIds.has(activityId)) return "ACTIVITY_ID_ALREADY_IN_USE";
	return execution.openActivities.size >= model.limits.openActivityTasks ? "OPEN_ACTIVITIES_LIMIT_EXCEEDED" : undefined;
}

/** The settings of the task. All five must come from somewhere; that a heartbeat timeout must is read from the cause for it. */
function effective(given: Attributes, { configuration: type }: RegisteredActivityType) {
	const taskList = given.taskList ?? type.defaultTaskList;
	const timeouts = {
		scheduleToStartTimeout: given.scheduleToStartTimeout || type.defaultTaskScheduleToStartTimeout || "",
		scheduleToCloseTimeout: given.scheduleToCloseTimeout || type.defaultTaskScheduleToCloseTimeout || "",
		startToCloseTimeout: given.startToCloseTimeout || type.defaultTaskStartToCloseTimeout || "",
		heartbeatTimeout: given.heartbeatTimeout || type.defaultTaskHeartbeatTimeout || "",
	};
	const unset = Object.keys(causes).find((timeout) => timeouts[timeout as keyof typeof causes] === "");
	const missing: Cause | undefined =
		taskList === undefined
			? "DEFAULT_TASK_LIST_UNDEFINED"
			: unset === undefined
				? undefined
				: causes[unset as keyof typeof causes];
	return { taskList, timeouts, missing };
}

const causes = {
	scheduleToStartTimeout: "DEFAULT_SCHEDULE_TO_START_TIMEOUT_UNDEFINED",
	scheduleToCloseTimeout: "DEFAULT_SCHEDULE_TO_CLOSE_TIMEOUT_UNDEFINED",
	startToCloseTimeout: "DEFAULT_START_TO_CLOSE_TIMEOUT_UNDEFINED",
	heartbeatTimeout: "DEFAULT_HEARTBEAT_TIMEOUT_UNDEFINED",
} as const;
