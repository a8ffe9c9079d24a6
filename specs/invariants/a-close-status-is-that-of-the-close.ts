import { closeStatuses } from "./support/event-kinds.ts";
import { breachIn, ofRuns } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { closeOf } from "./support/start-of.ts";

/** The close status that an execution is described with is that of the event that closed it. */
export const aCloseStatusIsThatOfTheClose = ofRuns(({ descriptions, events }) => {
	const close = closeOf(events);
	const expected = close === undefined ? undefined : closeStatuses[close.eventType];
	if (close === undefined || expected === undefined) return [];
	return descriptions.flatMap(({ executionInfo, origin }) => {
		const observed = textOf(executionInfo, "closeStatus");
		if (observed === undefined || observed === expected) return [];
		return [
			breachIn(origin, `the execution was closed by ${close.eventType}`, "executionInfo.closeStatus", { expected, observed }),
		];
	});
});
