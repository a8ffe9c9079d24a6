import type { EventOf } from "../../wire/history-event.ts";
import type { Change, Execution } from "../execution.ts";

export function lambdaFunctionScheduled(execution: Execution, event: EventOf<"LambdaFunctionScheduled">): Change {
	const scheduled = event.lambdaFunctionScheduledEventAttributes;
	const open = execution.openLambdaFunctions.set(event.eventId, { scheduledEventId: event.eventId, scheduled });
	return { openLambdaFunctions: open };
}

export function lambdaFunctionStarted(execution: Execution, event: EventOf<"LambdaFunctionStarted">): Change {
	const { scheduledEventId } = event.lambdaFunctionStartedEventAttributes;
	const open = execution.openLambdaFunctions.get(scheduledEventId);
	if (open === undefined) return {};
	const started = { ...open, startedEventId: event.eventId };
	return { openLambdaFunctions: execution.openLambdaFunctions.set(scheduledEventId, started) };
}

/** The function answered, ran out of time or could not be called. */
export const lambdaFunctionEnded = (execution: Execution, ended: { readonly scheduledEventId?: number }): Change => ({
	openLambdaFunctions: execution.openLambdaFunctions.delete(ended.scheduledEventId ?? 0),
});
