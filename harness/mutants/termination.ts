import { intoClosed } from "./into-closed.ts";
import type { Mutant } from "./mutant.ts";

const onTerminate = "specs/model/operations/terminate-workflow-execution.ts";
const onDecided = "specs/model/operations/respond-decision-task-completed.ts";
const append = "specs/model/append.ts";
const find = "specs/model/find-execution.ts";
const info = "specs/model/execution-info.ts";
const report = "specs/model/effects/report-to-parent.ts";
const wakes = "specs/model/wakes.ts";
const lists = "specs/model/task-lists.ts";
const recorded = "record(model, execution.key.runId, now, terminated)";
const isTerminated = 'model.executions.get(runId)?.closure?.status === "TERMINATED"';

/** Ways in which an emulator gets termination wrong. */
export const terminationMutants: readonly Mutant[] = [
	{
		name: "calls for a closed run are answered and do nothing",
		file: find,
		find: "execution === undefined || !isOpen(execution)",
		replace: "execution === undefined",
		caughtBy: [
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one",
			"termination/a-second-termination-is-refused",
			"termination/a-terminated-execution-takes-no-signal-and-no-cancel-request",
			"termination/an-execution-closed-by-its-decider-cannot-be-terminated",
			"termination/an-execution-that-timed-out-cannot-be-terminated",
		],
	},
	{
		name: "a terminated execution stays open for everything",
		file: "specs/model/execution.ts",
		find: "=> execution.closure === undefined;",
		replace: '=> execution.closure === undefined || execution.closure.status === "TERMINATED";',
		caughtBy: ["termination/the-workflow-id-of-a-terminated-execution-is-free-at-once"],
	},
	{
		name: "a second termination by run id is recorded behind the first close",
		file: find,
		find: "execution === undefined || !isOpen(execution)",
		replace: "execution === undefined",
		and: [intoClosed('given.eventType === "WorkflowExecutionTerminated"')],
		caughtBy: ["termination/a-second-termination-is-refused", "termination/a-termination-and-a-completion-in-flight-close-once"],
	},
	{
		name: "late answers for activity tasks of a closed execution are taken and recorded",
		file: "specs/model/find-activity.ts",
		find: "!isOpen(execution)",
		replace: "false",
		and: [intoClosed('given.eventType.startsWith("ActivityTask")')],
		caughtBy: [
			"termination/a-late-answer-for-an-activity-is-refused-and-records-nothing",
			"termination/a-late-cancellation-of-an-activity-is-refused-and-records-nothing",
		],
	},
	{
		name: "late decisions for a closed execution are taken and forgotten",
		file: onDecided,
		find: "!isOpen(execution)",
		replace: "false",
		caughtBy: [
			"termination/a-late-decision-does-not-reach-the-next-run",
			"termination/a-late-decision-is-refused-and-records-nothing",
		],
	},
	{
		name: "a late decision goes to the run that is open now",
		file: onDecided,
		find: "!isOpen(execution)",
		replace: "false",
		and: [
			{
				file: onDecided,
				find: 'return { kind: "held", execution, scheduledEventId, startedEventId };',
				replace:
					'return { kind: "held", execution: model.executions.get(model.domains.get(execution.key.domain)?.openRuns.get(execution.key.workflowId) ?? runId), scheduledEventId, startedEventId };',
			},
		],
		caughtBy: [
			"child-policies/a-decision-task-of-a-child-terminated-by-policy-is-dead",
			"termination/a-late-decision-does-not-reach-the-next-run",
			"termination/a-late-decision-is-refused-and-records-nothing",
		],
	},
	{
		name: "a termination has no effect while a decider holds a task",
		file: onTerminate,
		find: recorded,
		replace: `execution.startedDecisionTask === undefined ? ${recorded} : model`,
		caughtBy: ["termination/a-held-decision-task-does-not-delay-a-termination"],
	},
	{
		name: "a decision task is scheduled behind a termination",
		file: wakes,
		find: "WorkflowExecutionTerminated: false",
		replace: "WorkflowExecutionTerminated: true",
		and: [intoClosed('given.eventType === "DecisionTaskScheduled"')],
		caughtBy: [
			"termination/a-held-decision-task-does-not-delay-a-termination",
			"termination/activity-tasks-of-a-terminated-execution-are-not-handed-out",
		],
	},
	{
		name: "timers fire after the close",
		...intoClosed('given.eventType === "TimerFired"'),
		caughtBy: ["termination/an-open-timer-does-not-fire-after-a-termination"],
	},
	{
		name: "activity tasks time out after the close",
		...intoClosed('given.eventType === "ActivityTaskTimedOut"'),
		caughtBy: [
			"termination/no-activity-in-hand-times-out-after-a-termination:*",
			"termination/no-activity-times-out-after-a-termination:*",
		],
	},
	{
		name: "executions and decision tasks time out after the close",
		...intoClosed("/^(WorkflowExecution|DecisionTask)TimedOut$/.test(given.eventType)"),
		caughtBy: ["termination/no-execution-times-out-after-a-termination"],
	},
	{
		name: "activity tasks of closed executions are handed out",
		file: lists,
		find: "execution === undefined || !isOpen(execution)",
		replace: 'execution === undefined || (!isOpen(execution) && kind === "decision")',
		and: [intoClosed('given.eventType === "ActivityTaskStarted"')],
		caughtBy: ["termination/activity-tasks-of-a-terminated-execution-are-not-handed-out"],
	},
	{
		name: "decision tasks of closed executions are handed out",
		file: lists,
		find: "execution === undefined || !isOpen(execution)",
		replace: 'execution === undefined || (!isOpen(execution) && kind === "activity")',
		and: [intoClosed('given.eventType === "DecisionTaskStarted"')],
		caughtBy: ["termination/decision-tasks-of-a-terminated-execution-are-not-handed-out"],
	},
	{
		name: "the reason of a termination is dropped",
		file: onTerminate,
		find: 'pick(input, "reason", "details")',
		replace: 'pick(input, "details")',
		caughtBy: ["termination/reason-and-details-are-recorded-unchanged"],
	},
	{
		name: "the details of a termination are dropped",
		file: onTerminate,
		find: 'pick(input, "reason", "details")',
		replace: 'pick(input, "reason")',
		caughtBy: ["termination/reason-and-details-are-recorded-unchanged"],
	},
	{
		name: "reason and details of a termination are swapped",
		file: onTerminate,
		find: '...pick(input, "reason", "details")',
		replace: "reason: input.details, details: input.reason",
		caughtBy: ["termination/a-second-termination-is-refused", "termination/reason-and-details-are-recorded-unchanged"],
	},
	{
		name: "a termination without reason and details gets empty ones",
		file: onTerminate,
		find: '...pick(input, "reason", "details")',
		replace: 'reason: input.reason ?? "", details: input.details ?? ""',
		caughtBy: ["termination/a-termination-without-reason-and-details-records-none"],
	},
	{
		name: "reason and details of a termination lose what is not plain text",
		file: onTerminate,
		find: '...pick(input, "reason", "details")',
		replace:
			'reason: input.reason?.replaceAll(/[^\\x20-\\x7e]/g, "?"), details: input.details?.replaceAll(/[^\\x20-\\x7e]/g, "?")',
		caughtBy: ["termination/reason-and-details-are-recorded-unchanged:unusual"],
	},
	{
		name: "long details of a termination are cut",
		file: onTerminate,
		find: '...pick(input, "reason", "details")',
		replace: "reason: input.reason, details: input.details?.slice(0, 4096)",
		caughtBy: ["termination/reason-and-details-are-recorded-unchanged:longest"],
	},
	{
		name: "a termination with an empty reason is refused",
		file: onTerminate,
		find: "if (execution === undefined)",
		replace: 'if (execution === undefined || input.reason === "")',
		caughtBy: ["termination/an-empty-reason-is-accepted"],
	},
	{
		name: "a termination by request lacks the cause OPERATOR_INITIATED",
		file: onTerminate,
		find: 'cause: "OPERATOR_INITIATED"',
		replace: "cause: undefined",
		caughtBy: ["termination/a-termination-by-request-is-the-operators"],
	},
	{
		name: "a termination is recorded as a cancellation where one was requested",
		file: onTerminate,
		find: 'draft("WorkflowExecutionTerminated"',
		replace: 'draft(execution.cancelRequested ? "WorkflowExecutionCanceled" : "WorkflowExecutionTerminated"',
		caughtBy: ["termination/a-pending-cancel-request-does-not-make-a-termination-a-cancellation"],
	},
	{
		name: "a terminated execution has the close status FAILED",
		file: "specs/model/apply-event.ts",
		find: 'closed(execution, event, "TERMINATED"',
		replace: 'closed(execution, event, "FAILED"',
		caughtBy: [
			"termination/a-terminated-execution-is-closed-as-terminated",
			"termination/a-terminated-run-stays-readable-beside-a-newer-one",
		],
	},
	{
		name: "a closed execution is described as open",
		file: info,
		find: 'executionStatus: closure === undefined ? "OPEN" : "CLOSED"',
		replace: 'executionStatus: "OPEN"',
		caughtBy: [
			"child-policies/a-child-asked-to-cancel-may-go-on",
			"missing-run-id/each-run-of-a-workflow-id-is-read-by-its-own-run-id",
			"termination/a-terminated-execution-is-closed-as-terminated",
		],
	},
	{
		name: "the time of the close is that of the start",
		file: info,
		find: "closeTimestamp: toWire(closure.at)",
		replace: "closeTimestamp: toWire(startedAt)",
		caughtBy: ["termination/the-close-time-is-the-time-of-the-termination"],
	},
	{
		name: "the open counts go to zero at the close",
		file: "specs/model/operations/describe-workflow-execution.ts",
		find: "openCounts: openCounts(execution)",
		replace:
			"openCounts: execution.closure === undefined ? openCounts(execution) : { openActivityTasks: 0, openDecisionTasks: 0, openTimers: 0, openChildWorkflowExecutions: 0, openLambdaFunctions: 0 }",
		caughtBy: ["termination/the-open-counts-of-a-terminated-execution-are-kept-or-cleared"],
	},
	{
		name: "a terminated execution keeps its workflow id and its place among the open ones",
		file: append,
		find: "openRuns: domain.openRuns.delete(workflowId)",
		replace: `openRuns: ${isTerminated} ? domain.openRuns : domain.openRuns.delete(workflowId)`,
		caughtBy: [
			"missing-run-id/a-call-without-a-run-id-passes-over-closed-runs",
			"missing-run-id/the-run-id-of-the-open-run-reaches-it",
			"termination/the-workflow-id-of-a-terminated-execution-is-free-at-once",
		],
	},
	{
		name: "a terminated execution is missing among the closed ones",
		file: append,
		find: "closedRuns: domain.closedRuns.push(runId)",
		replace: `closedRuns: ${isTerminated} ? domain.closedRuns : domain.closedRuns.push(runId)`,
		caughtBy: [
			"termination/a-terminated-execution-is-found-by-its-close-status",
			"termination/a-terminated-execution-moves-to-the-closed-ones",
		],
	},
	{
		name: "listings pay no heed to the close status asked for",
		file: "specs/model/list-executions.ts",
		find: "closeStatusFilter === undefined || closeStatusFilter.status === closure?.status",
		replace: "true",
		caughtBy: ["termination/a-terminated-execution-is-found-by-its-close-status"],
	},
	{
		name: "a closed run cannot be read once its workflow id is used again",
		file: find,
		find: "execution === undefined || execution.key.domain !== domain.name",
		replace:
			"execution === undefined || (!isOpen(execution) && domain.openRuns.has(workflowId)) || execution.key.domain !== domain.name",
		caughtBy: [
			"missing-run-id/a-call-without-a-run-id-reaches-the-newest-run-of-a-chain",
			"termination/a-terminated-run-stays-readable-beside-a-newer-one",
		],
	},
	{
		name: "a new run gets the run id of the one before",
		file: "specs/model/operations/start-workflow-execution.ts",
		find: "ids.runId(model.sequence)",
		replace: "ids.runId(input.workflowId)",
		caughtBy: [
			"missing-run-id/an-empty-run-id-reaches-the-open-run-or-nothing:cancel",
			"missing-run-id/an-empty-run-id-reaches-the-open-run-or-nothing:signal",
			"missing-run-id/each-run-of-a-workflow-id-is-read-by-its-own-run-id",
			"missing-run-id/one-workflow-id-in-two-domains-is-two-targets",
			"termination/the-workflow-id-of-a-terminated-execution-is-free-at-once",
		],
	},
	{
		name: "an execution of a deprecated type cannot be terminated",
		file: onTerminate,
		find: "if (execution === undefined)",
		replace:
			"if (execution === undefined || domain.workflowTypes.some(({ name, version, deprecatedAt }) => deprecatedAt !== undefined && name === execution.started.workflowType.name && version === execution.started.workflowType.version))",
		caughtBy: ["termination/an-execution-of-a-deprecated-type-can-be-terminated"],
	},
	{
		name: "a termination in an unknown domain reaches into a known one",
		file: onTerminate,
		find: "model.domains.get(input.domain)",
		replace: "(model.domains.get(input.domain) ?? model.domains.first())",
		caughtBy: ["termination/a-termination-in-an-unknown-domain-is-refused-and-touches-nothing"],
	},
	{
		name: "what is unknown is refused as OperationNotPermittedFault",
		file: "specs/model/outcome.ts",
		find: 'refusal("UnknownResourceFault", message)',
		replace: 'refusal("OperationNotPermittedFault", message)',
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-cannot-be-read",
			"termination/a-termination-in-an-unknown-domain-is-refused-and-touches-nothing",
			"termination/an-unknown-workflow-id-cannot-be-terminated",
		],
	},
	{
		name: "requests that break a constraint are carried out",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace: "table[name](context, input)",
		caughtBy: [
			"child-policies/an-override-that-is-no-policy-is-refused-and-touches-nobody",
			"missing-run-id/a-run-id-of-65-characters-is-refused",
			"termination/an-overlong-reason-or-detail-leaves-the-execution-open",
			"termination/an-unknown-child-policy-leaves-the-execution-open",
		],
	},
	{
		name: "a termination answers the poll that waits for the execution's next decision task",
		file: "specs/model/apply/lifecycle.ts",
		find: "({ closure:",
		replace: "({ startedDecisionTask: undefined, closure:",
		and: [
			{ file: wakes, find: "WorkflowExecutionTerminated: false", replace: "WorkflowExecutionTerminated: true" },
			{
				file: lists,
				find: "execution === undefined || !isOpen(execution)",
				replace: 'execution === undefined || (!isOpen(execution) && kind === "activity")',
			},
			intoClosed('given.eventType === "DecisionTaskScheduled" || given.eventType === "DecisionTaskStarted"'),
		],
		caughtBy: ["termination/a-waiting-poll-is-not-answered-by-a-termination"],
	},
	{
		name: "a termination gives the decision task that waits an event of its own",
		file: onTerminate,
		find: recorded,
		replace:
			'record(model, execution.key.runId, now, ...(execution.pendingDecisionTask === undefined ? [] : [draft("DecisionTaskTimedOut", { timeoutType: "START_TO_CLOSE", scheduledEventId: execution.pendingDecisionTask.scheduledEventId, startedEventId: 0 })]), terminated)',
		caughtBy: [
			"missing-run-id/an-empty-run-id-reaches-the-open-run-or-nothing",
			"termination/a-termination-records-one-event-and-it-is-the-last",
		],
	},
	{
		name: "a termination takes the other children of the same parent along",
		file: onTerminate,
		find: recorded,
		replace:
			"model.executions.filter(({ key, started, closure }) => closure === undefined && (key.runId === execution.key.runId || (started.parentWorkflowExecution !== undefined && started.parentWorkflowExecution.runId === execution.started.parentWorkflowExecution?.runId))).toList().reduce((grown, { key }) => record(grown, key.runId, now, terminated), model)",
		caughtBy: ["termination/the-siblings-of-a-terminated-child-go-on"],
	},
	{
		name: "the parent is not told of a terminated child",
		file: report,
		find: 'draft("ChildWorkflowExecutionTerminated", about)',
		replace: "undefined",
		caughtBy: [
			"termination/the-parent-gets-a-decision-task-for-a-terminated-child",
			"termination/the-parent-is-told-which-child-was-terminated",
		],
	},
	{
		name: "the parent is told that a terminated child was cancelled",
		file: report,
		find: 'draft("ChildWorkflowExecutionTerminated", about)',
		replace: 'draft("ChildWorkflowExecutionCanceled", about)',
		caughtBy: ["termination/the-parent-is-told-which-child-was-terminated"],
	},
	{
		name: "the news of a terminated child wakes no decider",
		file: wakes,
		find: "ChildWorkflowExecutionTerminated: true",
		replace: "ChildWorkflowExecutionTerminated: false",
		caughtBy: ["termination/the-parent-gets-a-decision-task-for-a-terminated-child"],
	},
	{
		name: "the news of a closed child mixes up its initiation and its start",
		file: report,
		find: "{ initiatedEventId, startedEventId }",
		replace: "{ initiatedEventId: startedEventId, startedEventId: initiatedEventId }",
		caughtBy: ["termination/the-parent-is-told-which-child-was-terminated"],
	},
];
