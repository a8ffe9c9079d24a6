import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { append } from "../append.ts";
import { wireExecution } from "../execution.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";
import { takeTask } from "../task-lists.ts";
import { taskToken } from "../tokens.ts";

/** The answer of a poll that found nothing: the rest of the shape is absent although the model calls it required. */
export type IdleActivityTask = {
	readonly taskToken: "";
	readonly startedEventId: 0;
};

const idle: IdleActivityTask = { taskToken: "", startedEventId: 0 };

/** Hands out the first activity task of the list. An idle poll does not wait here. */
export const pollForActivityTask: Operation<"PollForActivityTask", Value<"ActivityTask"> | IdleActivityTask> = (
	context,
	input,
) => {
	const { model, now } = context;
	if (!model.domains.has(input.domain)) return unknownDomain(input.domain);
	const { model: taken, entry } = takeTask(model, { domain: input.domain, kind: "activity", name: input.taskList.name });
	if (entry === undefined) return answer(taken, idle);
	const { runId, scheduledEventId } = entry;
	const started = append(taken, runId, now, draft("ActivityTaskStarted", { scheduledEventId, ...pick(input, "identity") }));
	const execution = started.executions.get(runId);
	const activity = execution?.openActivities.get(scheduledEventId);
	// The start can be the event that ends a history which is full; then there is no task, and the next one has its turn.
	if (execution === undefined || activity?.startedEventId === undefined)
		return pollForActivityTask({ ...context, model: started }, input);
	const { startedEventId } = activity;
	return answer(started, {
		taskToken: taskToken({ kind: "activity", runId, scheduledEventId, startedEventId }),
		startedEventId,
		workflowExecution: wireExecution(execution),
		// The decider's `control` is not for the worker.
		...pick(activity.scheduled, "activityId", "activityType", "input"),
	});
};
