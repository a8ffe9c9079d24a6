import type { EventAttributes, EventOf } from "../../wire/history-event.ts";
import type { Change, Execution, OpenActivity } from "../execution.ts";
import { fromWire } from "../instant.ts";

export function activityTaskScheduled(execution: Execution, event: EventOf<"ActivityTaskScheduled">): Change {
	const scheduled = event.activityTaskScheduledEventAttributes;
	return {
		latestActivityTaskAt: fromWire(event.eventTimestamp),
		openActivities: execution.openActivities.set(event.eventId, { scheduledEventId: event.eventId, scheduled }),
		openActivityIds: execution.openActivityIds.set(scheduled.activityId, event.eventId),
	};
}

export function activityTaskStarted(execution: Execution, event: EventOf<"ActivityTaskStarted">): Change {
	const startedAt = fromWire(event.eventTimestamp);
	const { scheduledEventId } = event.activityTaskStartedEventAttributes;
	const started = withActivity(execution, scheduledEventId, { startedEventId: event.eventId, startedAt });
	return { latestActivityTaskAt: startedAt, ...started };
}

export function activityTaskCancelRequested(execution: Execution, event: EventOf<"ActivityTaskCancelRequested">): Change {
	const { activityId } = event.activityTaskCancelRequestedEventAttributes;
	return withActivity(execution, execution.openActivityIds.get(activityId), { cancelRequestedEventId: event.eventId });
}

type ActivityClose =
	| EventOf<"ActivityTaskCompleted">
	| EventOf<"ActivityTaskFailed">
	| EventOf<"ActivityTaskCanceled">
	| EventOf<"ActivityTaskTimedOut">;

/** Any of the four ends of an activity task; its id is free again. */
export function activityTaskClosed(
	execution: Execution,
	event: ActivityClose,
	{ scheduledEventId }: Pick<EventAttributes<"ActivityTaskCompleted">, "scheduledEventId">,
): Change {
	const activity = execution.openActivities.get(scheduledEventId);
	if (activity === undefined) return {};
	return {
		latestActivityTaskAt: fromWire(event.eventTimestamp),
		openActivities: execution.openActivities.delete(scheduledEventId),
		openActivityIds: execution.openActivityIds.delete(activity.scheduled.activityId),
	};
}

function withActivity(execution: Execution, scheduledEventId: number | undefined, change: Partial<OpenActivity>): Change {
	const activity = scheduledEventId === undefined ? undefined : execution.openActivities.get(scheduledEventId);
	if (activity === undefined) return {};
	return { openActivities: execution.openActivities.set(activity.scheduledEventId, { ...activity, ...change }) };
}
