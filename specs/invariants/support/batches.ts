import type { RecordedEvent } from "./observed.ts";

/** Failures that come after the batch of the decision that they name, when the service has tried. */
const comesLater = ({ eventType, attributes }: RecordedEvent): boolean =>
	eventType === "SignalExternalWorkflowExecutionFailed" ||
	eventType === "RequestCancelExternalWorkflowExecutionFailed" ||
	(eventType === "StartChildWorkflowExecutionFailed" && attributes["initiatedEventId"] !== 0);

/** The DecisionTaskCompleted in whose batch of decisions an event was made; undefined for what no decision made at once. */
export function batchOf(event: RecordedEvent): number | undefined {
	const id = event.attributes["decisionTaskCompletedEventId"];
	return typeof id === "number" && !comesLater(event) ? id : undefined;
}
