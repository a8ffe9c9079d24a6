import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** A timer id can be used again once its timer fired or was cancelled. */
export const startTimer: DecisionRule<"StartTimer"> = ({ model, execution, completed }, attributes) => {
	const { timerId } = attributes;
	const failed = (cause: "OPEN_TIMERS_LIMIT_EXCEEDED" | "TIMER_ID_ALREADY_IN_USE") =>
		draft("StartTimerFailed", { timerId, cause, ...completed });
	if (execution.openTimers.has(timerId)) return failed("TIMER_ID_ALREADY_IN_USE");
	if (execution.openTimers.size >= model.limits.openTimers) return failed("OPEN_TIMERS_LIMIT_EXCEEDED");
	return draft("TimerStarted", { ...pick(attributes, "timerId", "control", "startToFireTimeout"), ...completed });
};
