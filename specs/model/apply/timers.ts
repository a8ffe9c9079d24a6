import type { EventOf } from "../../wire/history-event.ts";
import type { Execution } from "../execution.ts";

export function timerStarted(execution: Execution, event: EventOf<"TimerStarted">): Execution {
	const { timerId } = event.timerStartedEventAttributes;
	return { ...execution, openTimers: execution.openTimers.set(timerId, { timerId, startedEventId: event.eventId }) };
}

/** The timer fired or was cancelled; its id is free again. */
export const timerEnded = (execution: Execution, { timerId }: { readonly timerId: string }): Execution => ({
	...execution,
	openTimers: execution.openTimers.delete(timerId),
});
