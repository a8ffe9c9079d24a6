import type { Breach } from "./invariant.ts";
import type { RecordedEvent } from "./observed.ts";

/** How the decision tasks of a run stood before an event. */
export interface DecisionTasks {
	/** The event before this one. */
	readonly previous: RecordedEvent | undefined;
	/** The DecisionTaskScheduled of the first that nobody has taken yet. */
	readonly waiting: RecordedEvent | undefined;
	/** The DecisionTaskStarted of the one that is being worked on. */
	readonly started: RecordedEvent | undefined;
}

/** Goes through a history and judges each event by which decision tasks were open before it. */
export function judgeWithDecisionTasks(
	events: readonly RecordedEvent[],
	judge: (event: RecordedEvent, tasks: DecisionTasks) => readonly Breach[],
): readonly Breach[] {
	const waiting = new Map<unknown, RecordedEvent>();
	let started: RecordedEvent | undefined;
	let previous: RecordedEvent | undefined;
	return events.flatMap((event) => {
		const breaches = judge(event, { previous, waiting: waiting.values().next().value, started });
		const { scheduledEventId } = event.attributes;
		switch (event.eventType) {
			case "DecisionTaskScheduled":
				waiting.set(event.eventId, event);
				break;
			case "DecisionTaskStarted":
				waiting.delete(scheduledEventId);
				started = event;
				break;
			case "DecisionTaskCompleted":
			case "DecisionTaskTimedOut":
				waiting.delete(scheduledEventId);
				if (started?.attributes["scheduledEventId"] === scheduledEventId) started = undefined;
				break;
			default:
		}
		previous = event;
		return breaches;
	});
}
