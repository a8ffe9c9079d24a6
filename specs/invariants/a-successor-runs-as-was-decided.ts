import { differsFrom } from "./support/compare-starts.ts";
import { ofRuns } from "./support/invariant.ts";
import { textOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** The start of a run that continues another has the settings, the type, the input and the tags of WorkflowExecutionContinuedAsNew. */
export const aSuccessorRunsAsWasDecided = ofRuns(({ domain, workflowId, runId, events }, { find }) => {
	const start = startOf(events);
	const before = textOf(start?.attributes, "continuedExecutionRunId");
	const close = before === undefined ? undefined : find(domain, { workflowId, runId: before })?.close;
	if (start === undefined || close?.attributes["newExecutionRunId"] !== runId) return [];
	return differsFrom(start, close);
});
