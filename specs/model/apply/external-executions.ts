import type { EventOf } from "../../wire/history-event.ts";
import type { Execution } from "../execution.ts";

export const signalInitiated = (execution: Execution, event: EventOf<"SignalExternalWorkflowExecutionInitiated">): Execution => ({
	...execution,
	outgoingSignals: execution.outgoingSignals.set(event.eventId, event.signalExternalWorkflowExecutionInitiatedEventAttributes),
});

export const signalSettled = (execution: Execution, { initiatedEventId }: { readonly initiatedEventId: number }): Execution => ({
	...execution,
	outgoingSignals: execution.outgoingSignals.delete(initiatedEventId),
});

export const cancelRequestInitiated = (
	execution: Execution,
	event: EventOf<"RequestCancelExternalWorkflowExecutionInitiated">,
): Execution => ({
	...execution,
	outgoingCancelRequests: execution.outgoingCancelRequests.set(
		event.eventId,
		event.requestCancelExternalWorkflowExecutionInitiatedEventAttributes,
	),
});

export const cancelRequestSettled = (
	execution: Execution,
	{ initiatedEventId }: { readonly initiatedEventId: number },
): Execution => ({ ...execution, outgoingCancelRequests: execution.outgoingCancelRequests.delete(initiatedEventId) });
