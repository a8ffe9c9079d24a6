import { decisionAttributesMember } from "../wire/contract.ts";
import type { DecisionAttributes, DecisionType } from "../wire/decision.ts";
import type { HistoryEvent } from "../wire/history-event.ts";
import type { JsonObject } from "../wire/json.ts";
import type { InputOf, Value } from "../wire/value.ts";
import { type Driver, drive, type Observer, text } from "./driver.ts";
import type { ModelSettings } from "./model.ts";

export const domain = "domain";
export const workflowType = { name: "order", version: "1" };
export const activityType = { name: "charge", version: "1" };
export const taskList = { name: "decisions" };
export const activityTaskList = { name: "activities" };

/** A driver with a domain, a workflow type and an activity type that has every default. For tests and experiments. */
export interface Rehearsal extends Driver {
	/** Starts an execution and gives its run id. */
	readonly start: (workflowId: string, given?: Partial<InputOf<"StartWorkflowExecution">>) => string;
	/** The next decision task's answer; its token is empty when there is none. */
	readonly pollDecision: (list?: string) => JsonObject;
	/** The next activity task's answer; its token is empty when there is none. */
	readonly pollActivity: (list?: string) => JsonObject;
	/** Takes the next decision task and answers it; throws when there is none. */
	readonly decide: (...decisions: readonly Value<"Decision">[]) => void;
	/** The types of the events of the latest run of a workflow id. */
	readonly types: (of: string) => readonly string[];
	/** The last event of a type in the latest run of a workflow id. */
	readonly last: <Type extends HistoryEvent["eventType"]>(
		of: string,
		type: Type,
	) => Extract<HistoryEvent, { eventType: Type }> | undefined;
	/** How a run is described. */
	readonly describe: (workflowId: string, runId: string) => JsonObject;
}

/** A decision of a type. */
export const decision = <Type extends DecisionType>(
	decisionType: Type,
	attributes: DecisionAttributes<Type>,
): Value<"Decision"> => ({
	decisionType,
	[decisionAttributesMember(decisionType)]: attributes,
});

/** Prepares a domain to play in. */
export function rehearse(settings?: Partial<ModelSettings>, observe?: Observer): Rehearsal {
	const driver = drive(settings, observe);
	driver.ask("RegisterDomain", { name: domain, workflowExecutionRetentionPeriodInDays: "7" });
	driver.ask("RegisterWorkflowType", {
		domain,
		...workflowType,
		defaultTaskList: taskList,
		defaultChildPolicy: "TERMINATE",
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskStartToCloseTimeout: "60",
	});
	driver.ask("RegisterActivityType", {
		domain,
		...activityType,
		defaultTaskList: activityTaskList,
		defaultTaskHeartbeatTimeout: "NONE",
		defaultTaskScheduleToCloseTimeout: "NONE",
		defaultTaskScheduleToStartTimeout: "NONE",
		defaultTaskStartToCloseTimeout: "NONE",
	});
	const pollDecision = (list = taskList.name) => driver.ask("PollForDecisionTask", { domain, taskList: { name: list } });
	return {
		...driver,
		start: (workflowId, given = {}) =>
			text(driver.ask("StartWorkflowExecution", { domain, workflowId, workflowType, ...given }), "runId"),
		pollDecision,
		pollActivity: (list = activityTaskList.name) => driver.ask("PollForActivityTask", { domain, taskList: { name: list } }),
		decide: (...decisions) => {
			const taskToken = text(pollDecision(), "taskToken");
			driver.ask("RespondDecisionTaskCompleted", { taskToken, decisions });
		},
		types: (of) => driver.events(of).map(({ eventType }) => eventType),
		last: (of, type) => {
			const isOfType = (event: HistoryEvent): event is Extract<HistoryEvent, { eventType: typeof type }> =>
				event.eventType === type;
			return driver.events(of).filter(isOfType).at(-1);
		},
		describe: (workflowId, runId) => driver.ask("DescribeWorkflowExecution", { domain, execution: { workflowId, runId } }),
	};
}
