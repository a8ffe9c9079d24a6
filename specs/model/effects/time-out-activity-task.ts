import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { record, withDeadline } from "../append.ts";
import { withoutHeartbeat } from "../close-activity.ts";
import { secondsAfter } from "../instant.ts";
import { heartbeatKey } from "../model.ts";
import type { Effect, EffectContext } from "./effect.ts";

/** The task was not taken in time. */
export const timeOutScheduleToStart: Effect = (context) =>
	activityOf(context)?.startedEventId === undefined ? timeOut(context, "SCHEDULE_TO_START") : context.model;

/** The task was not done in time, counted from its scheduling, whether it was taken or not. */
export const timeOutScheduleToClose: Effect = (context) => timeOut(context, "SCHEDULE_TO_CLOSE");

/** The task was not done in time, counted from its start, whatever heartbeats came. */
export const timeOutStartToClose: Effect = (context) => timeOut(context, "START_TO_CLOSE");

/** The worker fell silent. A heartbeat that came meanwhile only puts this off. */
export const timeOutHeartbeat: Effect = (context) => {
	const { model, execution, eventId, at } = context;
	const heartbeat = model.heartbeats.get(heartbeatKey(execution.key.runId, eventId));
	const timeout = activityOf(context)?.scheduled.heartbeatTimeout;
	if (heartbeat === undefined || timeout === undefined) return timeOut(context, "HEARTBEAT");
	const due = secondsAfter(heartbeat.at, Number(timeout));
	if (due <= at) return timeOut(context, "HEARTBEAT");
	return withDeadline(model, execution.key.runId, { kind: "activityHeartbeat", at: due, eventId });
};

const activityOf = ({ execution, eventId }: EffectContext) => execution.openActivities.get(eventId);

/** The details are those of the last heartbeat, whatever the timeout: the documents do not restrict them to HEARTBEAT. */
function timeOut(context: EffectContext, timeoutType: Value<"ActivityTaskTimeoutType">) {
	const { model, execution, eventId: scheduledEventId, at } = context;
	const activity = activityOf(context);
	if (activity === undefined) return model;
	const { runId } = execution.key;
	const heartbeat = model.heartbeats.get(heartbeatKey(runId, scheduledEventId));
	const timedOut = draft("ActivityTaskTimedOut", {
		timeoutType,
		scheduledEventId,
		startedEventId: activity.startedEventId ?? 0,
		...(heartbeat === undefined ? {} : pick(heartbeat, "details")),
	});
	return record(withoutHeartbeat(model, runId, scheduledEventId), runId, at, timedOut);
}
