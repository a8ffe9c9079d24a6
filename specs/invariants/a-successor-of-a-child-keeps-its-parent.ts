import { breachOf, named, ofRuns } from "./support/invariant.ts";
import { sameJson, shown, textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** The successor of a child names the same parent and the same event of it as the child did. */
export const aSuccessorOfAChildKeepsItsParent = ofRuns(({ domain, workflowId, events }, { find }) => {
	const start = startOf(events);
	const before = textOf(start?.attributes, "continuedExecutionRunId");
	const first = before === undefined ? undefined : startOf(find(domain, { workflowId, runId: before })?.events ?? []);
	if (start === undefined || first === undefined) return [];
	return ["parentWorkflowExecution", "parentInitiatedEventId"]
		.filter((member) => !sameJson(first.attributes[member], start.attributes[member]))
		.map((member) =>
			breachOf(start, `${named(start)} has another ${member} than the run that it continues`, member, {
				expected: shown(first.attributes[member]),
				observed: shown(start.attributes[member]),
			}),
		);
});
