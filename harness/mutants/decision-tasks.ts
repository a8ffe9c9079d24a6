import type { Mutant } from "./mutant.ts";

const poll = "specs/model/operations/poll-for-decision-task.ts";
const respond = "specs/model/operations/respond-decision-task-completed.ts";
const page = "specs/model/decision-task-page.ts";
const apply = "specs/model/apply/decision-tasks.ts";
const wakes = "specs/model/wakes.ts";
const decision = (name: string) => `specs/model/decisions/${name}.ts` as const;
const call = (name: string) => `specs/model/operations/${name}.ts` as const;
const whatIsOpen = "hasUnhandledEvents(execution) || execution.openActivities.size > 0";

/** Ways in which an emulator gets signals, cancel requests, decision tasks, batches and closes wrong. */
export const decisionTaskMutants: readonly Mutant[] = [
	{
		name: "signals of clients name no event",
		file: call("signal-workflow-execution"),
		find: ", externalInitiatedEventId: 0 }",
		replace: " }",
		caughtBy: ["signals/a-signal-is-recorded-and-wakes-the-decider"],
	},
	{
		name: "a signal behind a signal is dropped",
		file: call("signal-workflow-execution"),
		find: "return answer(record(",
		replace: 'return execution.history.last()?.eventType === "WorkflowExecutionSignaled" ? answer(model) : answer(record(',
		caughtBy: ["signals/signals-that-are-alike-are-recorded-each"],
	},
	{
		name: "cancel requests of clients name no event",
		file: call("request-cancel-workflow-execution"),
		find: "{ externalInitiatedEventId: 0 }",
		replace: "{}",
		caughtBy: ["cancel-requests/a-request-is-recorded-and-leaves-the-execution-open"],
	},
	{
		name: "a cancel request closes the execution",
		file: call("request-cancel-workflow-execution"),
		find: "now, requested)",
		replace: 'now, requested, draft("WorkflowExecutionCanceled", { decisionTaskCompletedEventId: 0 }))',
		caughtBy: [
			"cancel-requests/a-request-is-recorded-and-leaves-the-execution-open",
			"cancel-requests/a-request-touches-nothing-else",
			"cancel-requests/a-second-request-is-recorded-dropped-or-refused",
			"cancel-requests/the-decider-says-what-becomes-of-a-request:*",
			"descriptions/a-cancel-request-shows-in-the-description",
		],
	},
	{
		name: "signals and cancel requests for nobody are answered",
		file: call("signal-workflow-execution"),
		find: "return unknownExecution(input.workflowId, input.runId)",
		replace: "return answer(model)",
		and: [
			{
				file: call("request-cancel-workflow-execution"),
				find: "return unknownExecution(input.workflowId, input.runId)",
				replace: "return answer(model)",
			},
		],
		caughtBy: ["cancel-requests/a-closed-execution-takes-no-request"],
	},
	{
		name: "the identity of a decider is not recorded",
		file: poll,
		find: '{ scheduledEventId, ...pick(input, "identity") }',
		replace: "{ scheduledEventId }",
		caughtBy: ["decision-tasks/a-decider-is-handed-the-history-up-to-its-start"],
	},
	{
		name: "decision tasks bring the whole history always",
		file: page,
		find: "input.startAtPreviousStartedEvent === true",
		replace: "false",
		caughtBy: ["decision-tasks/the-history-of-a-task-is-trimmed-and-turned-on-request"],
	},
	{
		name: "later pages of a task know no earlier task",
		file: page,
		find: "previousStartedEventId: Number(previousStartedEventId)",
		replace: "previousStartedEventId: 0",
		caughtBy: ["decision-tasks/later-pages-of-a-task-hand-out-nothing"],
	},
	{
		name: "all decision tasks of a domain are on one list",
		file: poll,
		find: "name: input.taskList.name",
		replace: 'name: "all"',
		and: [{ file: "specs/model/task-lists.ts", find: '"decision", pending.taskList', replace: '"decision", "all"' }],
		caughtBy: ["starting/a-decision-task-is-handed-out-on-the-list-of-its-execution-only"],
	},
	{
		name: "the next decision task is offered while one is held",
		file: "specs/model/task-lists.ts",
		find: "pending === undefined || startedDecisionTask !== undefined",
		replace: "pending === undefined",
		caughtBy: ["decision-tasks/one-task-of-an-execution-is-out-at-a-time"],
	},
	{
		name: "the next decision task is scheduled only after the one that is held",
		file: "specs/model/append.ts",
		find: "execution.pendingDecisionTask === undefined ?",
		replace: "execution.pendingDecisionTask === undefined && execution.startedDecisionTask === undefined ?",
		caughtBy: [
			"closing/a-timer-that-fires-meanwhile-keeps-an-execution-open",
			"closing/an-execution-is-not-closed-over-events-unseen:*",
			"decision-tasks/an-event-during-a-task-schedules-the-next-at-once",
		],
	},
	{
		name: "an answer without decisions schedules the next task",
		file: respond,
		find: "let mustWake = false",
		replace: "let mustWake = decisions.length === 0",
		caughtBy: ["decision-tasks/an-answer-without-decisions-records-nothing-else:*"],
	},
	{
		name: "the priority of an execution is not that of its decision tasks",
		file: "specs/model/append.ts",
		find: '...pick(started, "taskPriority"),',
		replace: "",
		caughtBy: ["decision-tasks/a-task-is-scheduled-as-its-execution-is-configured"],
	},
	{
		name: "a decision task that times out is not replaced",
		file: wakes,
		find: "DecisionTaskTimedOut: true",
		replace: "DecisionTaskTimedOut: false",
		caughtBy: [
			"decision-tasks/a-list-where-nobody-takes-the-task-in-time-is-given-up",
			"decision-tasks/a-list-where-the-task-is-not-answered-in-time-is-given-up",
			"decision-tasks/a-task-that-is-not-answered-in-time-is-replaced",
		],
	},
	{
		name: "decision tasks do not time out",
		file: "specs/model/effects/time-out-decision-task.ts",
		find: "task?.startedEventId !== eventId",
		replace: "true",
		caughtBy: [
			"decision-tasks/a-task-that-is-not-answered-in-time-is-replaced",
			"decision-tasks/a-task-that-times-out-while-another-waits",
		],
	},
	{
		name: "a decision task is answered again and again",
		file: respond,
		find: "execution.startedDecisionTask?.startedEventId !== startedEventId",
		replace: "false",
		caughtBy: ["decision-tasks/a-task-is-answered-once", "decision-tasks/a-task-that-is-not-answered-in-time-is-replaced"],
	},
	{
		name: "what is no token of a decision task names an unknown one",
		file: respond,
		find: "return invalidToken;",
		replace: "return unknownDecisionTask(0);",
		caughtBy: ["decision-tasks/what-is-no-token-of-a-decision-task-is-refused"],
	},
	{
		name: "decision tasks stay on the list of their execution",
		file: apply,
		find: "(taskList === undefined ? {} : { redirection: redirection(taskList.name, taskListScheduleToStartTimeout) })",
		replace: "{}",
		caughtBy: [
			"decision-tasks/a-list-where-nobody-takes-the-task-in-time-is-given-up",
			"decision-tasks/an-answer-can-send-later-tasks-to-another-list",
		],
	},
	{
		name: "a list for the next task only",
		file: apply,
		find: "(taskList === undefined ? {} :",
		replace: "(taskList === undefined ? { redirection: undefined } :",
		caughtBy: ["decision-tasks/an-answer-without-a-list-keeps-or-ends-a-redirection"],
	},
	{
		name: "a time for no list is ignored",
		file: respond,
		find: "input.taskList === undefined && input.taskListScheduleToStartTimeout !== undefined",
		replace: "false",
		caughtBy: ["decision-tasks/a-time-for-no-list-is-refused-or-ignored"],
	},
	{
		name: "failed cancellations of timers and confirmed signals wake nobody",
		file: wakes,
		find: "ExternalWorkflowExecutionSignaled: true",
		replace: "ExternalWorkflowExecutionSignaled: false",
		and: [{ file: wakes, find: "CancelTimerFailed: true", replace: "CancelTimerFailed: false" }],
		caughtBy: [
			"decision-tasks/what-wakes-a-decider-is-followed-by-a-task",
			"external-signals/a-signal-of-a-decider-is-delivered-and-confirmed",
			"timers/a-timer-that-is-not-open-cannot-be-cancelled:*",
		],
	},
	{
		name: "markers come before other decisions",
		file: respond,
		find: "for (const decision of decisions)",
		replace:
			'for (const decision of [...decisions].sort((one, other) => Number(other.decisionType === "RecordMarker") - Number(one.decisionType === "RecordMarker")))',
		caughtBy: ["decisions/a-batch-is-recorded-in-its-order"],
	},
	{
		name: "a closing decision may stand anywhere",
		file: "specs/model/decisions.ts",
		find: "close >= 0 && close < decisions.length - 1",
		replace: "false",
		caughtBy: ["decisions/a-closing-decision-is-the-last-of-its-batch:*"],
	},
	{
		name: "decisions are taken as they come",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace:
			'name === "RespondDecisionTaskCompleted" ? table[name](context, { ...input, decisions: [] }) : invalid(validationMessage(parsed.problems))',
		and: [{ file: "specs/model/decisions.ts", find: "bare !== undefined", replace: "false" }],
		caughtBy: ["decisions/a-decision-without-its-attributes-is-refused-with-its-batch:*"],
	},
	{
		name: "what closes an execution is recorded without a word",
		file: decision("complete-workflow-execution"),
		find: '...pick(attributes, "result")',
		replace: 'result: ""',
		and: [
			{
				file: decision("fail-workflow-execution"),
				find: '...pick(attributes, "reason", "details")',
				replace: 'reason: "", details: ""',
			},
			{ file: decision("cancel-workflow-execution"), find: '...pick(attributes, "details")', replace: 'details: ""' },
		],
		caughtBy: ["closing/a-closing-decision-is-recorded-as-given:*", "closing/a-closing-decision-needs-no-attributes:*"],
	},
	{
		name: "events that the decider has not seen do not keep an execution from closing",
		file: decision("has-unhandled-events"),
		find: "pendingDecisionTask !== undefined",
		replace: "false",
		caughtBy: [
			"closing/a-timer-that-fires-meanwhile-keeps-an-execution-open",
			"closing/an-execution-is-not-closed-over-events-unseen:*",
		],
	},
	{
		name: "open activities keep an execution from closing",
		file: decision("complete-workflow-execution"),
		find: "hasUnhandledEvents(execution)",
		replace: whatIsOpen,
		and: [
			{ file: decision("fail-workflow-execution"), find: "hasUnhandledEvents(execution)", replace: whatIsOpen },
			{ file: decision("cancel-workflow-execution"), find: "hasUnhandledEvents(execution)", replace: whatIsOpen },
		],
		caughtBy: [
			"closing/a-batch-that-schedules-and-closes:activity",
			"closing/the-start-of-an-activity-does-not-keep-an-execution-open",
			"closing/what-is-open-does-not-keep-an-execution-from-closing:*",
		],
	},
	{
		name: "open timers keep an execution from completing",
		file: decision("complete-workflow-execution"),
		find: "hasUnhandledEvents(execution)",
		replace: "hasUnhandledEvents(execution) || execution.openTimers.size > 0",
		caughtBy: [
			"closing/a-batch-that-schedules-and-closes:timer",
			"closing/what-is-open-does-not-keep-an-execution-from-closing:completed",
		],
	},
	{
		name: "activities of closed executions are handed out",
		file: "specs/model/task-lists.ts",
		find: "execution === undefined || !isOpen(execution)",
		replace: 'execution === undefined || (kind === "decision" && !isOpen(execution))',
		and: [
			{
				file: "specs/model/append.ts",
				find: "!isOpen(before)",
				replace: '!isOpen(before) && given.eventType !== "ActivityTaskStarted"',
			},
		],
		caughtBy: ["closing/a-task-that-waits-when-its-execution-closes-goes-to-nobody"],
	},
];
