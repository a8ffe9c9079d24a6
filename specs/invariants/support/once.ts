import type { EventType } from "../../wire/history-event.ts";
import { type Breach, breachOf, named } from "./invariant.ts";
import type { RecordedEvent } from "./observed.ts";

/** Events of these types that name an event which an earlier one of them named already; `what` says what that means. */
export function namedTwice(
	events: readonly RecordedEvent[],
	types: { readonly has: (type: EventType) => boolean },
	member: string,
	what: (first: RecordedEvent) => string,
): readonly Breach[] {
	const first = new Map<number, RecordedEvent>();
	return events.flatMap((event) => {
		const id = event.attributes[member];
		if (!types.has(event.eventType) || typeof id !== "number" || id === 0) return [];
		const before = first.get(id);
		if (before === undefined) first.set(id, event);
		return before === undefined ? [] : [breachOf(event, `${named(event)} names event ${id}, and ${what(before)}`, member)];
	});
}

/** Only this type. */
export const only = (type: EventType) => ({ has: (other: EventType) => other === type });
