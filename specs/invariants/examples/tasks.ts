import {
	activity,
	activityCompleted,
	activityStarted,
	begun,
	byDecision,
	cancelRequest,
	completed,
	decided,
	decisionStarted,
	decisionTask,
	fired,
	lambda,
	lambdaCompleted,
	lambdaStarted,
	signaled,
	timer,
} from "./lines.ts";
import { but, type Example, type Line, only, withAttributes } from "./scene.ts";

const activityTimedOut = (timeoutType: string, startedEventId: number, seconds: number): Line => [
	"ActivityTaskTimedOut",
	{ timeoutType, scheduledEventId: 5, startedEventId },
	seconds,
];
const canceled = (startedEventId: number, latestCancelRequestedEventId: number): Line => [
	"ActivityTaskCanceled",
	{ scheduledEventId: 5, startedEventId, latestCancelRequestedEventId },
];
const worked = [...begun, activity(), activityStarted(5), activityCompleted(5, 6), decisionTask] as const;
const two = [
	...begun,
	activity("a"),
	activity("b"),
	activityStarted(5),
	activityStarted(6),
	activityCompleted(6, 8),
	decisionTask,
] as const;
const ran = [...begun, lambda, lambdaStarted(5), lambdaCompleted(5, 6), decisionTask] as const;
const rang = [...begun, timer(), fired(5, 5), decisionTask] as const;
const timerCanceled: Line = ["TimerCanceled", { timerId: "x", startedEventId: 5, ...byDecision }];
const refused = (cause: string): Line => ["RequestCancelActivityTaskFailed", { activityId: "a", cause, ...byDecision }];
const timerRefused = (timerId: string): Line => [
	"StartTimerFailed",
	{ timerId, cause: "TIMER_ID_ALREADY_IN_USE", ...byDecision },
];
const cancelTimerFailed = (timerId: string): Line => ["CancelTimerFailed", { timerId, cause: "TIMER_ID_UNKNOWN", ...byDecision }];
const lambdaTimedOut = (seconds: number): Line => [
	"LambdaFunctionTimedOut",
	{ timeoutType: "START_TO_CLOSE", scheduledEventId: 5, startedEventId: 6 },
	seconds,
];
const decisionTimedOut = (seconds: number): Line => [
	"DecisionTaskTimedOut",
	{ timeoutType: "START_TO_CLOSE", scheduledEventId: 2, startedEventId: 3 },
	seconds,
];

