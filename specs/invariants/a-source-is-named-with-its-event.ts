import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** A signal, or a request to cancel, of another execution names that execution and its event together; one by child policy has no event. */
export const aSourceIsNamedWithItsEvent = ofEachEvent((event) => {
	const { eventType, attributes } = event;
	if (eventType !== "WorkflowExecutionSignaled" && eventType !== "WorkflowExecutionCancelRequested") return [];
	const { externalInitiatedEventId: id, externalWorkflowExecution: source, cause } = attributes;
	if (typeof id !== "number" || id > 0 === (source !== undefined) || (cause === "CHILD_POLICY_APPLIED" && id === 0)) return [];
	const message = `${named(event)} names ${id > 0 ? "an event of another execution and no execution" : "another execution and no event of it"}`;
	return [breachOf(event, message, "externalInitiatedEventId", { observed: id })];
});
