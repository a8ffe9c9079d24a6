import { activityTaskEvents, decisionTaskEvents } from "./support/event-kinds.ts";
import { type Breach, breachOf, named, ofEvents } from "./support/invariant.ts";
import type { RecordedEvent } from "./support/observed.ts";

/** The event that closes a task names the start of the task if it has one. */
export const aTaskThatStartedIsClosedAsStarted = ofEvents((events) => {
	const starts = new Map<unknown, RecordedEvent>();
	const breaches: Breach[] = [];
	for (const event of events) {
		const { scheduledEventId, startedEventId } = event.attributes;
		for (const { started, closed } of [activityTaskEvents, decisionTaskEvents]) {
			if (event.eventType === started) starts.set(scheduledEventId, event);
			const start = closed.has(event.eventType) && startedEventId === 0 ? starts.get(scheduledEventId) : undefined;
			if (start === undefined) continue;
			const difference = { expected: start.eventId, observed: 0 };
			breaches.push(
				breachOf(event, `${named(event)} is told of a task that had not started, and it had`, "startedEventId", difference),
			);
		}
	}
	return breaches;
});
