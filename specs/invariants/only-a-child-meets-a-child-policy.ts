import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { startOf } from "./support/start-of.ts";

/** Only an execution that has a parent is terminated or asked to cancel with cause CHILD_POLICY_APPLIED. */
export const onlyAChildMeetsAChildPolicy = ofEachEvent((event, events) => {
	const start = startOf(events);
	if (
		start === undefined ||
		event.attributes["cause"] !== "CHILD_POLICY_APPLIED" ||
		start.attributes["parentWorkflowExecution"] !== undefined
	)
		return [];
	return [breachOf(event, `${named(event)} with cause CHILD_POLICY_APPLIED in an execution without a parent`, "cause")];
});
