import type { EventOf } from "../../wire/history-event.ts";
import type { Change, Execution } from "../execution.ts";

export function childInitiated(execution: Execution, event: EventOf<"StartChildWorkflowExecutionInitiated">): Change {
	const child = { initiatedEventId: event.eventId, initiated: event.startChildWorkflowExecutionInitiatedEventAttributes };
	return { openChildren: execution.openChildren.set(event.eventId, child) };
}

export function childStarted(execution: Execution, event: EventOf<"ChildWorkflowExecutionStarted">): Change {
	const { initiatedEventId } = event.childWorkflowExecutionStartedEventAttributes;
	const child = execution.openChildren.get(initiatedEventId);
	if (child === undefined) return {};
	return { openChildren: execution.openChildren.set(initiatedEventId, { ...child, startedEventId: event.eventId }) };
}

/** The child closed, or never came to be. */
export const childEnded = (execution: Execution, { initiatedEventId }: { readonly initiatedEventId: number }): Change => ({
	openChildren: execution.openChildren.delete(initiatedEventId),
});
