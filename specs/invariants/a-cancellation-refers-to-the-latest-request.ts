import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { referred } from "./support/references.ts";

/** Where ActivityTaskCanceled names a request, it is the last one against its activity. */
export const aCancellationRefersToTheLatestRequest = ofEachEvent((event, events) => {
	const observed = event.attributes["latestCancelRequestedEventId"];
	const scheduled =
		event.eventType === "ActivityTaskCanceled" ? referred(events, event, "scheduledEventId", "ActivityTaskScheduled") : undefined;
	if (scheduled === undefined || typeof observed !== "number" || observed === 0) return [];
	const latest = events
		.slice(scheduled.eventId, event.eventId - 1)
		.findLast(
			({ eventType, attributes }) =>
				eventType === "ActivityTaskCancelRequested" && attributes["activityId"] === scheduled.attributes["activityId"],
		);
	if (latest?.eventId === observed) return [];
	const difference = { expected: latest?.eventId ?? 0, observed };
	return [
		breachOf(
			event,
			`${named(event)} does not name the latest request against its activity`,
			"latestCancelRequestedEventId",
			difference,
		),
	];
});
