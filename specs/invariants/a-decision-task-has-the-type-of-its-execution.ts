import { breachIn, ofReadings } from "./support/invariant.ts";
import { objectOf, sameJson } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** A decision task names the workflow type that its execution was started with. */
export const aDecisionTaskHasTheTypeOfItsExecution = ofReadings(({ decisionTask, origin }, { events }) => {
	const observed = objectOf(decisionTask, "workflowType");
	const expected = startOf(events)?.attributes["workflowType"];
	if (observed === undefined || expected === undefined || sameJson(observed, expected)) return [];
	return [
		breachIn(origin, "the decision task names another workflow type than the start", "workflowType", { expected, observed }),
	];
});
