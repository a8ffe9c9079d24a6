import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { openExecution, record } from "../append.ts";
import { wireExecution } from "../execution.ts";
import type { Effect } from "./effect.ts";

/**
 * Starts an announced child and tells the parent, or tells it that the workflow id is taken.
 *
 * A parent that has closed meanwhile hears nothing, but the child starts all the same, and the parent's child policy then
 * applies to it; what the live service does is not known.
 */
export const startChild: Effect = ({ model, execution: parent, eventId: initiatedEventId, at, ids }) => {
	const child = parent.openChildren.get(initiatedEventId);
	const domain = model.domains.get(parent.key.domain);
	if (child === undefined || domain === undefined) return model;
	const { initiated } = child;
	const { workflowId, workflowType } = initiated;
	if (domain.openRuns.has(workflowId)) {
		const failed = draft("StartChildWorkflowExecutionFailed", {
			...pick(initiated, "workflowId", "workflowType", "control", "decisionTaskCompletedEventId"),
			cause: "WORKFLOW_ALREADY_RUNNING",
			initiatedEventId,
		});
		return record(model, parent.key.runId, at, failed);
	}
	const runId = ids.runId(model.sequence);
	const started = {
		...pick(
			initiated,
			...(["childPolicy", "executionStartToCloseTimeout", "input", "lambdaRole", "tagList", "taskList"] as const),
			...(["taskPriority", "taskStartToCloseTimeout", "workflowType"] as const),
		),
		parentWorkflowExecution: wireExecution(parent),
		parentInitiatedEventId: initiatedEventId,
	};
	const opened = openExecution(model, { domain: domain.name, workflowId, runId }, started, at);
	const childStarted = draft("ChildWorkflowExecutionStarted", {
		workflowExecution: { workflowId, runId },
		workflowType,
		initiatedEventId,
	});
	return record(opened, parent.key.runId, at, childStarted);
};
