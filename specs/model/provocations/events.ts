import type { EventType } from "../../wire/history-event.ts";
import type { LambdaResult } from "../model.ts";
import { domain, type Rehearsal } from "../rehearsal.ts";
import {
	begin,
	callLambda,
	cancel,
	cancelActivity,
	cancelTimer,
	complete,
	continueAsNew,
	fail,
	forbidden,
	holdActivityTask,
	holdDecisionTask,
	overtaken,
	raise,
	recordMarker,
	requestCancel,
	schedule,
	signal,
	startChild,
	startTimer,
	under,
} from "./scenes.ts";
import type { Provocation } from "./seen.ts";

/** A Lambda function that ends like this. */
const lambda = (result: LambdaResult): Provocation =>
	under({ invokeLambda: () => result }, (play) => {
		play.start("w", { lambdaRole: "role" });
		play.decide(callLambda());
		play.elapse(5);
	});

const terminate = (play: Rehearsal, workflowId: string) => play.ask("TerminateWorkflowExecution", { domain, workflowId });

/** For each type of event, what leads to one. */
export const events: { readonly [Type in EventType]: Provocation } = {
	ActivityTaskCanceled: (play) => play.ask("RespondActivityTaskCanceled", { taskToken: holdActivityTask(play) }),
	ActivityTaskCancelRequested: (play) => begin(play, schedule(), cancelActivity),
	ActivityTaskCompleted: (play) => play.ask("RespondActivityTaskCompleted", { taskToken: holdActivityTask(play) }),
	ActivityTaskFailed: (play) => play.ask("RespondActivityTaskFailed", { taskToken: holdActivityTask(play) }),
	ActivityTaskScheduled: (play) => begin(play, schedule()),
	ActivityTaskStarted: (play) => holdActivityTask(play),
	ActivityTaskTimedOut: (play) => {
		begin(play, schedule({ scheduleToStartTimeout: "5" }));
		play.elapse(5);
	},
	CancelTimerFailed: (play) => begin(play, cancelTimer),
	CancelWorkflowExecutionFailed: overtaken(cancel),
	ChildWorkflowExecutionCanceled: (play) => raise(play, cancel),
	ChildWorkflowExecutionCompleted: (play) => raise(play, complete),
	ChildWorkflowExecutionFailed: (play) => raise(play, fail),
	ChildWorkflowExecutionStarted: (play) => begin(play, startChild()),
	ChildWorkflowExecutionTerminated: (play) => {
		begin(play, startChild());
		terminate(play, "child");
	},
	ChildWorkflowExecutionTimedOut: (play) => {
		begin(play, startChild({ executionStartToCloseTimeout: "5" }));
		play.elapse(5.1);
	},
	CompleteWorkflowExecutionFailed: overtaken(complete),
	ContinueAsNewWorkflowExecutionFailed: overtaken(continueAsNew()),
	DecisionTaskCompleted: (play) => begin(play),
	DecisionTaskScheduled: (play) => play.start("w"),
	DecisionTaskStarted: (play) => holdDecisionTask(play),
	DecisionTaskTimedOut: (play) => {
		holdDecisionTask(play);
		play.elapse(60);
	},
	ExternalWorkflowExecutionCancelRequested: (play) => begin(play, requestCancel("w")),
	ExternalWorkflowExecutionSignaled: (play) => begin(play, signal("w")),
	FailWorkflowExecutionFailed: overtaken(fail),
	LambdaFunctionCompleted: lambda({ kind: "completed", result: "1" }),
	LambdaFunctionFailed: lambda({ kind: "failed", reason: "Unhandled", details: "" }),
	LambdaFunctionScheduled: (play) => begin(play, callLambda()),
	LambdaFunctionStarted: lambda({ kind: "silent" }),
	LambdaFunctionTimedOut: lambda({ kind: "silent" }),
	MarkerRecorded: (play) => begin(play, recordMarker),
	RecordMarkerFailed: forbidden(recordMarker),
	RequestCancelActivityTaskFailed: (play) => begin(play, cancelActivity),
	RequestCancelExternalWorkflowExecutionFailed: (play) => begin(play, requestCancel("nobody")),
	RequestCancelExternalWorkflowExecutionInitiated: (play) => begin(play, requestCancel("nobody")),
	ScheduleActivityTaskFailed: (play) => begin(play, schedule(), schedule()),
	ScheduleLambdaFunctionFailed: under({ lacksLambda: true }, (play) => begin(play, callLambda())),
	SignalExternalWorkflowExecutionFailed: (play) => begin(play, signal("nobody")),
	SignalExternalWorkflowExecutionInitiated: (play) => begin(play, signal("nobody")),
	StartChildWorkflowExecutionFailed: (play) => begin(play, startChild({ workflowId: "w" })),
	StartChildWorkflowExecutionInitiated: (play) => begin(play, startChild()),
	StartLambdaFunctionFailed: (play) => begin(play, callLambda()),
	StartTimerFailed: (play) => begin(play, startTimer(), startTimer()),
	TimerCanceled: (play) => begin(play, startTimer(), cancelTimer),
	TimerFired: (play) => {
		begin(play, startTimer());
		play.elapse(5);
	},
	TimerStarted: (play) => begin(play, startTimer()),
	WorkflowExecutionCanceled: (play) => begin(play, cancel),
	WorkflowExecutionCancelRequested: (play) => {
		play.start("w");
		play.ask("RequestCancelWorkflowExecution", { domain, workflowId: "w" });
	},
	WorkflowExecutionCompleted: (play) => begin(play, complete),
	WorkflowExecutionContinuedAsNew: (play) => begin(play, continueAsNew()),
	WorkflowExecutionFailed: (play) => begin(play, fail),
	WorkflowExecutionSignaled: (play) => {
		play.start("w");
		play.ask("SignalWorkflowExecution", { domain, workflowId: "w", signalName: "s" });
	},
	WorkflowExecutionStarted: (play) => play.start("w"),
	WorkflowExecutionTerminated: (play) => {
		play.start("w");
		terminate(play, "w");
	},
	WorkflowExecutionTimedOut: (play) => {
		play.start("w", { executionStartToCloseTimeout: "5" });
		play.elapse(5);
	},
};
