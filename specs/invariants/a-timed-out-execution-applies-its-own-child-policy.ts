import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** WorkflowExecutionTimedOut tells the child policy that the execution was started with: nobody can have named another. */
export const aTimedOutExecutionAppliesItsOwnChildPolicy = ofEachEvent((event, events) => {
	const expected = startOf(events)?.attributes["childPolicy"];
	const observed = event.attributes["childPolicy"];
	if (event.eventType !== "WorkflowExecutionTimedOut" || expected === undefined || observed === expected) return [];
	return [
		breachOf(event, `${named(event)} tells another child policy than the start`, "childPolicy", {
			expected,
			observed: shown(observed),
		}),
	];
});