/** Activity tasks, Lambda functions, timers, and what events say of one another. */
export const taskExamples = {
	"references-point-to-earlier-events": {
		valid: only(...worked),
		broken: only(...withAttributes(worked, 7, { startedEventId: 9 })),
		at: "events.6.startedEventId",
	},
	"references-name-events-of-their-type": {
		valid: only(...worked),
		broken: only(...withAttributes(worked, 7, { startedEventId: 4 })),
		at: "events.6.startedEventId",
	},
	"references-name-an-event": {
		valid: only(...begun, activity(), [...activityTimedOut("SCHEDULE_TO_START", 0, 5)], decisionTask),
		broken: only(...withAttributes(worked, 7, { startedEventId: 0 })),
		at: "events.6.startedEventId",
	},
	"a-task-is-closed-from-its-own-start": {
		valid: only(...two),
		broken: only(...withAttributes(two, 9, { startedEventId: 7 })),
		at: "events.8.scheduledEventId",
	},
	"a-task-that-started-is-closed-as-started": {
		valid: only(...begun, activity(), activityStarted(5), activityTimedOut("START_TO_CLOSE", 6, 20), decisionTask),
		broken: only(...begun, activity(), activityStarted(5), activityTimedOut("START_TO_CLOSE", 0, 20), decisionTask),
		at: "events.6.startedEventId",
	},
	"an-activity-task-starts-once": {
		valid: only(...two),
		broken: only(...begun, activity(), activityStarted(5), activityStarted(5)),
		at: "events.6.scheduledEventId",
	},
	"an-activity-task-closes-once": {
		valid: only(...worked),
		broken: only(...worked, activityCompleted(5, 6)),
		at: "events.8.scheduledEventId",
	},
	"an-open-activity-id-is-not-given-again": {
		valid: only(...worked, decisionStarted(8), decided(8, 9), activity("a", { decisionTaskCompletedEventId: 10 })),
		broken: only(...begun, activity(), activity()),
		at: "events.5.activityId",
	},
	"a-cancel-request-names-an-open-activity": {
		valid: only(...begun, activity(), cancelRequest(), cancelRequest()),
		broken: only(...begun, activity(), cancelRequest("b")),
		at: "events.5.activityId",
	},
	"a-cancel-request-is-refused-only-for-an-unknown-activity": {
		valid: only(...begun, activity("b"), refused("ACTIVITY_ID_UNKNOWN"), decisionTask),
		broken: only(...begun, activity("a"), refused("ACTIVITY_ID_UNKNOWN"), decisionTask),
		at: "events.5.cause",
	},
	"a-cancellation-refers-to-the-latest-request": {
		valid: only(...begun, activity(), cancelRequest(), cancelRequest(), canceled(0, 7), decisionTask),
		broken: only(...begun, activity(), cancelRequest(), cancelRequest(), canceled(0, 6), decisionTask),
		at: "events.7.latestCancelRequestedEventId",
	},
	// A worker may cancel unasked.
	"a-cancellation-by-the-service-follows-a-request": {
		valid: only(...begun, activity(), activityStarted(5), canceled(6, 0), decisionTask),
		broken: only(...begun, activity(), canceled(0, 0), decisionTask),
		at: "events.5",
	},
	"a-timeout-fits-how-far-its-task-came": {
		valid: only(...begun, activity(), activityTimedOut("SCHEDULE_TO_START", 0, 5), decisionTask),
		broken: only(...begun, activity(), activityTimedOut("HEARTBEAT", 0, 5), decisionTask),
		at: "events.5.startedEventId",
	},
	"an-activity-task-times-out-no-earlier-than-its-limit": {
		valid: only(...begun, activity(), activityTimedOut("SCHEDULE_TO_START", 0, 5.02), decisionTask),
		broken: only(...begun, activity(), activityTimedOut("SCHEDULE_TO_CLOSE", 0, 50), decisionTask),
		at: "events.5.eventTimestamp",
	},
	"a-lambda-function-starts-once": {
		valid: only(...ran),
		broken: only(...begun, lambda, lambdaStarted(5), lambdaStarted(5)),
		at: "events.6.scheduledEventId",
	},
	"a-lambda-function-closes-once": {
		valid: only(
			...begun,
			lambda,
			lambda,
			["StartLambdaFunctionFailed", { scheduledEventId: 5, cause: "ASSUME_ROLE_FAILED", message: "m" }],
			decisionTask,
		),
		broken: only(...ran, lambdaCompleted(5, 6)),
		at: "events.8.scheduledEventId",
	},
	"a-lambda-function-times-out-no-earlier-than-its-limit": {
		valid: only(...begun, lambda, lambdaStarted(5), lambdaTimedOut(5), decisionTask),
		broken: only(...begun, lambda, lambdaStarted(5), lambdaTimedOut(4), decisionTask),
		at: "events.6.eventTimestamp",
	},
	"a-timer-ends-once": {
		valid: only(...begun, timer(), timerCanceled, timer()),
		broken: only(...rang, [...fired(5, 5)]),
		at: "events.7.startedEventId",
	},
	"a-timer-ends-under-its-own-id": {
		valid: only(...rang),
		broken: only(...but(rang, { 6: fired(5, 5, "y") })),
		at: "events.5.timerId",
	},
	"a-timer-fires-no-earlier-than-asked": {
		valid: only(...begun, timer("x", "0"), fired(5, 0.01), decisionTask),
		broken: only(...but(rang, { 6: fired(5, 4.2) })),
		at: "events.5.eventTimestamp",
	},
	"an-open-timer-id-is-not-given-again": {
		valid: only(...begun, timer(), timerCanceled, timer()),
		broken: only(...begun, timer(), timer()),
		at: "events.5.timerId",
	},
	"a-timer-is-refused-only-for-an-open-id": {
		valid: only(...begun, timer(), timerRefused("x"), decisionTask),
		broken: only(...begun, timer(), timerRefused("y"), decisionTask),
		at: "events.5.cause",
	},
	"a-timer-cancellation-is-refused-only-for-an-unknown-timer": {
		valid: only(...begun, timer(), cancelTimerFailed("y"), decisionTask),
		broken: only(...begun, timer(), cancelTimerFailed("x"), decisionTask),
		at: "events.5.cause",
	},
	"a-decision-task-starts-once": {
		valid: only(...begun),
		broken: only(...begun, decisionStarted(2)),
		at: "events.4.scheduledEventId",
	},
	"a-decision-task-closes-once": {
		valid: only(...begun.slice(0, 3), decisionTimedOut(10), decisionTask),
		broken: only(...begun, decided(2, 3)),
		at: "events.4.scheduledEventId",
	},
	"a-decision-task-times-out-no-earlier-than-its-limit": {
		valid: only(...begun.slice(0, 3), decisionTimedOut(10), decisionTask),
		broken: only(...begun.slice(0, 3), decisionTimedOut(8), decisionTask),
		at: "events.3.eventTimestamp",
	},
	"one-decision-task-is-worked-on-at-a-time": {
		valid: only(...begun.slice(0, 3), signaled, decisionTask, decided(2, 3), decisionStarted(5)),
		broken: only(...begun.slice(0, 3), signaled, decisionTask, decisionStarted(5)),
		at: "events.5",
	},
	// A task that replaces one that timed out may be one too many.
	"one-decision-task-waits-at-a-time": {
		valid: only(...begun.slice(0, 3), signaled, decisionTask, decisionTimedOut(10), decisionTask),
		broken: only(...begun, signaled, decisionTask, signaled, decisionTask),
		at: "events.7",
	},
	"what-needs-a-decision-leads-to-a-decision-task": {
		valid: only(
			...begun.slice(0, 2),
			signaled,
			decisionStarted(2),
			signaled,
			decisionTask,
			decided(2, 4),
			["TimerStarted", { timerId: "x", startToFireTimeout: "5", decisionTaskCompletedEventId: 7 }],
			signaled,
		),
		broken: only(...begun.slice(0, 3), signaled, decided(2, 3), decisionTask),
		at: "events.4.eventType",
	},
	"a-decision-task-is-scheduled-behind-its-reason": {
		valid: only(...begun, cancelTimerFailed("y"), timer(), decisionTask),
		broken: only(...begun, decisionTask),
		at: "events.4",
	},
	"decision-events-follow-their-decision-task": {
		valid: only(...begun, timer(), activity(), activityStarted(6)),
		broken: only(...begun, activity(), activityStarted(5), timer()),
		at: "events.6.decisionTaskCompletedEventId",
	},
	"decision-events-have-the-time-of-their-decision-task": {
		valid: only(...begun, timer()),
		broken: only(...begun, ["TimerStarted", { timerId: "x", startToFireTimeout: "5", ...byDecision }, 2]),
		at: "events.4.eventTimestamp",
	},
	"a-closing-decision-leaves-no-decision-task-waiting": {
		valid: only(...begun, activity(), completed()),
		broken: only(...begun.slice(0, 3), signaled, decisionTask, decided(2, 3), completed(6)),
		at: "events.6",
	},
	"a-close-is-refused-only-over-unhandled-events": {
		valid: only(...begun.slice(0, 3), signaled, decisionTask, decided(2, 3), [
			"CompleteWorkflowExecutionFailed",
			{ cause: "UNHANDLED_DECISION", decisionTaskCompletedEventId: 6 },
		]),
		broken: only(
			...begun,
			activity(),
			["CompleteWorkflowExecutionFailed", { cause: "UNHANDLED_DECISION", ...byDecision }],
			decisionTask,
		),
		at: "events.5.cause",
	},
} as const satisfies Record<string, Example>;
