import { draft } from "../../wire/history-event.ts";
import { record } from "../append.ts";
import type { Effect } from "./effect.ts";

export const fireTimer: Effect = ({ model, execution, eventId, at }) => {
	const event = execution.history.get(eventId - 1);
	if (event?.eventType !== "TimerStarted") return model;
	const { timerId } = event.timerStartedEventAttributes;
	if (execution.openTimers.get(timerId)?.startedEventId !== eventId) return model;
	return record(model, execution.key.runId, at, draft("TimerFired", { timerId, startedEventId: eventId }));
};
