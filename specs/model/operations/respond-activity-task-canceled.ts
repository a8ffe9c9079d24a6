import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import { closeHeldActivity } from "../close-activity.ts";
import type { Operation } from "../outcome.ts";

/**
 * Cancels the task, also when nobody asked for it: the documents tell workers not to, a recording shows the service accept it.
 * The event then refers to no request.
 */
export const respondActivityTaskCanceled: Operation<"RespondActivityTaskCanceled"> = ({ model, now }, input) =>
	closeHeldActivity(model, input.taskToken, now, (activity) => {
		const { scheduledEventId, startedEventId, cancelRequestedEventId: latest } = activity;
		return draft("ActivityTaskCanceled", {
			scheduledEventId,
			startedEventId,
			...pick(input, "details"),
			...(latest === undefined ? {} : { latestCancelRequestedEventId: latest }),
		});
	});
