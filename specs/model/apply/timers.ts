import type { EventOf } from "../../wire/history-event.ts";
import type { Change, Execution } from "../execution.ts";

export function timerStarted(execution: Execution, event: EventOf<"TimerStarted">): Change {
	const { timerId } = event.timerStartedEventAttributes;
	return { openTimers: execution.openTimers.set(timerId, { timerId, startedEventId: event.eventId }) };
}

/** The timer fired or was cancelled; its id is free again. */
export const timerEnded = (execution: Execution, { timerId }: { readonly timerId: string }): Change => ({
	openTimers: execution.openTimers.delete(timerId),
});
