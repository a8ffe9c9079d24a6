import { type Draft, draft } from "../../wire/history-event.ts";
import { append, record, withDeadline } from "../append.ts";
import { type Instant, secondsAfter } from "../instant.ts";
import { heartbeatKey, type LambdaResult, type Model } from "../model.ts";
import type { Effect } from "./effect.ts";

/** As in the API reference: without an invoker there is no function to be found. */
const noFunction: LambdaResult = { kind: "failed", reason: "ResourceNotFoundException", details: "" };

/**
 * Calls a Lambda function and records how it went. Without a role it cannot be called: the documents name another event for
 * that, two measurements of the live service this one, with this text.
 */
export const startLambdaFunction: Effect = ({ model, execution, eventId: scheduledEventId, at }) => {
	const open = execution.openLambdaFunctions.get(scheduledEventId);
	if (open === undefined || open.startedEventId !== undefined) return model;
	const { runId } = execution.key;
	if (execution.started.lambdaRole === undefined) {
		const message = "No IAM role is attached to the current workflow execution.";
		return record(
			model,
			runId,
			at,
			draft("StartLambdaFunctionFailed", { scheduledEventId, cause: "ASSUME_ROLE_FAILED", message }),
		);
	}
	const started = append(model, runId, at, draft("LambdaFunctionStarted", { scheduledEventId }));
	const startedEventId = execution.history.size + 1;
	// A function that gets no input sees an empty object.
	const result = model.settings.invokeLambda?.(open.scheduled.name, open.scheduled.input ?? "{}") ?? noFunction;
	if (result.seconds !== undefined && result.seconds > 0) return endLater(started, runId, scheduledEventId, at, result);
	const ended = endOf(result, { scheduledEventId, startedEventId });
	return ended === undefined ? started : record(started, runId, at, ended);
};

function endLater(model: Model, runId: string, scheduledEventId: number, at: Instant, result: LambdaResult): Model {
	const lambdaResults = model.lambdaResults.set(heartbeatKey(runId, scheduledEventId), result);
	const due = { kind: "endLambdaFunction", at: secondsAfter(at, result.seconds ?? 0), eventId: scheduledEventId } as const;
	return withDeadline({ ...model, lambdaResults }, runId, due);
}

/** Records how a function ended that took its time, unless it has run out of that before. */
export const endLambdaFunction: Effect = ({ model, execution, eventId: scheduledEventId, at }) => {
	const { runId } = execution.key;
	const key = heartbeatKey(runId, scheduledEventId);
	const result = model.lambdaResults.get(key);
	const done = { ...model, lambdaResults: model.lambdaResults.delete(key) };
	const startedEventId = execution.openLambdaFunctions.get(scheduledEventId)?.startedEventId;
	const ended =
		result === undefined || startedEventId === undefined ? undefined : endOf(result, { scheduledEventId, startedEventId });
	return ended === undefined ? done : record(done, runId, at, ended);
};

interface References {
	readonly scheduledEventId: number;
	readonly startedEventId: number;
}

/** A function that stays silent runs into its timeout. */
function endOf(result: LambdaResult, references: References): Draft | undefined {
	switch (result.kind) {
		case "completed":
			return draft("LambdaFunctionCompleted", { ...references, result: result.result });
		case "failed":
			return draft("LambdaFunctionFailed", { ...references, reason: result.reason, details: result.details });
		case "silent":
			return undefined;
	}
}

/** Gives up on a function that did not answer in time. */
export const timeOutLambdaFunction: Effect = ({ model, execution, eventId: scheduledEventId, at }) => {
	const startedEventId = execution.openLambdaFunctions.get(scheduledEventId)?.startedEventId;
	if (startedEventId === undefined) return model;
	const timedOut = draft("LambdaFunctionTimedOut", { scheduledEventId, startedEventId, timeoutType: "START_TO_CLOSE" });
	return record(model, execution.key.runId, at, timedOut);
};
