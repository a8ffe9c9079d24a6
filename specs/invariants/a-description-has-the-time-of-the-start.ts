import { breachIn, ofRuns } from "./support/invariant.ts";
import { sameMoment } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** startTimestamp is the time of WorkflowExecutionStarted. */
export const aDescriptionHasTheTimeOfTheStart = ofRuns(({ descriptions, events }) => {
	const expected = startOf(events)?.eventTimestamp;
	if (expected === undefined) return [];
	return descriptions.flatMap(({ executionInfo, origin }) => {
		const observed = executionInfo["startTimestamp"];
		if (typeof observed !== "number" || sameMoment(observed, expected)) return [];
		return [
			breachIn(origin, "startTimestamp is not the time of the event", "executionInfo.startTimestamp", { expected, observed }),
		];
	});
});
