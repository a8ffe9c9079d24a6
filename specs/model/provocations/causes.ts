import type { Value } from "../../wire/value.ts";
import { activityType, decision, domain, workflowType } from "../rehearsal.ts";
import {
	bare,
	begin,
	callLambda,
	cancel,
	cancelActivity,
	cancelTimer,
	complete,
	continueAsNew,
	fail,
	forbidden,
	overtaken,
	recordMarker,
	registerBare,
	requestCancel,
	schedule,
	settings,
	signal,
	startChild,
	startTimer,
	tooFrequent,
	under,
} from "./scenes.ts";
import type { Provocation, ProvokedValues } from "./seen.ts";

/** The settings of an activity task of the type `bare`, which has no defaults. */
const activitySettings = {
	heartbeatTimeout: "NONE",
	scheduleToCloseTimeout: "NONE",
	scheduleToStartTimeout: "NONE",
	startToCloseTimeout: "NONE",
	taskList: { name: "activities" },
};

/** A setting that neither the decision nor the type gives. */
const omitted =
	<Settings extends object>(all: Settings, decide: (given: Partial<Settings>) => Value<"Decision">) =>
	(setting: keyof Settings): Provocation =>
	(play) => {
		registerBare(play);
		const given = { ...all };
		delete given[setting];
		play.start("w", { workflowType: bare, ...settings });
		play.decide(decide(given));
	};

const activityWithout = omitted(activitySettings, (given) => schedule({ activityType: bare, ...given }));
const childWithout = omitted(settings, (given) =>
	decision("StartChildWorkflowExecution", { workflowId: "child", workflowType: bare, ...given }),
);
const successorWithout = omitted(settings, (given) => continueAsNew(given));

