import type { Draft } from "../wire/history-event.ts";
import { record } from "./append.ts";
import { findHeldActivity, type HeldActivity } from "./find-activity.ts";
import type { Instant } from "./instant.ts";
import { changed, heartbeatKey, type Model } from "./model.ts";
import { answer, type Step } from "./outcome.ts";

/** Closes the activity task of a token with the event that `closing` makes of it. */
export function closeHeldActivity(
	model: Model,
	taskToken: string,
	now: Instant,
	closing: (activity: HeldActivity["activity"]) => Draft,
): Step<undefined> {
	const found = findHeldActivity(model, taskToken);
	if (found.kind === "fault") return found;
	const { execution, activity } = found;
	const { runId } = execution.key;
	return answer(record(withoutHeartbeat(model, runId, activity.scheduledEventId), runId, now, closing(activity)));
}

/** Forgets the heartbeats of a task that is over. */
export const withoutHeartbeat = (model: Model, runId: string, scheduledEventId: number): Model =>
	changed(model, { heartbeats: model.heartbeats.delete(heartbeatKey(runId, scheduledEventId)) });
