import { draft } from "../../wire/history-event.ts";
import type { DecisionRule } from "./decision-rule.ts";

/** Asks for an open task to be cancelled, as often as the decider likes. */
export const requestCancelActivityTask: DecisionRule<"RequestCancelActivityTask"> = ({ execution, completed }, { activityId }) =>
	execution.openActivityIds.has(activityId)
		? draft("ActivityTaskCancelRequested", { activityId, ...completed })
		: draft("RequestCancelActivityTaskFailed", { activityId, cause: "ACTIVITY_ID_UNKNOWN", ...completed });
