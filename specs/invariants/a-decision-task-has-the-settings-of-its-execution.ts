import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** What a decision task is scheduled with, and the setting of its execution that it takes. */
const settings = [
	["startToCloseTimeout", "taskStartToCloseTimeout"],
	["taskPriority", "taskPriority"],
] as const;

/** A decision task has the taskStartToCloseTimeout and the taskPriority that its execution was started with. */
export const aDecisionTaskHasTheSettingsOfItsExecution = ofEachEvent((event, events) => {
	const start = startOf(events);
	if (event.eventType !== "DecisionTaskScheduled" || start === undefined) return [];
	return settings
		.filter(([member, of]) => event.attributes[member] !== start.attributes[of])
		.map(([member, of]) =>
			breachOf(event, `${named(event)} has another ${member} than its execution`, member, {
				expected: shown(start.attributes[of]),
				observed: shown(event.attributes[member]),
			}),
		);
});
