import { type Draft, draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { record } from "../append.ts";
import { type Execution, wireExecution } from "../execution.ts";
import type { Effect } from "./effect.ts";

/** Tells the parent, while it is open, how its child ended. A child that continued as new has not ended. */
export const reportToParent: Effect = ({ model, execution: child, at }) => {
	const { parentWorkflowExecution, parentInitiatedEventId: initiatedEventId } = child.started;
	if (parentWorkflowExecution === undefined || initiatedEventId === undefined) return model;
	const parent = model.executions.get(parentWorkflowExecution.runId);
	const startedEventId = parent?.openChildren.get(initiatedEventId)?.startedEventId;
	if (parent === undefined || startedEventId === undefined) return model;
	const report = closeReport(child, { initiatedEventId, startedEventId });
	return report === undefined ? model : record(model, parent.key.runId, at, report);
};

interface References {
	readonly initiatedEventId: number;
	readonly startedEventId: number;
}

/** The run named is the one that closed, which is not the one that started if the child continued as new. */
function closeReport(child: Execution, references: References): Draft | undefined {
	const last = child.history.last();
	const about = { workflowExecution: wireExecution(child), workflowType: child.started.workflowType, ...references };
	switch (last?.eventType) {
		case "WorkflowExecutionCompleted":
			return draft("ChildWorkflowExecutionCompleted", {
				...about,
				...pick(last.workflowExecutionCompletedEventAttributes, "result"),
			});
		case "WorkflowExecutionFailed":
			return draft("ChildWorkflowExecutionFailed", {
				...about,
				...pick(last.workflowExecutionFailedEventAttributes, "reason", "details"),
			});
		case "WorkflowExecutionCanceled":
			return draft("ChildWorkflowExecutionCanceled", {
				...about,
				...pick(last.workflowExecutionCanceledEventAttributes, "details"),
			});
		case "WorkflowExecutionTimedOut":
			return draft("ChildWorkflowExecutionTimedOut", { ...about, timeoutType: "START_TO_CLOSE" });
		case "WorkflowExecutionTerminated":
			return draft("ChildWorkflowExecutionTerminated", about);
		default:
			return undefined;
	}
}
