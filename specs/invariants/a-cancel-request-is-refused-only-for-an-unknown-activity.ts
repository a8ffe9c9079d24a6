import { breachOf, named, ofEvents } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { activities, judgeWithOpen } from "./support/open-entities.ts";

/** RequestCancelActivityTask fails with ACTIVITY_ID_UNKNOWN only where no open activity task has the id. */
export const aCancelRequestIsRefusedOnlyForAnUnknownActivity = ofEvents((events) =>
	judgeWithOpen(events, activities, (event, open) => {
		if (event.eventType !== "RequestCancelActivityTaskFailed" || event.attributes["cause"] !== "ACTIVITY_ID_UNKNOWN") return [];
		const isOpen = open.has(textOf(event.attributes, activities.name) ?? "");
		return !isOpen
			? []
			: [breachOf(event, `${named(event)} with cause ACTIVITY_ID_UNKNOWN although the activity is open`, "cause")];
	}),
);
