import { draft } from "../../wire/history-event.ts";
import type { DecisionRule } from "./decision-rule.ts";

export const cancelTimer: DecisionRule<"CancelTimer"> = ({ execution, completed }, { timerId }) => {
	const timer = execution.openTimers.get(timerId);
	return timer === undefined
		? draft("CancelTimerFailed", { timerId, cause: "TIMER_ID_UNKNOWN", ...completed })
		: draft("TimerCanceled", { timerId, startedEventId: timer.startedEventId, ...completed });
};
