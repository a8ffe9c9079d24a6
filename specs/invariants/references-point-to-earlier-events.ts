import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { referencesOf } from "./support/references.ts";

/** An event that another names within the history stands before it. */
export const referencesPointToEarlierEvents = ofEachEvent((event) =>
	referencesOf(event)
		.filter(({ id }) => id < 0 || id >= event.eventId)
		.map(({ member, id }) =>
			breachOf(event, `${named(event)} names event ${id}, which is no earlier one`, member, {
				expected: `less than ${event.eventId}`,
				observed: id,
			}),
		),
);
