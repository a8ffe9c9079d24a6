import type { EventOf } from "../../wire/history-event.ts";
import type { Change, Execution } from "../execution.ts";

export const signalInitiated = (execution: Execution, event: EventOf<"SignalExternalWorkflowExecutionInitiated">): Change => ({
	outgoingSignals: execution.outgoingSignals.set(event.eventId, event.signalExternalWorkflowExecutionInitiatedEventAttributes),
});

export const signalSettled = (execution: Execution, { initiatedEventId }: { readonly initiatedEventId: number }): Change => ({
	outgoingSignals: execution.outgoingSignals.delete(initiatedEventId),
});

export const cancelRequestInitiated = (
	execution: Execution,
	event: EventOf<"RequestCancelExternalWorkflowExecutionInitiated">,
): Change => ({
	outgoingCancelRequests: execution.outgoingCancelRequests.set(
		event.eventId,
		event.requestCancelExternalWorkflowExecutionInitiatedEventAttributes,
	),
});

export const cancelRequestSettled = (
	execution: Execution,
	{ initiatedEventId }: { readonly initiatedEventId: number },
): Change => ({ outgoingCancelRequests: execution.outgoingCancelRequests.delete(initiatedEventId) });
