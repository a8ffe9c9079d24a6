import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { referred } from "./support/references.ts";

/** An activity task that nobody took is cancelled only after its cancellation was requested. */
export const aCancellationByTheServiceFollowsARequest = ofEachEvent((event, events) => {
	if (event.eventType !== "ActivityTaskCanceled" || event.attributes["startedEventId"] !== 0) return [];
	const scheduled = referred(events, event, "scheduledEventId", "ActivityTaskScheduled");
	if (scheduled === undefined) return [];
	const asked = events
		.slice(scheduled.eventId, event.eventId - 1)
		.some(
			({ eventType, attributes }) =>
				eventType === "ActivityTaskCancelRequested" && attributes["activityId"] === scheduled.attributes["activityId"],
		);
	return asked ? [] : [breachOf(event, `${named(event)} cancels a task that nobody took and nobody asked to cancel`)];
});
