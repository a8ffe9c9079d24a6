import { differsFrom } from "./support/compare-starts.ts";
import { ofRuns } from "./support/invariant.ts";
import { integerOf, textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** The start of a child has the settings, the type, the input and the tags that its parent announced; a successor of the child may have others. */
export const aChildRunsAsItsParentAsked = ofRuns(({ domain, workflowId, events }, { find }) => {
	const start = startOf(events);
	const parent = find(domain, start?.attributes["parentWorkflowExecution"]);
	const announced = parent?.events[(integerOf(start?.attributes, "parentInitiatedEventId") ?? 0) - 1];
	if (start === undefined || announced?.eventType !== "StartChildWorkflowExecutionInitiated") return [];
	const isSuccessor = (textOf(start.attributes, "continuedExecutionRunId") ?? "") !== "";
	return isSuccessor || announced.attributes["workflowId"] !== workflowId ? [] : differsFrom(start, announced);
});
