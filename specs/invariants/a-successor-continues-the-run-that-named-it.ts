import { type Breach, breachOf, named, ofRuns } from "./support/invariant.ts";
import { shown, textOf } from "./support/json-members.ts";
import { closeOf, startOf } from "./support/start-of.ts";

/** The run that WorkflowExecutionContinuedAsNew names says that it continues the one that was closed, and the other way round. */
export const aSuccessorContinuesTheRunThatNamedIt = ofRuns(
	({ domain, workflowId, runId, events }, { find }): readonly Breach[] => {
		const close = closeOf(events);
		const start = startOf(events);
		const next = close === undefined ? undefined : textOf(close.attributes, "newExecutionRunId");
		const nextStart = next === undefined ? undefined : startOf(find(domain, { workflowId, runId: next })?.events ?? []);
		const before = textOf(start?.attributes, "continuedExecutionRunId");
		const beforeClose = before === undefined ? undefined : find(domain, { workflowId, runId: before })?.close;
		const forth =
			close === undefined || nextStart === undefined || nextStart.attributes["continuedExecutionRunId"] === runId
				? []
				: [
						breachOf(
							close,
							`the start of the run that ${named(close)} names does not say that it continues this one`,
							"newExecutionRunId",
							{ expected: runId, observed: shown(nextStart.attributes["continuedExecutionRunId"]) },
						),
					];
		const back =
			start === undefined || beforeClose === undefined || beforeClose.attributes["newExecutionRunId"] === runId
				? []
				: [
						breachOf(
							start,
							`${named(start)} continues a run that was closed by ${named(beforeClose)}, which does not name this one`,
							"continuedExecutionRunId",
						),
					];
		return [...forth, ...back];
	},
);
