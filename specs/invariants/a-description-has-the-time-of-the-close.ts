import { breachIn, ofRuns } from "./support/invariant.ts";
import { sameMoment } from "./support/json-members.ts";
import { closeOf } from "./support/start-of.ts";

/** closeTimestamp is the time of the event that closed the execution. */
export const aDescriptionHasTheTimeOfTheClose = ofRuns(({ descriptions, events }) => {
	const expected = closeOf(events)?.eventTimestamp;
	if (expected === undefined) return [];
	return descriptions.flatMap(({ executionInfo, origin }) => {
		const observed = executionInfo["closeTimestamp"];
		if (typeof observed !== "number" || sameMoment(observed, expected)) return [];
		return [
			breachIn(origin, "closeTimestamp is not the time of the event", "executionInfo.closeTimestamp", { expected, observed }),
		];
	});
});
