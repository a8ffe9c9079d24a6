import type { EventType } from "../../wire/history-event.ts";
import { activityTaskEvents, timerEnds } from "./event-kinds.ts";
import type { Breach } from "./invariant.ts";
import { textOf } from "./json-members.ts";
import type { RecordedEvent } from "./observed.ts";

/** How entities of one kind open and end, and the name that only one open entity may have. */
interface Kind {
	readonly opens: EventType;
	readonly name: string;
	readonly ends: ReadonlySet<EventType>;
	/** The member of an ending event that names the opening one. */
	readonly by: string;
}

export const activities: Kind = {
	opens: activityTaskEvents.scheduled,
	name: "activityId",
	ends: activityTaskEvents.closed,
	by: "scheduledEventId",
};
export const timers: Kind = { opens: "TimerStarted", name: "timerId", ends: timerEnds, by: "startedEventId" };

/** Goes through a history and judges each event by what was open before it, by name. */
export function judgeWithOpen(
	events: readonly RecordedEvent[],
	{ opens, name, ends, by }: Kind,
	judge: (event: RecordedEvent, open: ReadonlyMap<string, RecordedEvent>) => readonly Breach[],
): readonly Breach[] {
	const open = new Map<string, RecordedEvent>();
	return events.flatMap((event) => {
		const breaches = judge(event, open);
		const id = textOf(event.attributes, name);
		if (event.eventType === opens && id !== undefined) open.set(id, event);
		if (!ends.has(event.eventType)) return breaches;
		const opening = events[Number(event.attributes[by]) - 1];
		const ended = textOf(opening?.attributes, name);
		if (opening !== undefined && ended !== undefined && open.get(ended) === opening) open.delete(ended);
		return breaches;
	});
}
