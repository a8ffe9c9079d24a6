import { breachIn, ofRuns } from "./support/invariant.ts";
import { sameJson, shown } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** What a description says of an execution, and what its start calls it. */
const members = [
	["workflowType", "workflowType"],
	["parent", "parentWorkflowExecution"],
	["tagList", "tagList"],
] as const;

/** A description names the workflow type, the parent and the tags of the start. */
export const aDescriptionNamesWhatWasStarted = ofRuns(({ descriptions, events }) => {
	const start = startOf(events);
	if (start === undefined) return [];
	return descriptions.flatMap(({ executionInfo, origin }) =>
		members
			.filter(([member, of]) => !sameJson(withoutEmpty(executionInfo[member]), withoutEmpty(start.attributes[of])))
			.map(([member, of]) =>
				breachIn(origin, `the description has another ${member} than the start`, `executionInfo.${member}`, {
					expected: shown(start.attributes[of]),
					observed: shown(executionInfo[member]),
				}),
			),
	);
});

/** An empty list of tags says no more than none. */
const withoutEmpty = <Value>(value: Value): Value | undefined => (Array.isArray(value) && value.length === 0 ? undefined : value);
