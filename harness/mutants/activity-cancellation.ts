import { intoClosed } from "./into-closed.ts";
import type { Mutant } from "./mutant.ts";

const activities = "specs/model/apply/activities.ts";
const heartbeat = "specs/model/operations/record-activity-task-heartbeat.ts";
const onCanceled = "specs/model/operations/respond-activity-task-canceled.ts";
const onRequest = "specs/model/decisions/request-cancel-activity-task.ts";
const unstarted = "specs/model/effects/cancel-unstarted-activity.ts";
const timeouts = "specs/model/effects/time-out-activity-task.ts";
const wakes = "specs/model/wakes.ts";
const held = "specs/model/find-activity.ts";
const closedTask = "const { scheduledEventId, startedEventId, cancelRequestedEventId: latest } = activity;";
const asked = "activity.cancelRequestedEventId !== undefined";
const isOpenId = "execution.openActivityIds.has(activityId)";
const refuseCanceledIf = (condition: string) =>
	`${condition} && closing(activity).eventType === "ActivityTaskCanceled" ? { kind: "fault", fault: { type: "UnknownResourceFault" } } : answer(record(`;

/** Ways in which an emulator gets the cancellation of activity tasks wrong. */
export const activityCancellationMutants: readonly Mutant[] = [
	{
		name: "heartbeats never tell of a request to cancel",
		file: heartbeat,
		find: asked,
		replace: "false",
		caughtBy: [
			"activity-cancellation/a-worker-that-heeds-the-request-closes-the-task-as-canceled",
			"activity-cancellation/heartbeats-tell-of-the-request-from-its-moment-on",
		],
	},
	{
		name: "heartbeats always tell of a request to cancel",
		file: heartbeat,
		find: asked,
		replace: "true",
		caughtBy: [
			"activity-cancellation/a-new-task-under-a-cancelled-id-has-no-request-against-it",
			"activity-cancellation/heartbeats-tell-of-the-request-from-its-moment-on",
			"activity-cancellation/only-the-named-activity-is-asked-to-cancel",
		],
	},
	{
		name: "only the first heartbeat after a request tells of it",
		file: heartbeat,
		find: asked,
		replace: `${asked} && model.heartbeats.get(key)?.told !== activity.cancelRequestedEventId`,
		and: [
			{
				file: heartbeat,
				find: '...pick(input, "details") }',
				replace: '...pick(input, "details"), told: activity.cancelRequestedEventId }',
			},
		],
		caughtBy: ["activity-cancellation/heartbeats-tell-of-the-request-from-its-moment-on"],
	},
	{
		name: "heartbeats tell of a request until the next decision task is completed",
		file: heartbeat,
		find: asked,
		replace: `${asked} && execution.history.toArray().findLast(({ eventType }) => eventType === "DecisionTaskCompleted").eventId < activity.cancelRequestedEventId && !execution.history.slice(activity.cancelRequestedEventId).some(({ eventType }) => eventType === "DecisionTaskCompleted")`,
		caughtBy: ["activity-cancellation/a-request-stands-over-later-decision-tasks"],
	},
	{
		name: "heartbeats of every activity tell of a request for one",
		file: heartbeat,
		find: asked,
		replace: "execution.openActivities.some((each) => each.cancelRequestedEventId !== undefined)",
		caughtBy: ["activity-cancellation/only-the-named-activity-is-asked-to-cancel"],
	},
	{
		name: "heartbeats tell of a request to cancel the execution",
		file: heartbeat,
		find: asked,
		replace: `${asked} || execution.cancelRequested`,
		caughtBy: ["activity-cancellation/a-cancel-request-for-the-execution-is-not-one-for-its-activities"],
	},
	{
		name: "a worker of a closed execution is told to cancel, not refused",
		file: held,
		find: "!isOpen(execution)",
		replace: "false",
		and: [{ file: heartbeat, find: asked, replace: `${asked} || execution.closure !== undefined` }],
		caughtBy: [
			"activity-cancellation/a-close-in-the-batch-of-the-request-leaves-a-running-task-unanswerable",
			"activity-cancellation/an-execution-closed-after-the-request-records-no-cancellation",
		],
	},
	{
		name: "a heartbeat records an event",
		file: heartbeat,
		find: "{ ...model, heartbeats }",
		replace:
			'{ ...model, heartbeats, executions: model.executions.set(execution.key.runId, { ...execution, history: execution.history.push({ eventId: execution.history.size + 1, eventTimestamp: execution.history.last().eventTimestamp, eventType: "MarkerRecorded", markerRecordedEventAttributes: { markerName: "heartbeat", decisionTaskCompletedEventId: 0 } }) }) }',
		caughtBy: [
			"activity-cancellation/a-worker-of-a-terminated-execution-is-refused-and-not-asked-to-cancel",
			"activity-cancellation/details-over-32768-characters-are-refused-and-the-task-stays-open",
			"activity-cancellation/heartbeats-around-a-request-record-nothing",
			"termination/a-late-heartbeat-is-refused",
		],
	},
	{
		name: "a request to cancel an activity wakes the decider",
		file: wakes,
		find: "ActivityTaskCancelRequested: false",
		replace: "ActivityTaskCancelRequested: true",
		caughtBy: [
			"activity-cancellation/the-request-alone-wakes-no-decider",
			"termination/a-late-cancellation-of-an-activity-is-refused-and-records-nothing",
		],
	},
	{
		name: "a cancelled activity wakes no decider",
		file: wakes,
		find: "ActivityTaskCanceled: true",
		replace: "ActivityTaskCanceled: false",
		caughtBy: [
			"activity-cancellation/a-cancelled-activity-leaves-its-execution-open",
			"activity-cancellation/a-task-that-no-worker-took-is-cancelled-by-the-service",
			"activity-cancellation/a-worker-that-heeds-the-request-closes-the-task-as-canceled",
		],
	},
	{
		name: "a failed request to cancel an activity wakes no decider",
		file: wakes,
		find: "RequestCancelActivityTaskFailed: true",
		replace: "RequestCancelActivityTaskFailed: false",
		caughtBy: ["activity-cancellation/a-request-for-an-activity-already-closed-fails"],
	},
	{
		name: "a request for an activity that is not open is recorded as if it were",
		file: onRequest,
		find: isOpenId,
		replace: "true",
		caughtBy: [
			"activity-cancellation/a-request-for-an-activity-already-closed-fails",
			"activity-cancellation/a-request-for-an-unknown-activity-fails-and-touches-no-other",
		],
	},
	{
		name: "a request for an unknown activity also goes to the first open one",
		file: activities,
		find: "execution.openActivityIds.get(activityId)",
		replace: "execution.openActivityIds.get(activityId) ?? execution.openActivityIds.first()",
		and: [{ file: onRequest, find: isOpenId, replace: "execution.openActivityIds.size > 0" }],
		caughtBy: [
			"activity-cancellation/a-request-for-an-unknown-activity-fails-and-touches-no-other",
			"activity-cancellation/a-request-stands-over-later-decision-tasks",
		],
	},
	{
		name: "a request goes to the activity that was scheduled first",
		file: activities,
		find: "execution.openActivityIds.get(activityId)",
		replace: "execution.openActivities.keySeq().min()",
		caughtBy: [
			"activity-cancellation/a-cancellation-refers-to-the-events-of-its-own-task",
			"activity-cancellation/only-the-named-activity-is-asked-to-cancel",
		],
	},
	{
		name: "a failed request to cancel an activity does not say which",
		file: onRequest,
		find: 'draft("RequestCancelActivityTaskFailed", { activityId,',
		replace: 'draft("RequestCancelActivityTaskFailed", {',
		caughtBy: ["activity-cancellation/a-request-for-an-activity-already-closed-fails"],
	},
	{
		name: "a failed request to cancel an activity has the cause OPERATION_NOT_PERMITTED",
		file: onRequest,
		find: '"ACTIVITY_ID_UNKNOWN"',
		replace: '"OPERATION_NOT_PERMITTED"',
		caughtBy: ["activity-cancellation/a-request-for-an-activity-already-closed-fails"],
	},
	{
		name: "a second request to cancel an activity fails",
		file: onRequest,
		find: isOpenId,
		replace:
			"execution.openActivities.get(execution.openActivityIds.get(activityId, 0), { cancelRequestedEventId: 0 }).cancelRequestedEventId === undefined",
		caughtBy: ["activity-cancellation/two-requests-in-one-batch-are-both-recorded-for-an-unstarted-task"],
	},
	{
		name: "an activity cannot be cancelled by the batch that schedules it",
		file: onRequest,
		find: isOpenId,
		replace: "execution.openActivityIds.get(activityId, 1e9) < completed.decisionTaskCompletedEventId",
		caughtBy: ["activity-cancellation/a-task-scheduled-and-cancelled-in-one-batch-is-cancelled-by-the-service"],
	},
	{
		name: "an unstarted activity asked to cancel is still handed out",
		file: "specs/model/task-lists.ts",
		find: " && activity.cancelRequestedEventId === undefined",
		replace: "",
		and: [{ file: unstarted, find: "activity.startedEventId !== undefined", replace: "true" }],
		caughtBy: [
			"activity-cancellation/a-task-cancelled-before-a-worker-took-it-is-not-handed-out",
			"activity-cancellation/two-requests-in-one-batch-are-both-recorded-for-an-unstarted-task",
		],
	},
	{
		name: "an unstarted activity asked to cancel is neither cancelled nor handed out",
		file: unstarted,
		find: "activity.startedEventId !== undefined",
		replace: "true",
		caughtBy: [
			"activity-cancellation/a-task-that-no-worker-took-is-cancelled-by-the-service",
			"activity-cancellation/two-requests-in-one-batch-are-both-recorded-for-an-unstarted-task",
		],
	},
	{
		name: "an unstarted activity asked to cancel is started to be cancelled",
		file: unstarted,
		find: "record(model, execution.key.runId, at, canceled)",
		replace: 'record(model, execution.key.runId, at, draft("ActivityTaskStarted", { scheduledEventId }), canceled)',
		caughtBy: ["activity-cancellation/a-task-cancelled-before-a-worker-took-it-is-not-handed-out"],
	},
	{
		name: "the cancellation of an unstarted activity is recorded behind the close",
		...intoClosed('given.eventType === "ActivityTaskCanceled"'),
		caughtBy: ["activity-cancellation/a-close-in-the-batch-of-the-request-comes-before-the-cancellation"],
	},
	{
		name: "a started activity is cancelled by the service as soon as it is asked to",
		file: "specs/model/deadlines.ts",
		find: "activity === undefined || activity.startedEventId !== undefined",
		replace: "activity === undefined",
		and: [{ file: unstarted, find: " || activity.startedEventId !== undefined", replace: "" }],
		caughtBy: [
			"activity-cancellation/a-completion-that-races-the-request-closes-the-task-once",
			"activity-cancellation/a-task-may-complete-or-fail-although-its-cancellation-was-requested",
		],
	},
	{
		name: "the cancellation of an unstarted activity takes its scheduling for the request",
		file: unstarted,
		find: "startedEventId: 0, latestCancelRequestedEventId }",
		replace: "startedEventId: 0, latestCancelRequestedEventId: scheduledEventId }",
		caughtBy: ["activity-cancellation/a-task-that-no-worker-took-is-cancelled-by-the-service"],
	},
	{
		name: "ActivityTaskCanceled refers to the activity that was scheduled first",
		file: onCanceled,
		find: closedTask,
		replace:
			"const { startedEventId, cancelRequestedEventId: latest } = activity; const scheduledEventId = model.executions.find(({ openActivities }) => openActivities.get(activity.scheduledEventId)?.startedEventId === startedEventId).openActivities.keySeq().min();",
		caughtBy: ["activity-cancellation/a-cancellation-refers-to-the-events-of-its-own-task"],
	},
	{
		name: "ActivityTaskCanceled refers to no start",
		file: onCanceled,
		find: closedTask,
		replace: "const { scheduledEventId, cancelRequestedEventId: latest } = activity; const startedEventId = 0;",
		caughtBy: [
			"activity-cancellation/a-canceled-answer-without-any-request-is-accepted",
			"activity-cancellation/a-cancellation-refers-to-the-events-of-its-own-task",
			"activity-cancellation/a-worker-that-heeds-the-request-closes-the-task-as-canceled",
		],
	},
	{
		name: "ActivityTaskCanceled refers to no request",
		file: onCanceled,
		find: "latest === undefined ? {}",
		replace: "true ? {}",
		caughtBy: [
			"activity-cancellation/a-cancellation-refers-to-the-latest-of-several-requests",
			"activity-cancellation/a-worker-may-cancel-before-any-heartbeat-has-told-it",
		],
	},
	{
		name: "ActivityTaskCanceled refers to the first of several requests",
		file: activities,
		find: "{ cancelRequestedEventId: event.eventId }",
		replace:
			"{ cancelRequestedEventId: execution.openActivities.get(execution.openActivityIds.get(activityId))?.cancelRequestedEventId ?? event.eventId }",
		caughtBy: ["activity-cancellation/a-cancellation-refers-to-the-latest-of-several-requests"],
	},
	{
		name: "the details of a cancellation are dropped",
		file: onCanceled,
		find: 'pick(input, "details")',
		replace: "{}",
		caughtBy: ["activity-cancellation/details-of-the-cancellation-are-the-workers-last-word:given"],
	},
	{
		name: "long details of a cancellation are cut",
		file: onCanceled,
		find: '...pick(input, "details")',
		replace: "details: input.details?.slice(0, 2048)",
		caughtBy: ["activity-cancellation/details-of-32768-characters-are-kept"],
	},
	{
		name: "a cancellation without details has those of the last heartbeat",
		file: onCanceled,
		find: '...pick(input, "details")',
		replace:
			"details: input.details ?? model.heartbeats.find((_, key) => key.endsWith(' ' + activity.scheduledEventId))?.details",
		caughtBy: ["activity-cancellation/details-of-the-cancellation-are-the-workers-last-word:left-out"],
	},
	{
		name: "a worker may not cancel what nobody asked to cancel",
		file: "specs/model/close-activity.ts",
		find: "answer(record(",
		replace: refuseCanceledIf("activity.cancelRequestedEventId === undefined"),
		caughtBy: ["activity-cancellation/a-canceled-answer-without-any-request-is-accepted"],
	},
	{
		name: "a worker may not cancel before a heartbeat told it to",
		file: "specs/model/close-activity.ts",
		find: "answer(record(",
		replace: refuseCanceledIf("!model.heartbeats.has(heartbeatKey(runId, activity.scheduledEventId))"),
		caughtBy: [
			"activity-cancellation/a-canceled-answer-without-any-request-is-accepted",
			"activity-cancellation/a-worker-may-cancel-before-any-heartbeat-has-told-it",
		],
	},
	{
		name: "an activity that completes although asked to cancel is recorded as cancelled",
		file: "specs/model/operations/respond-activity-task-completed.ts",
		find: 'draft("ActivityTaskCompleted"',
		replace: 'draft(activity.cancelRequestedEventId === undefined ? "ActivityTaskCompleted" : "ActivityTaskCanceled"',
		caughtBy: [
			"activity-cancellation/a-canceled-answer-for-a-task-closed-otherwise-records-nothing:completed",
			"activity-cancellation/a-completion-that-races-the-request-closes-the-task-once",
			"activity-cancellation/a-task-may-complete-or-fail-although-its-cancellation-was-requested:completed",
		],
	},
	{
		name: "an activity that fails although asked to cancel is recorded as cancelled",
		file: "specs/model/operations/respond-activity-task-failed.ts",
		find: 'draft("ActivityTaskFailed"',
		replace: 'draft(activity.cancelRequestedEventId === undefined ? "ActivityTaskFailed" : "ActivityTaskCanceled"',
		caughtBy: [
			"activity-cancellation/a-canceled-answer-for-a-task-closed-otherwise-records-nothing:failed",
			"activity-cancellation/a-task-may-complete-or-fail-although-its-cancellation-was-requested:failed",
		],
	},
	{
		name: "an activity asked to cancel does not time out",
		file: timeouts,
		find: "(activity === undefined)",
		replace: "(activity === undefined || activity.cancelRequestedEventId !== undefined)",
		caughtBy: ["activity-cancellation/a-task-asked-to-cancel-still-times-out"],
	},
	{
		name: "heartbeats put off the timeout from start to close",
		file: timeouts,
		find: '=> timeOut(context, "START_TO_CLOSE")',
		replace:
			'=> context.model.heartbeats.has(heartbeatKey(context.execution.key.runId, context.eventId)) ? context.model : timeOut(context, "START_TO_CLOSE")',
		caughtBy: ["activity-cancellation/heartbeats-that-tell-of-a-request-do-not-stretch-start-to-close"],
	},
	{
		name: "a task that is closed can be answered again",
		file: held,
		find: "activity?.startedEventId !== startedEventId",
		replace: "false",
		and: [
			{
				file: held,
				find: "{ ...activity, startedEventId }",
				replace: "{ scheduledEventId: task.scheduledEventId, ...activity, startedEventId }",
			},
		],
		caughtBy: [
			"activity-cancellation/a-canceled-answer-for-a-task-closed-otherwise-records-nothing",
			"activity-cancellation/whatever-a-worker-says-after-canceled-records-nothing",
		],
	},
	{
		name: "a cancelled activity keeps its id in use",
		file: activities,
		find: "openActivityIds: execution.openActivityIds.delete(activity.scheduled.activityId)",
		replace:
			'openActivityIds: event.eventType === "ActivityTaskCanceled" ? execution.openActivityIds : execution.openActivityIds.delete(activity.scheduled.activityId)',
		caughtBy: [
			"activity-cancellation/a-request-for-an-activity-already-closed-fails:canceled",
			"activity-cancellation/the-id-of-a-cancelled-activity-can-be-used-again",
		],
	},
	{
		name: "a request stands against every later activity of the same id",
		file: activities,
		find: "{ scheduledEventId: event.eventId, scheduled }",
		replace:
			"{ scheduledEventId: event.eventId, scheduled, cancelRequestedEventId: execution.history.toArray().findLast((each) => each.activityTaskCancelRequestedEventAttributes?.activityId === scheduled.activityId)?.eventId }",
		and: [{ file: "specs/model/task-lists.ts", find: " && activity.cancelRequestedEventId === undefined", replace: "" }],
		caughtBy: ["activity-cancellation/a-new-task-under-a-cancelled-id-has-no-request-against-it"],
	},
	{
		name: "a cancelled activity is still counted as open",
		file: "specs/model/execution-info.ts",
		find: "openActivityTasks: execution.openActivities.size",
		replace:
			'openActivityTasks: execution.openActivities.size + execution.history.toArray().filter(({ eventType }) => eventType === "ActivityTaskCanceled").length',
		caughtBy: ["activity-cancellation/a-cancelled-activity-is-no-longer-counted-as-open"],
	},
	{
		name: "a cancelled activity cancels its execution",
		file: "specs/model/apply-event.ts",
		find: "activityTaskClosed(execution, event, event.activityTaskCanceledEventAttributes)",
		replace: 'closed(activityTaskClosed(execution, event, event.activityTaskCanceledEventAttributes), event, "CANCELED")',
		caughtBy: ["activity-cancellation/a-cancelled-activity-leaves-its-execution-open"],
	},
	{
		name: "a text that is no token is refused as OperationNotPermittedFault",
		file: "specs/model/outcome.ts",
		find: 'invalid("Invalid token")',
		replace: 'refusal("OperationNotPermittedFault", "Invalid token")',
		caughtBy: ["activity-cancellation/a-text-that-is-no-token-is-refused"],
	},
];
