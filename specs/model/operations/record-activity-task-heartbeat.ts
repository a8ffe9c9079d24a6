import { pick } from "../../wire/pick.ts";
import { findHeldActivity } from "../find-activity.ts";
import { heartbeatKey } from "../model.ts";
import { answer, type Operation } from "../outcome.ts";

/** Tells whether the task is asked to be cancelled. A heartbeat leaves no event; its details come to light if the task times out. */
export const recordActivityTaskHeartbeat: Operation<"RecordActivityTaskHeartbeat"> = ({ model, now }, input) => {
	const found = findHeldActivity(model, input.taskToken);
	if (found.kind === "fault") return found;
	const { execution, activity } = found;
	const key = heartbeatKey(execution.key.runId, activity.scheduledEventId);
	const heartbeats = model.heartbeats.set(key, { at: now, ...pick(input, "details") });
	return answer({ ...model, heartbeats }, { cancelRequested: activity.cancelRequestedEventId !== undefined });
};
