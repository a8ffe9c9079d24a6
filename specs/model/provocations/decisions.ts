import type { DecisionType } from "../../wire/decision.ts";
import {
	begin,
	callLambda,
	cancel,
	cancelActivity,
	cancelTimer,
	complete,
	continueAsNew,
	fail,
	recordMarker,
	requestCancel,
	schedule,
	signal,
	startChild,
	startTimer,
} from "./scenes.ts";
import type { Provocation } from "./seen.ts";

/** For each decision, a decider that makes it. */
export const decisions: { readonly [Type in DecisionType]: Provocation } = {
	CancelTimer: (play) => begin(play, startTimer(), cancelTimer),
	CancelWorkflowExecution: (play) => begin(play, cancel),
	CompleteWorkflowExecution: (play) => begin(play, complete),
	ContinueAsNewWorkflowExecution: (play) => begin(play, continueAsNew()),
	FailWorkflowExecution: (play) => begin(play, fail),
	RecordMarker: (play) => begin(play, recordMarker),
	RequestCancelActivityTask: (play) => begin(play, schedule(), cancelActivity),
	RequestCancelExternalWorkflowExecution: (play) => begin(play, requestCancel("w")),
	ScheduleActivityTask: (play) => begin(play, schedule()),
	ScheduleLambdaFunction: (play) => begin(play, callLambda()),
	SignalExternalWorkflowExecution: (play) => begin(play, signal("w")),
	StartChildWorkflowExecution: (play) => begin(play, startChild()),
	StartTimer: (play) => begin(play, startTimer()),
};
