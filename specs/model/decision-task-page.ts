import { pick } from "../wire/pick.ts";
import type { InputOf, Value } from "../wire/value.ts";
import { wireExecution } from "./execution.ts";
import type { Instant } from "./instant.ts";
import type { Model } from "./model.ts";
import { answer, invalidToken, type Step } from "./outcome.ts";
import { boundTo, cutHistory } from "./pages.ts";
import { seal, taskToken, unseal } from "./tokens.ts";

/** Which task a page belongs to; page tokens carry it, as later pages come from another call. */
interface TaskOfPage {
	readonly runId: string;
	readonly scheduledEventId: number;
	readonly startedEventId: number;
	readonly previousStartedEventId: number;
}

const purpose = "PollForDecisionTask";

/**
 * A page of the history that goes with a decision task: of the task that the run has just started, or the one after that which
 * the page token was given with. The history ends with the start of the task, whatever came after.
 */
export function decisionTaskPage(
	model: Model,
	input: InputOf<"PollForDecisionTask">,
	now: Instant,
	startedRunId?: string,
): Step<Value<"DecisionTask">> {
	const { task, token } = startedRunId === undefined ? readPageToken(input) : taskOf(model, startedRunId);
	const execution = task === undefined ? undefined : model.executions.get(task.runId);
	if (task === undefined || execution?.key.domain !== input.domain) return invalidToken;
	const first = input.startAtPreviousStartedEvent === true ? Math.max(task.previousStartedEventId, 1) : 1;
	const request = { ...pick(input, "maximumPageSize", "reverseOrder"), ...(token === undefined ? {} : { nextPageToken: token }) };
	const page = cutHistory({ name: purpose, history: execution.history, first, last: task.startedEventId, now }, request);
	if (page.kind === "fault") return page;
	const { startedEventId, previousStartedEventId } = task;
	return answer(model, {
		taskToken: taskToken({ kind: "decision", ...pick(task, "runId", "scheduledEventId", "startedEventId") }),
		startedEventId,
		previousStartedEventId,
		workflowExecution: wireExecution(execution),
		workflowType: execution.started.workflowType,
		events: page.items,
		...(page.nextPageToken === undefined ? {} : { nextPageToken: pageToken(input, task, page.nextPageToken) }),
	});
}

function taskOf(model: Model, runId: string): { readonly task?: TaskOfPage; readonly token?: string } {
	const execution = model.executions.get(runId);
	if (execution?.startedDecisionTask === undefined) return {};
	return { task: { runId, ...execution.startedDecisionTask, previousStartedEventId: execution.previousStartedEventId } };
}

const pageToken = (input: InputOf<"PollForDecisionTask">, task: TaskOfPage, token: string): string =>
	seal(boundTo(purpose, input), [task.runId, task.scheduledEventId, task.startedEventId, task.previousStartedEventId, token]);

function readPageToken(input: InputOf<"PollForDecisionTask">): { readonly task?: TaskOfPage; readonly token?: string } {
	const content = unseal(boundTo(purpose, input), input.nextPageToken ?? "");
	if (content === undefined) return {};
	const [runId, scheduledEventId, startedEventId, previousStartedEventId, token] = content;
	return {
		task: {
			runId: String(runId),
			scheduledEventId: Number(scheduledEventId),
			startedEventId: Number(startedEventId),
			previousStartedEventId: Number(previousStartedEventId),
		},
		token: String(token),
	};
}
