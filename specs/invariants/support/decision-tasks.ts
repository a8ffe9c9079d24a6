import type { RecordedEvent } from "./observed.ts";

/** How the decision tasks of a run stood before an event. */
export interface DecisionTasks {
	readonly event: RecordedEvent;
	/** The event before this one. */
	readonly previous: RecordedEvent | undefined;
	/** The DecisionTaskScheduled of those that nobody has taken yet. */
	readonly waiting: readonly RecordedEvent[];
	/** The DecisionTaskStarted of the one that is being worked on. */
	readonly started: RecordedEvent | undefined;
}

/** Goes through a history and tells, for each event, which decision tasks were open before it. */
export function* withDecisionTasks(events: readonly RecordedEvent[]): Generator<DecisionTasks> {
	let waiting: readonly RecordedEvent[] = [];
	let started: RecordedEvent | undefined;
	let previous: RecordedEvent | undefined;
	for (const event of events) {
		yield { event, previous, waiting, started };
		const { scheduledEventId } = event.attributes;
		switch (event.eventType) {
			case "DecisionTaskScheduled":
				waiting = [...waiting, event];
				break;
			case "DecisionTaskStarted":
				waiting = waiting.filter(({ eventId }) => eventId !== scheduledEventId);
				started = event;
				break;
			case "DecisionTaskCompleted":
			case "DecisionTaskTimedOut":
				waiting = waiting.filter(({ eventId }) => eventId !== scheduledEventId);
				if (started?.attributes["scheduledEventId"] === scheduledEventId) started = undefined;
				break;
			default:
		}
		previous = event;
	}
}
