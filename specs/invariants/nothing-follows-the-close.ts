import { closesExecution } from "./support/event-kinds.ts";
import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { closeOf } from "./support/start-of.ts";

/** The event that closes an execution stands last in its history. */
export const nothingFollowsTheClose = ofEvents((events) => {
	const close = closeOf(events);
	if (close === undefined) return [];
	return events
		.slice(close.eventId)
		.filter(({ eventType }) => !closesExecution(eventType))
		.map((event) => breachOf(event, `${named(event)} stands behind ${named(close)}`));
});
