import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { activities, judgeWithOpen } from "./support/open-entities.ts";

/** An activityId names one open activity task of an execution at a time. */
export const anOpenActivityIdIsNotGivenAgain = ofEvents((events) =>
	judgeWithOpen(events, activities, (event, open) => {
		const holder = event.eventType === activities.opens ? open.get(textOf(event.attributes, activities.name) ?? "") : undefined;
		return holder === undefined
			? []
			: [breachOf(event, `${named(event)} takes an id that ${named(holder)} still holds`, activities.name)];
	}),
);
