import type { Mutant } from "./mutant.ts";

const schedule = "specs/model/decisions/schedule-activity-task.ts";
const poll = "specs/model/operations/poll-for-activity-task.ts";
const timeOut = "specs/model/effects/time-out-activity-task.ts";
const wakes = "specs/model/wakes.ts";
const call = (name: string) => `specs/model/operations/${name}.ts` as const;
const decision = (name: string) => `specs/model/decisions/${name}.ts` as const;

/** Ways in which an emulator gets activity tasks, timeouts, timers, markers and counts of tasks wrong. */
export const taskMutants: readonly Mutant[] = [
	{
		name: "the timeouts of an activity task are not told",
		file: schedule,
		find: "...settings.timeouts,",
		replace: "",
		caughtBy: [
			"activities/a-decision-beats-the-defaults-of-the-type:*-to-*",
			"activities/a-task-is-scheduled-with-the-defaults-of-its-type",
		],
	},
	{
		name: "the defaults of an activity type beat its decision",
		file: schedule,
		find: "given.taskList ?? type.defaultTaskList",
		replace: "type.defaultTaskList ?? given.taskList",
		and: [
			{
				file: schedule,
				find: "attributes.taskPriority ?? type?.configuration.defaultTaskPriority",
				replace: "type?.configuration.defaultTaskPriority ?? attributes.taskPriority",
			},
			{
				file: schedule,
				find: "given.heartbeatTimeout || type.defaultTaskHeartbeatTimeout",
				replace: "type.defaultTaskHeartbeatTimeout || given.heartbeatTimeout",
			},
		],
		caughtBy: [
			"activities/a-decision-beats-the-defaults-of-the-type:heartbeat",
			"activities/a-decision-beats-the-defaults-of-the-type:priority",
			"activities/a-decision-beats-the-defaults-of-the-type:task-list",
		],
	},
	{
		name: "activity tasks inherit the priority of their execution",
		file: schedule,
		find: "attributes.taskPriority ??",
		replace: "attributes.taskPriority ?? context.execution.started.taskPriority ??",
		caughtBy: ["priorities/neither-activities-nor-children-inherit-a-priority"],
	},
	{
		name: "workers get no input",
		file: poll,
		find: '"activityId", "activityType", "input"',
		replace: '"activityId", "activityType"',
		caughtBy: ["activities/a-worker-is-handed-what-it-needs-and-no-control"],
	},
	{
		name: "all activity tasks of a domain are on one list",
		file: poll,
		find: "name: input.taskList.name",
		replace: 'name: "all"',
		and: [{ file: "specs/model/task-lists.ts", find: '"activity", taskList.name', replace: '"activity", "all"' }],
		caughtBy: ["activities/a-task-is-handed-out-on-its-list-only"],
	},
	{
		name: "what a worker says is not recorded",
		file: call("respond-activity-task-completed"),
		find: '...pick(input, "result")',
		replace: "",
		and: [{ file: call("respond-activity-task-failed"), find: '...pick(input, "reason", "details")', replace: "" }],
		caughtBy: [
			"activities/an-answer-is-recorded-and-wakes-the-decider:completed",
			"activities/an-answer-is-recorded-and-wakes-the-decider:completed-with-an-empty-result",
			"activities/an-answer-is-recorded-and-wakes-the-decider:failed",
		],
	},
	{
		name: "what a worker does not say is recorded as empty",
		file: call("respond-activity-task-completed"),
		find: '...pick(input, "result")',
		replace: 'result: input.result ?? ""',
		and: [
			{
				file: call("respond-activity-task-failed"),
				find: '...pick(input, "reason", "details")',
				replace: 'reason: input.reason ?? "", details: input.details ?? ""',
			},
		],
		caughtBy: ["activities/an-answer-is-recorded-and-wakes-the-decider:*-without-*"],
	},
	{
		name: "an activity task that completes refers to the event before its start",
		file: call("respond-activity-task-completed"),
		find: "{ scheduledEventId, startedEventId, ...",
		replace: "{ scheduledEventId: startedEventId - 1, startedEventId, ...",
		caughtBy: ["activities/tasks-close-in-any-order-and-keep-their-references"],
	},
	{
		name: "late and second answers of workers are swallowed",
		file: "specs/model/close-activity.ts",
		find: "return found;",
		replace: "return answer(model);",
		caughtBy: [
			"activities/a-task-is-answered-once:*",
			"closing/what-is-open-does-not-keep-an-execution-from-closing:*",
			"timeouts/a-task-that-is-not-answered-times-out:*",
		],
	},
	{
		name: "the answers of workers are taken as they come",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace:
			'name === "RespondActivityTaskCompleted" ? table[name](context, input) : invalid(validationMessage(parsed.problems))',
		caughtBy: ["activities/an-overlong-answer-leaves-the-task-open"],
	},
	{
		name: "every heartbeat tells of a cancel request",
		file: call("record-activity-task-heartbeat"),
		find: "activity.cancelRequestedEventId !== undefined",
		replace: "true",
		caughtBy: ["activities/a-heartbeat-is-answered", "timeouts/heartbeats-keep-a-task-alive-until-they-stop"],
	},
	{
		name: "unknown and deprecated activity types are taken for one another",
		file: schedule,
		find: 'return "ACTIVITY_TYPE_DOES_NOT_EXIST"',
		replace: 'return "ACTIVITY_TYPE_" + "DEPRECATED"',
		and: [{ file: schedule, find: 'return "ACTIVITY_TYPE_DEPRECATED";', replace: 'return "ACTIVITY_TYPE_DOES_NOT_EXIST";' }],
		caughtBy: ["activities/a-type-that-cannot-be-used-fails-the-decision:*"],
	},
	{
		name: "activity ids may be open twice",
		file: schedule,
		find: "execution.openActivityIds.has(activityId)",
		replace: "false",
		caughtBy: ["activities/an-id-in-use-fails-the-decision"],
	},
	{
		name: "settings of activity tasks that nobody gave have defaults of the service",
		file: schedule,
		find: "given.taskList ?? type.defaultTaskList",
		replace: 'given.taskList ?? type.defaultTaskList ?? { name: "default" }',
		and: [
			{
				file: schedule,
				find: 'type.defaultTaskScheduleToStartTimeout || ""',
				replace: 'type.defaultTaskScheduleToStartTimeout || "NONE"',
			},
			{
				file: schedule,
				find: 'type.defaultTaskScheduleToCloseTimeout || ""',
				replace: 'type.defaultTaskScheduleToCloseTimeout || "NONE"',
			},
			{
				file: schedule,
				find: 'type.defaultTaskStartToCloseTimeout || ""',
				replace: 'type.defaultTaskStartToCloseTimeout || "NONE"',
			},
			{ file: schedule, find: 'type.defaultTaskHeartbeatTimeout || ""', replace: 'type.defaultTaskHeartbeatTimeout || "NONE"' },
		],
		caughtBy: [
			"activities/a-missing-heartbeat-timeout-fails-the-decision-or-means-none",
			"activities/a-setting-that-nobody-gives-fails-the-decision:*",
		],
	},
	{
		name: "timeouts of activity tasks are taken for one another",
		file: timeOut,
		find: 'timeOut(context, "SCHEDULE_TO_START")',
		replace: 'timeOut(context, "START_TO" + "_CLOSE")',
		and: [
			{ file: timeOut, find: 'timeOut(context, "SCHEDULE_TO_CLOSE")', replace: 'timeOut(context, "START_TO" + "_CLOSE")' },
			{ file: timeOut, find: 'timeOut(context, "START_TO_CLOSE")', replace: 'timeOut(context, "SCHEDULE_TO_CLOSE")' },
		],
		caughtBy: [
			"timeouts/a-task-that-is-not-answered-times-out:s*",
			"timeouts/a-task-that-nobody-takes-times-out:*",
			"timeouts/an-activity-timeout-of-zero",
			"timeouts/heartbeats-do-not-stretch-start-to-close:*",
			"timeouts/two-timeouts-at-once-are-one-event",
		],
	},
	{
		name: "heartbeats do not keep a task alive",
		file: timeOut,
		find: "due <= at",
		replace: "true",
		caughtBy: ["timeouts/heartbeats-keep-a-task-alive-until-they-stop"],
	},
	{
		name: "a task that is silent from its start is not missed",
		file: timeOut,
		find: "heartbeat === undefined || timeout === undefined",
		replace: "heartbeat === undefined) return model; if (timeout === undefined",
		caughtBy: ["timeouts/a-task-that-is-not-answered-times-out:heartbeat"],
	},
	{
		name: "the heartbeat timeout begins with the scheduling of a task",
		file: "specs/model/deadlines.ts",
		find: '...after("activityScheduleToStart", event, scheduleToStartTimeout),',
		replace:
			'...after("activityScheduleToStart", event, scheduleToStartTimeout), ...after("activityHeartbeat", event, event.activityTaskScheduledEventAttributes.heartbeatTimeout),',
		caughtBy: ["timeouts/the-heartbeat-timeout-begins-when-a-task-is-taken"],
	},
	{
		name: "the details of heartbeats are forgotten",
		file: timeOut,
		find: 'pick(heartbeat, "details")',
		replace: "{}",
		caughtBy: ["timeouts/heartbeats-keep-a-task-alive-until-they-stop"],
	},
	{
		name: "a heartbeat without details keeps those of the last",
		file: call("record-activity-task-heartbeat"),
		find: "{ at: now, ...",
		replace: "{ ...model.heartbeats.get(key), at: now, ...",
		caughtBy: ["timeouts/a-heartbeat-without-details-clears-or-keeps-the-last"],
	},
	{
		name: "executions that time out are terminated",
		file: "specs/model/effects/time-out-execution.ts",
		find: 'draft("WorkflowExecutionTimedOut", { timeoutType: "START_TO_CLOSE", childPolicy })',
		replace: 'draft("WorkflowExecutionTerminated", { childPolicy })',
		caughtBy: ["children/a-child-that-times-out-is-told-to-its-parent", "timeouts/an-execution-that-takes-too-long-is-closed"],
	},
	{
		name: "executions do not time out",
		file: "specs/model/effects/time-out-execution.ts",
		find: "return record(",
		replace: "return model; record(",
		caughtBy: ["starting/an-execution-timeout-of-zero-ends-or-is-refused", "timeouts/an-execution-that-takes-too-long-is-closed"],
	},
	{
		name: "timers that fire refer to the decision",
		file: "specs/model/effects/fire-timer.ts",
		find: "{ timerId, startedEventId: eventId }",
		replace: "{ timerId, startedEventId: eventId - 1 }",
		caughtBy: ["timers/a-timer-fires-when-its-time-is-over", "timers/an-id-in-use-fails-the-decision"],
	},
	{
		name: "timers do not fire",
		file: "specs/model/effects/fire-timer.ts",
		find: "const { timerId }",
		replace: "if (execution !== undefined) return model; const { timerId }",
		caughtBy: ["timers/a-timer-of-zero-fires-after-its-batch", "timers/timers-fire-in-the-order-of-their-times"],
	},
	{
		name: "timer ids may be open twice",
		file: decision("start-timer"),
		find: "execution.openTimers.has(timerId)",
		replace: "false",
		caughtBy: ["timers/an-id-in-use-fails-the-decision"],
	},
	{
		name: "a timer id can be used once in an execution",
		file: decision("start-timer"),
		find: "execution.openTimers.has(timerId)",
		replace:
			'[...execution.history].some((event) => event.eventType === "TimerStarted" && event.timerStartedEventAttributes.timerId === timerId)',
		caughtBy: ["timers/a-timer-cancelled-and-started-in-one-batch", "timers/an-id-in-use-fails-the-decision"],
	},
	{
		name: "cancelled timers fire",
		file: "specs/model/effects/fire-timer.ts",
		find: "execution.openTimers.get(timerId)?.startedEventId !== eventId",
		replace: "false",
		caughtBy: ["timers/a-cancelled-timer-does-not-fire"],
	},
	{
		name: "cancelling a timer that is not open is passed over",
		file: decision("cancel-timer"),
		find: 'draft("CancelTimerFailed", { timerId, cause: "TIMER_ID_UNKNOWN", ...completed })',
		replace: 'draft("TimerCanceled", { timerId, startedEventId: 0, ...completed })',
		caughtBy: [
			"decisions/a-decision-that-fails-fails-by-itself",
			"timers/a-timer-is-cancelled-once",
			"timers/a-timer-that-is-not-open-cannot-be-cancelled:*",
		],
	},
	{
		name: "markers have no details",
		file: decision("record-marker"),
		find: '"markerName", "details"',
		replace: '"markerName"',
		caughtBy: ["markers/a-marker-is-recorded-as-given"],
	},
	{
		name: "the decider is told of its own markers",
		file: wakes,
		find: "MarkerRecorded: false",
		replace: "MarkerRecorded: true",
		caughtBy: ["markers/a-marker-is-recorded-as-given"],
	},
	{
		name: "counts of waiting tasks are one too high",
		file: "specs/model/task-lists.ts",
		find: "model.waitingTasks.get(taskListKey(list), 0)",
		replace: "model.waitingTasks.get(taskListKey(list), 0) + 1",
		caughtBy: ["task-counts/an-unused-list-counts-nothing:*", "task-counts/waiting-tasks-are-counted"],
	},
	{
		name: "a decision task that is handed out names another start",
		file: "specs/model/decision-task-page.ts",
		find: "previousStartedEventId: execution.previousStartedEventId }",
		replace: "previousStartedEventId: execution.previousStartedEventId, startedEventId: 4 }",
		caughtBy: ["polling/a-poll-that-waits-is-answered-when-a-task-comes"],
	},
];
