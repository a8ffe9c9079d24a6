import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { objectOf, shown, textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** An execution continues as one of the same workflow type; only the version may change. */
export const aSuccessorKeepsTheNameOfItsType = ofEachEvent((event, events) => {
	if (event.eventType !== "WorkflowExecutionContinuedAsNew") return [];
	const expected = textOf(objectOf(startOf(events)?.attributes, "workflowType"), "name");
	const observed = textOf(objectOf(event.attributes, "workflowType"), "name");
	if (expected === undefined || observed === expected) return [];
	return [breachOf(event, `${named(event)} as another type`, "workflowType.name", { expected, observed: shown(observed) })];
});
