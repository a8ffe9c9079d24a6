import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { closeHeldActivity } from "../close-activity.ts";
import type { Operation } from "../outcome.ts";

/** Completes the task, also one that is asked to be cancelled. */
export const respondActivityTaskCompleted: Operation<"RespondActivityTaskCompleted"> = ({ model, now }, input) =>
	closeHeldActivity(model, input.taskToken, now, ({ scheduledEventId, startedEventId }) =>
		draft("ActivityTaskCompleted", { scheduledEventId, startedEventId, ...pick(input, "result") }),
	);
