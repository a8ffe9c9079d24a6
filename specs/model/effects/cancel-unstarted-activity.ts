import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import type { Effect } from "./effect.ts";

/**
 * Cancels a task that no worker had taken when its cancellation was asked for. This is no part of the decision batch: with a
 * closing decision in the batch, a recording ends in the close and has no ActivityTaskCanceled.
 */
export const cancelUnstartedActivity: Effect = ({ model, execution, eventId: scheduledEventId, at }) => {
	const activity = execution.openActivities.get(scheduledEventId);
	if (activity?.cancelRequestedEventId === undefined || activity.startedEventId !== undefined) return model;
	const latestCancelRequestedEventId = activity.cancelRequestedEventId;
	const canceled = draft("ActivityTaskCanceled", { scheduledEventId, startedEventId: 0, latestCancelRequestedEventId });
	return record(model, execution.key.runId, at, canceled);
};
