import type { Execution, OpenActivity } from "./execution.ts";
import { isOpen } from "./execution.ts";
import type { Model } from "./model.ts";
import { type Fault, invalidToken, unknownActivityTask, unknownExecution } from "./outcome.ts";
import { readTaskToken } from "./tokens.ts";

/** An activity task that a worker holds. */
export interface HeldActivity {
	readonly kind: "held";
	readonly execution: Execution;
	readonly activity: OpenActivity & { readonly startedEventId: number };
}

/** The activity task that a token was handed out with, as long as it is open in an open run. */
export function findHeldActivity(model: Model, token: string): HeldActivity | { readonly kind: "fault"; readonly fault: Fault } {
	const task = readTaskToken("activity", token);
	if (task === undefined) return invalidToken;
	const execution = model.executions.get(task.runId);
	if (execution === undefined) return unknownActivityTask(task.scheduledEventId);
	if (!isOpen(execution)) return unknownExecution(execution.key.workflowId, execution.key.runId);
	const activity = execution.openActivities.get(task.scheduledEventId);
	const { startedEventId } = task;
	if (activity?.startedEventId !== startedEventId) return unknownActivityTask(task.scheduledEventId);
	return { kind: "held", execution, activity: { ...activity, startedEventId } };
}
