import type { EventOf } from "../../wire/history-event.ts";
import type { Execution } from "../execution.ts";

export function lambdaFunctionScheduled(execution: Execution, event: EventOf<"LambdaFunctionScheduled">): Execution {
	const scheduled = event.lambdaFunctionScheduledEventAttributes;
	const open = execution.openLambdaFunctions.set(event.eventId, { scheduledEventId: event.eventId, scheduled });
	return { ...execution, openLambdaFunctions: open };
}

export function lambdaFunctionStarted(execution: Execution, event: EventOf<"LambdaFunctionStarted">): Execution {
	const { scheduledEventId } = event.lambdaFunctionStartedEventAttributes;
	const open = execution.openLambdaFunctions.get(scheduledEventId);
	if (open === undefined) return execution;
	const started = { ...open, startedEventId: event.eventId };
	return { ...execution, openLambdaFunctions: execution.openLambdaFunctions.set(scheduledEventId, started) };
}

/** The function answered, ran out of time or could not be called. */
export const lambdaFunctionEnded = (execution: Execution, ended: { readonly scheduledEventId?: number }): Execution => ({
	...execution,
	openLambdaFunctions: execution.openLambdaFunctions.delete(ended.scheduledEventId ?? 0),
});
