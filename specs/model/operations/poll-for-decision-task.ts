import { draft } from "../../wire/history-event.ts";
import { pick } from "../../wire/pick.ts";
import type { Value } from "../../wire/value.ts";
import { append } from "../append.ts";
import { decisionTaskPage } from "../decision-task-page.ts";
import { answer, type Operation, unknownDomain } from "../outcome.ts";
import { takeTask } from "../task-lists.ts";

/** The answer of a poll that found nothing: the rest of the shape is absent although the model calls it required. */
export type IdleDecisionTask = {
	readonly taskToken: "";
	readonly startedEventId: 0;
	readonly previousStartedEventId: 0;
};

const idle: IdleDecisionTask = { taskToken: "", startedEventId: 0, previousStartedEventId: 0 };

/** Hands out the first decision task of the list, or the next page of one handed out before. An idle poll does not wait here. */
export const pollForDecisionTask: Operation<"PollForDecisionTask", Value<"DecisionTask"> | IdleDecisionTask> = (
	context,
	input,
) => {
	const { model, now } = context;
	if (!model.domains.has(input.domain)) return unknownDomain(input.domain);
	if (input.nextPageToken !== undefined) return decisionTaskPage(model, input, now);
	const { model: taken, entry } = takeTask(model, { domain: input.domain, kind: "decision", name: input.taskList.name });
	if (entry === undefined) return answer(taken, idle);
	const { runId, scheduledEventId } = entry;
	const started = append(taken, runId, now, draft("DecisionTaskStarted", { scheduledEventId, ...pick(input, "identity") }));
	// The start can be the event that ends a history which is full; then there is no task, and the next one has its turn.
	if (started.executions.get(runId)?.startedDecisionTask === undefined)
		return pollForDecisionTask({ ...context, model: started }, input);
	return decisionTaskPage(started, input, now, runId);
};
