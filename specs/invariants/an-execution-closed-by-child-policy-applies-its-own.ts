import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** A child that is terminated by its parent's policy tells the child policy that it was itself started with. */
export const anExecutionClosedByChildPolicyAppliesItsOwn = ofEachEvent((event, events) => {
	const expected = startOf(events)?.attributes["childPolicy"];
	const { cause, childPolicy } = event.attributes;
	if (event.eventType !== "WorkflowExecutionTerminated" || cause !== "CHILD_POLICY_APPLIED") return [];
	if (expected === undefined || childPolicy === expected) return [];
	return [
		breachOf(event, `${named(event)} tells another child policy than the start`, "childPolicy", {
			expected,
			observed: shown(childPolicy),
		}),
	];
});
