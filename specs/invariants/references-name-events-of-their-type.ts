import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { referencesOf } from "./support/references.ts";

/** An event that another names within the history is of the type that the member is about. */
export const referencesNameEventsOfTheirType = ofEachEvent((event, events) =>
	referencesOf(event).flatMap(({ member, id, to }) => {
		const found = id < event.eventId ? events[id - 1] : undefined;
		if (found === undefined || found.eventType === to) return [];
		return [
			breachOf(event, `${named(event)} names ${named(found)} as ${member}`, member, { expected: to, observed: found.eventType }),
		];
	}),
);
