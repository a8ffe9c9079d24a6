import { byDueTime, type Deadline, type DeadlineKind } from "./deadlines.ts";
import { applyChildPolicy } from "./effects/apply-child-policy.ts";
import { cancelUnstartedActivity } from "./effects/cancel-unstarted-activity.ts";
import { deliverCancelRequest } from "./effects/deliver-cancel-request.ts";
import { deliverSignal } from "./effects/deliver-signal.ts";
import type { Effect } from "./effects/effect.ts";
import { fireTimer } from "./effects/fire-timer.ts";
import { reportToParent } from "./effects/report-to-parent.ts";
import { endLambdaFunction, startLambdaFunction, timeOutLambdaFunction } from "./effects/run-lambda-function.ts";
import { startChild } from "./effects/start-child.ts";
import {
	timeOutHeartbeat,
	timeOutScheduleToClose,
	timeOutScheduleToStart,
	timeOutStartToClose,
} from "./effects/time-out-activity-task.ts";
import { timeOutPendingDecisionTask, timeOutStartedDecisionTask } from "./effects/time-out-decision-task.ts";
import { timeOutExecution } from "./effects/time-out-execution.ts";
import { withoutFirst } from "./heap.ts";
import type { Ids } from "./ids.ts";
import { type Instant, laterOf } from "./instant.ts";
import { changed, type Model } from "./model.ts";

const effects: Readonly<Record<DeadlineKind, Effect>> = {
	activityHeartbeat: timeOutHeartbeat,
	activityScheduleToClose: timeOutScheduleToClose,
	activityScheduleToStart: timeOutScheduleToStart,
	activityStartToClose: timeOutStartToClose,
	applyChildPolicy,
	cancelUnstartedActivity,
	decisionScheduleToStart: timeOutPendingDecisionTask,
	decisionStartToClose: timeOutStartedDecisionTask,
	deliverCancelRequest,
	deliverSignal,
	endLambdaFunction,
	executionStartToClose: timeOutExecution,
	fireTimer,
	lambdaStartToClose: timeOutLambdaFunction,
	reportToParent,
	startChild,
	startLambdaFunction,
};

/** Does everything due by `now`, earliest first; at one moment the lower event id goes first. Each happens at the time it was due. */
export function advance(model: Model, now: Instant, ids: Ids): Model {
	let current = model;
	while (current.deadlines !== undefined && current.deadlines.item.at <= now) {
		const deadline = current.deadlines.item;
		current = fire(changed(current, { deadlines: withoutFirst(current.deadlines, byDueTime) }), deadline, ids);
	}
	return now > current.clock ? changed(current, { clock: now }) : current;
}

/** When something may be due next. What was due then can be over by that time, so nothing need happen. */
export const nextDeadline = (model: Model): Instant | undefined => model.deadlines?.item.at;

function fire(model: Model, { kind, at, runId, eventId }: Deadline, ids: Ids): Model {
	const execution = model.executions.get(runId);
	const clock = laterOf(at, model.clock);
	return execution === undefined
		? model
		: effects[kind]({ model: changed(model, { clock }), execution, eventId, at: clock, ids });
}
