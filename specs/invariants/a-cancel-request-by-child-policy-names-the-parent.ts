import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** A WorkflowExecutionCancelRequested with cause CHILD_POLICY_APPLIED names the parent as the external execution. */
export const aCancelRequestByChildPolicyNamesTheParent = ofEachEvent((event, events) => {
	const expected = startOf(events)?.attributes["parentWorkflowExecution"];
	if (event.eventType !== "WorkflowExecutionCancelRequested" || event.attributes["cause"] !== "CHILD_POLICY_APPLIED") return [];
	const observed = event.attributes["externalWorkflowExecution"];
	if (expected === undefined || sameJson(expected, observed)) return [];
	return [
		breachOf(event, `${named(event)} does not name the parent`, "externalWorkflowExecution", {
			expected,
			observed: shown(observed),
		}),
	];
});
