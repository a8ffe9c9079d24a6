import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { activities, judgeWithOpen } from "./support/open-entities.ts";

/** ActivityTaskCancelRequested names an activity task that is open. */
export const aCancelRequestNamesAnOpenActivity = ofEvents((events) =>
	judgeWithOpen(events, activities, (event, open) => {
		const id = textOf(event.attributes, "activityId") ?? "";
		if (event.eventType !== "ActivityTaskCancelRequested" || open.has(id)) return [];
		const difference = { expected: [...open.keys()].slice(0, 5), observed: id };
		return [breachOf(event, `${named(event)} names an activity that is not open`, "activityId", difference)];
	}),
);
