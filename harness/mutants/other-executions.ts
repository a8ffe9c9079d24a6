import type { Mutant } from "./mutant.ts";

const report = "specs/model/effects/report-to-parent.ts";
const start = "specs/model/effects/start-child.ts";
const signal = "specs/model/effects/deliver-signal.ts";
const cancel = "specs/model/effects/deliver-cancel-request.ts";
const childDecision = "specs/model/decisions/start-child-workflow-execution.ts";
const continueDecision = "specs/model/decisions/continue-as-new-workflow-execution.ts";
const wakes = "specs/model/wakes.ts";

/** Ways in which an emulator gets children, external signals and cancel requests, later runs and Lambda tasks wrong. */
export const otherExecutionMutants: readonly Mutant[] = [
	{
		name: "a delivered signal does not name its sender",
		file: signal,
		find: "externalWorkflowExecution: wireExecution(sender),",
		replace: "",
		caughtBy: [
			"external-signals/a-signal-of-a-decider-is-delivered-and-confirmed",
			"external-signals/an-execution-may-signal-itself",
		],
	},
	{
		name: "signals of closed executions are dropped",
		file: signal,
		find: "signal === undefined || domain === undefined",
		replace: "signal === undefined || domain === undefined || sender.closure !== undefined",
		caughtBy: ["external-signals/a-signal-of-a-closing-batch-arrives-or-not"],
	},
	{
		name: "a delivered cancel request refers to no event of its sender",
		file: cancel,
		find: "externalInitiatedEventId: initiatedEventId",
		replace: "externalInitiatedEventId: 0",
		caughtBy: ["external-cancels/a-request-of-a-decider-is-delivered-and-confirmed"],
	},
	{
		name: "children do not know the event that initiated them",
		file: start,
		find: "parentInitiatedEventId: initiatedEventId",
		replace: "parentInitiatedEventId: 0",
		caughtBy: ["children/a-child-starts-with-what-its-decision-and-its-type-say"],
	},
	{
		name: "children have the input and the tags of their parent",
		file: start,
		find: "parentWorkflowExecution: wireExecution(parent),",
		replace: "parentWorkflowExecution: wireExecution(parent), tagList: parent.started.tagList, input: parent.started.input,",
		caughtBy: ["children/a-child-starts-with-what-its-decision-and-its-type-say"],
	},
	{
		name: "the outcome of a child is told without its words",
		file: report,
		find: '...pick(last.workflowExecutionCompletedEventAttributes, "result"),',
		replace: "",
		and: [
			{ file: report, find: '...pick(last.workflowExecutionFailedEventAttributes, "reason", "details"),', replace: "" },
			{ file: report, find: '...pick(last.workflowExecutionCanceledEventAttributes, "details"),', replace: "" },
		],
		caughtBy: ["children/the-end-of-a-child-is-told-to-its-parent:*"],
	},
	{
		name: "the end of a child refers to its initiation twice",
		file: report,
		find: "closeReport(child, { initiatedEventId, startedEventId })",
		replace: "closeReport(child, { initiatedEventId, startedEventId: initiatedEventId })",
		caughtBy: ["children/a-child-that-times-out-is-told-to-its-parent", "children/the-end-of-a-child-is-told-to-its-parent:*"],
	},
	{
		name: "unknown and deprecated types of children are taken for one another",
		file: childDecision,
		find: 'failed("WORKFLOW_TYPE_DOES_NOT_EXIST")',
		replace: 'failed("WORKFLOW_TYPE_" + "DEPRECATED")',
		and: [
			{ file: childDecision, find: 'failed("WORKFLOW_TYPE_DEPRECATED");', replace: 'failed("WORKFLOW_TYPE_DOES_NOT_EXIST");' },
		],
		caughtBy: [
			"children/a-child-that-cannot-be-started-fails-the-decision:deprecated-type",
			"children/a-child-that-cannot-be-started-fails-the-decision:unknown-type",
		],
	},
	{
		name: "a child whose workflow id is in use refers to no initiation",
		file: start,
		find: "return record(model, parent.key.runId, at, failed)",
		replace:
			"failed.startChildWorkflowExecutionFailedEventAttributes.initiatedEventId = 0; return record(model, parent.key.runId, at, failed)",
		caughtBy: ["children/a-child-whose-workflow-id-is-in-use-is-not-started"],
	},
	{
		name: "a child whose parent has closed is not started",
		file: start,
		find: "child === undefined || domain === undefined",
		replace: "child === undefined || domain === undefined || parent.closure !== undefined",
		caughtBy: ["children/a-child-of-a-closing-batch-is-started-or-not"],
	},
	{
		name: "later runs have no parent",
		file: "specs/model/continue-as-new.ts",
		find: '...pick(execution.started, "parentWorkflowExecution", "parentInitiatedEventId"),',
		replace: "",
		caughtBy: ["children/a-child-that-continues-as-new-stays-a-child"],
	},
	{
		name: "later runs do not name the one that they continue",
		file: "specs/model/continue-as-new.ts",
		find: "continuedExecutionRunId: runId,",
		replace: "",
		caughtBy: ["continue-as-new/the-new-run-continues-the-closed-one:*"],
	},
	{
		name: "later runs are of the version of the closed one",
		file: continueDecision,
		find: "attributes.workflowTypeVersion ?? version",
		replace: "version",
		caughtBy: [
			"continue-as-new/a-version-that-cannot-be-used-fails-the-decision:*",
			"continue-as-new/the-new-run-may-be-of-another-version",
		],
	},
	{
		name: "an unknown type of a later run is told as deprecated",
		file: continueDecision,
		find: 'return failed("WORKFLOW_TYPE_DOES_NOT_EXIST")',
		replace: 'return failed("WORKFLOW_TYPE_DEPRECATED")',
		caughtBy: ["continue-as-new/a-run-of-a-deleted-type"],
	},
	{
		name: "Lambda tasks that cannot be started wake nobody",
		file: wakes,
		find: "StartLambdaFunctionFailed: true",
		replace: "StartLambdaFunctionFailed: false",
		caughtBy: ["lambda/a-function-without-a-role-is-not-called"],
	},
];
