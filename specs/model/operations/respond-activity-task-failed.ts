import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { closeHeldActivity } from "../close-activity.ts";
import type { Operation } from "../outcome.ts";

export const respondActivityTaskFailed: Operation<"RespondActivityTaskFailed"> = ({ model, now }, input) =>
	closeHeldActivity(model, input.taskToken, now, ({ scheduledEventId, startedEventId }) =>
		draft("ActivityTaskFailed", { scheduledEventId, startedEventId, ...pick(input, "reason", "details") }),
	);
