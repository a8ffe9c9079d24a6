import { pick } from "../wire/pick.ts";
import type { Value } from "../wire/value.ts";
import { type Execution, isOpen, wireExecution } from "./execution.ts";
import { toWire } from "./instant.ts";

/** What listings and descriptions tell about a run. */
export function executionInfo(execution: Execution): Value<"WorkflowExecutionInfo"> {
	const { closure, started, startedAt } = execution;
	const { parentWorkflowExecution: parent } = started;
	return {
		execution: wireExecution(execution),
		...pick(started, "workflowType", "tagList"),
		startTimestamp: toWire(startedAt),
		executionStatus: closure === undefined ? "OPEN" : "CLOSED",
		...(closure === undefined ? {} : { closeTimestamp: toWire(closure.at), closeStatus: closure.status }),
		...(parent === undefined ? {} : { parent }),
		// The documents say true once asked for; two recordings of closed executions that had been asked show false.
		cancelRequested: execution.cancelRequested && isOpen(execution),
	};
}

/** The settings that the run was started with. */
export const executionConfiguration = ({ started }: Execution): Value<"WorkflowExecutionConfiguration"> => ({
	...pick(started, "taskList", "childPolicy", "taskPriority", "lambdaRole"),
	// An execution cannot start without the two; only the event's shape lets them be absent.
	executionStartToCloseTimeout: started.executionStartToCloseTimeout ?? "NONE",
	taskStartToCloseTimeout: started.taskStartToCloseTimeout ?? "NONE",
});

/** The numbers of open things; a recording shows that closing does not reset them. */
export const openCounts = (execution: Execution): Value<"WorkflowExecutionOpenCounts"> => ({
	openActivityTasks: execution.openActivities.size,
	openDecisionTasks: execution.pendingDecisionTask === undefined && execution.startedDecisionTask === undefined ? 0 : 1,
	openTimers: execution.openTimers.size,
	openChildWorkflowExecutions: execution.openChildren.count(({ startedEventId }) => startedEventId !== undefined),
	openLambdaFunctions: execution.openLambdaFunctions.size,
});