/** For each cause with which a decision or what follows from it fails, the smallest program that it comes of. */
export const causes = {
	CancelTimerFailedEventAttributes: {
		cause: { OPERATION_NOT_PERMITTED: forbidden(cancelTimer), TIMER_ID_UNKNOWN: (play) => begin(play, cancelTimer) },
	},
	CancelWorkflowExecutionFailedEventAttributes: {
		cause: { OPERATION_NOT_PERMITTED: forbidden(cancel), UNHANDLED_DECISION: overtaken(cancel) },
	},
	CompleteWorkflowExecutionFailedEventAttributes: {
		cause: { OPERATION_NOT_PERMITTED: forbidden(complete), UNHANDLED_DECISION: overtaken(complete) },
	},
	ContinueAsNewWorkflowExecutionFailedEventAttributes: {
		cause: {
			CONTINUE_AS_NEW_WORKFLOW_EXECUTION_RATE_EXCEEDED: tooFrequent(continueAsNew()),
			DEFAULT_CHILD_POLICY_UNDEFINED: successorWithout("childPolicy"),
			DEFAULT_EXECUTION_START_TO_CLOSE_TIMEOUT_UNDEFINED: successorWithout("executionStartToCloseTimeout"),
			DEFAULT_TASK_LIST_UNDEFINED: successorWithout("taskList"),
			DEFAULT_TASK_START_TO_CLOSE_TIMEOUT_UNDEFINED: successorWithout("taskStartToCloseTimeout"),
			OPERATION_NOT_PERMITTED: forbidden(continueAsNew()),
			UNHANDLED_DECISION: overtaken(continueAsNew()),
			WORKFLOW_TYPE_DEPRECATED: (play) => {
				play.start("w");
				play.ask("DeprecateWorkflowType", { domain, workflowType });
				play.decide(continueAsNew());
			},
			WORKFLOW_TYPE_DOES_NOT_EXIST: (play) => begin(play, continueAsNew({ workflowTypeVersion: "2" })),
		},
	},
	FailWorkflowExecutionFailedEventAttributes: {
		cause: { OPERATION_NOT_PERMITTED: forbidden(fail), UNHANDLED_DECISION: overtaken(fail) },
	},
	RecordMarkerFailedEventAttributes: { cause: { OPERATION_NOT_PERMITTED: forbidden(recordMarker) } },
	RequestCancelActivityTaskFailedEventAttributes: {
		cause: { ACTIVITY_ID_UNKNOWN: (play) => begin(play, cancelActivity), OPERATION_NOT_PERMITTED: forbidden(cancelActivity) },
	},
	RequestCancelExternalWorkflowExecutionFailedEventAttributes: {
		cause: {
			OPERATION_NOT_PERMITTED: forbidden(requestCancel("w")),
			REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED: tooFrequent(requestCancel("w")),
			UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION: (play) => begin(play, requestCancel("nobody")),
		},
	},
	ScheduleActivityTaskFailedEventAttributes: {
		cause: {
			ACTIVITY_CREATION_RATE_EXCEEDED: tooFrequent(schedule()),
			ACTIVITY_ID_ALREADY_IN_USE: (play) => begin(play, schedule(), schedule()),
			ACTIVITY_TYPE_DEPRECATED: (play) => {
				play.ask("DeprecateActivityType", { domain, activityType });
				begin(play, schedule());
			},
			ACTIVITY_TYPE_DOES_NOT_EXIST: (play) => begin(play, schedule({ activityType: bare })),
			DEFAULT_HEARTBEAT_TIMEOUT_UNDEFINED: activityWithout("heartbeatTimeout"),
			DEFAULT_SCHEDULE_TO_CLOSE_TIMEOUT_UNDEFINED: activityWithout("scheduleToCloseTimeout"),
			DEFAULT_SCHEDULE_TO_START_TIMEOUT_UNDEFINED: activityWithout("scheduleToStartTimeout"),
			DEFAULT_START_TO_CLOSE_TIMEOUT_UNDEFINED: activityWithout("startToCloseTimeout"),
			DEFAULT_TASK_LIST_UNDEFINED: activityWithout("taskList"),
			OPEN_ACTIVITIES_LIMIT_EXCEEDED: under({ limits: { openActivityTasks: 0 } }, (play) => begin(play, schedule())),
			OPERATION_NOT_PERMITTED: forbidden(schedule()),
		},
	},
	ScheduleLambdaFunctionFailedEventAttributes: {
		cause: {
			ID_ALREADY_IN_USE: "the live service was measured to take an id that was used before",
			LAMBDA_FUNCTION_CREATION_RATE_EXCEEDED: tooFrequent(callLambda()),
			LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION: under({ lacksLambda: true }, (play) => begin(play, callLambda())),
			OPEN_LAMBDA_FUNCTIONS_LIMIT_EXCEEDED: under({ limits: { openLambdaFunctions: 0 } }, (play) => begin(play, callLambda())),
		},
	},
	SignalExternalWorkflowExecutionFailedEventAttributes: {
		cause: {
			OPERATION_NOT_PERMITTED: forbidden(signal("w")),
			SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_RATE_EXCEEDED: tooFrequent(signal("w")),
			UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION: (play) => begin(play, signal("nobody")),
		},
	},
	StartChildWorkflowExecutionFailedEventAttributes: {
		cause: {
			CHILD_CREATION_RATE_EXCEEDED: tooFrequent(startChild()),
			DEFAULT_CHILD_POLICY_UNDEFINED: childWithout("childPolicy"),
			DEFAULT_EXECUTION_START_TO_CLOSE_TIMEOUT_UNDEFINED: childWithout("executionStartToCloseTimeout"),
			DEFAULT_TASK_LIST_UNDEFINED: childWithout("taskList"),
			DEFAULT_TASK_START_TO_CLOSE_TIMEOUT_UNDEFINED: childWithout("taskStartToCloseTimeout"),
			OPEN_CHILDREN_LIMIT_EXCEEDED: under({ limits: { openChildren: 0 } }, (play) => begin(play, startChild())),
			OPEN_WORKFLOWS_LIMIT_EXCEEDED: under({ limits: { openExecutionsPerDomain: 1 } }, (play) => begin(play, startChild())),
			OPERATION_NOT_PERMITTED: forbidden(startChild()),
			WORKFLOW_ALREADY_RUNNING: (play) => begin(play, startChild({ workflowId: "w" })),
			WORKFLOW_TYPE_DEPRECATED: (play) => {
				play.start("w");
				play.ask("DeprecateWorkflowType", { domain, workflowType });
				play.decide(startChild());
			},
			WORKFLOW_TYPE_DOES_NOT_EXIST: (play) => begin(play, startChild({ workflowType: bare })),
		},
	},
	StartLambdaFunctionFailedEventAttributes: { cause: { ASSUME_ROLE_FAILED: (play) => begin(play, callLambda()) } },
	StartTimerFailedEventAttributes: {
		cause: {
			OPEN_TIMERS_LIMIT_EXCEEDED: under({ limits: { openTimers: 0 } }, (play) => begin(play, startTimer())),
			OPERATION_NOT_PERMITTED: forbidden(startTimer()),
			TIMER_CREATION_RATE_EXCEEDED: tooFrequent(startTimer()),
			TIMER_ID_ALREADY_IN_USE: (play) => begin(play, startTimer(), startTimer()),
		},
	},
} satisfies Partial<ProvokedValues>;
