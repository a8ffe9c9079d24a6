import type { EventType } from "../wire/history-event.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { objectOf, shown, textOf } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

const announcements: Partial<Record<EventType, EventType>> = {
	ExternalWorkflowExecutionSignaled: "SignalExternalWorkflowExecutionInitiated",
	SignalExternalWorkflowExecutionFailed: "SignalExternalWorkflowExecutionInitiated",
	ExternalWorkflowExecutionCancelRequested: "RequestCancelExternalWorkflowExecutionInitiated",
	RequestCancelExternalWorkflowExecutionFailed: "RequestCancelExternalWorkflowExecutionInitiated",
};

/** What became of a signal or a request to cancel is told of the workflowId, and of the runId if there was one, that it was sent to. */
export const anExternalOutcomeNamesItsTarget = ofEachEvent((event, events) => {
	const type = announcements[event.eventType];
	const sent = type === undefined ? undefined : referred(events, event, "initiatedEventId", type);
	if (sent === undefined) return [];
	const target = objectOf(event.attributes, "workflowExecution") ?? event.attributes;
	// An empty runId is allowed and means none.
	const asked = ["workflowId", "runId"].filter((member) => (textOf(sent.attributes, member) ?? "") !== "");
	return asked
		.filter((member) => target[member] !== sent.attributes[member])
		.map((member) =>
			breachOf(event, `${named(event)} names another target than ${named(sent)}`, member, {
				expected: shown(sent.attributes[member]),
				observed: shown(target[member]),
			}),
		);
});
