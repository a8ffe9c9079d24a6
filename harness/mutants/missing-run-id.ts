import { intoClosed } from "./into-closed.ts";
import type { Mutant } from "./mutant.ts";

const find = "specs/model/find-execution.ts";
const calls = {
	signal: "specs/model/operations/signal-workflow-execution.ts",
	cancel: "specs/model/operations/request-cancel-workflow-execution.ts",
	terminate: "specs/model/operations/terminate-workflow-execution.ts",
} as const;
const deliveries = {
	signal: "specs/model/effects/deliver-signal.ts",
	cancel: "specs/model/effects/deliver-cancel-request.ts",
} as const;
const wakes = "specs/model/wakes.ts";
const addressed = 'namesRun(runId) ? runId : domain.openRuns.get(workflowId, "")';
const openOfAnyDomain = (target: string) =>
	`[...model.domains.values()].map((each) => findOpenExecution(model, each, ${target})).findLast((found) => found !== undefined)`;
const withOpenRunId = (operation: string) =>
	`name === "${operation}" && input.execution?.runId === undefined ? table[name](context, { ...input, execution: { ...input.execution, runId: context.model.domains.get(input.domain)?.openRuns.get(input.execution?.workflowId) } }) : invalid(validationMessage(parsed.problems))`;

/** Ways in which an emulator gets wrong which run is meant. */
export const missingRunIdMutants: readonly Mutant[] = [
	{
		name: "run ids are ignored everywhere",
		file: find,
		find: addressed,
		replace: 'domain.openRuns.get(workflowId, "")',
		caughtBy: [
			"missing-run-id/a-decision-naming-a-closed-run-spares-the-open-one",
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run",
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one",
		],
	},
	{
		name: "SignalWorkflowExecution ignores the run id",
		file: calls.signal,
		find: "findOpenExecution(model, domain, input)",
		replace: "findOpenExecution(model, domain, { workflowId: input.workflowId })",
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run:signal",
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one:signal",
			"missing-run-id/the-run-id-of-a-continued-run-does-not-reach-its-successor:signal",
			"missing-run-id/the-run-id-of-another-workflow-id-reaches-neither:signal",
		],
	},
	{
		name: "RequestCancelWorkflowExecution ignores the run id",
		file: calls.cancel,
		find: "findOpenExecution(model, domain, input)",
		replace: "findOpenExecution(model, domain, { workflowId: input.workflowId })",
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run:cancel",
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one:cancel",
			"missing-run-id/the-run-id-of-a-continued-run-does-not-reach-its-successor:cancel",
			"missing-run-id/the-run-id-of-another-workflow-id-reaches-neither:cancel",
		],
	},
	{
		name: "TerminateWorkflowExecution ignores the run id",
		file: calls.terminate,
		find: "findOpenExecution(model, domain, input)",
		replace: "findOpenExecution(model, domain, { workflowId: input.workflowId })",
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run:terminate",
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one:terminate",
			"missing-run-id/the-run-id-of-a-continued-run-does-not-reach-its-successor:terminate",
			"termination/a-run-that-continued-as-new-cannot-be-terminated",
		],
	},
	{
		name: "SignalExternalWorkflowExecution ignores the run id",
		file: deliveries.signal,
		find: "findOpenExecution(model, domain, signal)",
		replace: "findOpenExecution(model, domain, { workflowId: signal.workflowId })",
		caughtBy: [
			"missing-run-id/a-continued-child-is-not-reached-by-its-first-run-id:signal",
			"missing-run-id/a-decision-naming-a-closed-run-spares-the-open-one:signal",
			"missing-run-id/a-decision-with-a-run-id-never-issued-spares-the-open-run:signal",
			"missing-run-id/a-decision-with-the-run-id-of-another-workflow-id-reaches-neither:signal",
		],
	},
	{
		name: "RequestCancelExternalWorkflowExecution ignores the run id",
		file: deliveries.cancel,
		find: "findOpenExecution(model, domain, request)",
		replace: "findOpenExecution(model, domain, { workflowId: request.workflowId })",
		caughtBy: [
			"missing-run-id/a-continued-child-is-not-reached-by-its-first-run-id:cancel",
			"missing-run-id/a-decision-naming-a-closed-run-spares-the-open-one:cancel",
			"missing-run-id/a-decision-with-a-run-id-never-issued-spares-the-open-run:cancel",
			"missing-run-id/a-decision-with-the-run-id-of-another-workflow-id-reaches-neither:cancel",
		],
	},
	{
		name: "the run id of a closed run falls back to the open one",
		file: find,
		find: addressed,
		replace:
			'namesRun(runId) && model.executions.get(runId)?.closure === undefined ? runId : domain.openRuns.get(workflowId, "")',
		caughtBy: [
			"missing-run-id/a-decision-naming-a-closed-run-spares-the-open-one",
			"missing-run-id/the-run-id-of-a-closed-run-does-not-reach-the-open-one",
			"missing-run-id/the-run-id-of-a-continued-run-does-not-reach-its-successor",
		],
	},
	{
		name: "a run id never issued falls back to the open run",
		file: find,
		find: addressed,
		replace: 'namesRun(runId) && model.executions.has(runId) ? runId : domain.openRuns.get(workflowId, "")',
		caughtBy: [
			"missing-run-id/a-decision-with-a-run-id-never-issued-spares-the-open-run",
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run",
		],
	},
	{
		name: "a run that continued as new stands for its successor",
		file: find,
		find: addressed,
		replace:
			'namesRun(runId) && model.executions.get(runId)?.closure?.status !== "CONTINUED_AS_NEW" ? runId : domain.openRuns.get(workflowId, "")',
		caughtBy: [
			"missing-run-id/a-continued-child-is-not-reached-by-its-first-run-id",
			"missing-run-id/the-run-id-of-a-continued-run-does-not-reach-its-successor",
		],
	},
	{
		name: "a run id reaches its run under whatever workflow id",
		file: find,
		find: "execution.key.domain === domain.name && execution.key.workflowId === workflowId",
		replace: "execution.key.domain === domain.name",
		caughtBy: [
			"missing-run-id/a-decision-with-the-run-id-of-another-workflow-id-reaches-neither",
			"missing-run-id/the-run-id-of-another-workflow-id-reaches-neither",
		],
	},
	{
		name: "the run id of another workflow id falls back to the open run",
		file: find,
		find: addressed,
		replace:
			'namesRun(runId) && model.executions.get(runId)?.key.workflowId === workflowId ? runId : domain.openRuns.get(workflowId, "")',
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-does-not-reach-the-open-run",
			"missing-run-id/the-run-id-of-another-workflow-id-reaches-neither",
		],
	},
	{
		name: "a run id reaches its run from whatever domain",
		file: find,
		find: "execution.key.domain === domain.name && execution.key.workflowId === workflowId",
		replace: "execution.key.workflowId === workflowId",
		caughtBy: ["missing-run-id/a-run-id-of-another-domain-reaches-neither"],
	},
	{
		name: "calls reach the open run of another domain",
		file: calls.signal,
		find: "findOpenExecution(model, domain, input)",
		replace: openOfAnyDomain("input"),
		and: [
			{ file: calls.cancel, find: "findOpenExecution(model, domain, input)", replace: openOfAnyDomain("input") },
			{ file: calls.terminate, find: "findOpenExecution(model, domain, input)", replace: openOfAnyDomain("input") },
		],
		caughtBy: ["missing-run-id/a-run-id-of-another-domain-reaches-neither"],
	},
	{
		name: "external decisions reach the open run of another domain",
		file: deliveries.signal,
		find: "findOpenExecution(model, domain, signal)",
		replace: openOfAnyDomain("signal"),
		and: [{ file: deliveries.cancel, find: "findOpenExecution(model, domain, request)", replace: openOfAnyDomain("request") }],
		caughtBy: ["missing-run-id/a-decision-does-not-reach-another-domain"],
	},
	{
		name: "calls need a run id",
		file: find,
		find: addressed,
		replace: 'runId ?? ""',
		and: [
			{
				file: deliveries.signal,
				find: "findOpenExecution(model, domain, signal)",
				replace: "findOpenExecution(model, domain, { runId: domain.openRuns.get(signal.workflowId), ...signal })",
			},
			{
				file: deliveries.cancel,
				find: "findOpenExecution(model, domain, request)",
				replace: "findOpenExecution(model, domain, { runId: domain.openRuns.get(request.workflowId), ...request })",
			},
		],
		caughtBy: [
			"missing-run-id/a-call-without-a-run-id-passes-over-closed-runs",
			"missing-run-id/a-call-without-a-run-id-reaches-the-open-run",
		],
	},
	{
		name: "external decisions need a run id",
		file: deliveries.signal,
		find: "findOpenExecution(model, domain, signal)",
		replace: "signal.runId === undefined ? undefined : findOpenExecution(model, domain, signal)",
		and: [
			{
				file: deliveries.cancel,
				find: "findOpenExecution(model, domain, request)",
				replace: "request.runId === undefined ? undefined : findOpenExecution(model, domain, request)",
			},
		],
		caughtBy: ["missing-run-id/a-decision-without-a-run-id-reaches-the-open-run"],
	},
	{
		name: "without a run id the first run of the workflow id is meant, closed or not",
		file: find,
		find: addressed,
		replace:
			"namesRun(runId) ? runId : model.executions.toList().sortBy(({ startedAt }) => startedAt).find(({ key }) => key.domain === domain.name && key.workflowId === workflowId)?.key.runId",
		and: [
			{ file: find, find: "execution === undefined || !isOpen(execution)", replace: "execution === undefined" },
			intoClosed("true"),
		],
		caughtBy: [
			"missing-run-id/a-call-without-a-run-id-passes-over-closed-runs",
			"missing-run-id/a-decision-without-a-run-id-passes-over-closed-runs",
			"missing-run-id/an-empty-run-id-reaches-the-open-run-or-nothing",
		],
	},
	{
		name: "calls without a run id are answered where no run is open",
		file: calls.signal,
		find: "unknownExecution(input.workflowId, input.runId)",
		replace: "input.runId === undefined ? answer(model) : unknownExecution(input.workflowId, input.runId)",
		and: [
			{
				file: calls.cancel,
				find: "unknownExecution(input.workflowId, input.runId)",
				replace: "input.runId === undefined ? answer(model) : unknownExecution(input.workflowId, input.runId)",
			},
			{
				file: calls.terminate,
				find: "unknownExecution(input.workflowId, input.runId)",
				replace: "input.runId === undefined ? answer(model) : unknownExecution(input.workflowId, input.runId)",
			},
		],
		caughtBy: [
			"missing-run-id/a-call-without-a-run-id-is-refused-for-a-workflow-id-never-used",
			"missing-run-id/a-call-without-a-run-id-is-refused-when-every-run-is-closed",
			"termination/an-unknown-workflow-id-cannot-be-terminated",
		],
	},
	{
		name: "an empty run id reaches nothing",
		file: find,
		find: 'runId !== undefined && runId !== ""',
		replace: "runId !== undefined",
		caughtBy: ["missing-run-id/an-empty-run-id-in-a-decision-reaches-the-open-run-or-nothing"],
	},
	{
		name: "an overlong run id in a decision counts as none",
		file: find,
		find: addressed,
		replace: 'namesRun(runId) && runId.length <= 64 ? runId : domain.openRuns.get(workflowId, "")',
		and: [
			{
				file: "specs/model/dispatch.ts",
				find: "invalid(validationMessage(parsed.problems))",
				replace:
					'name === "RespondDecisionTaskCompleted" ? table[name](context, input) : invalid(validationMessage(parsed.problems))',
			},
		],
		caughtBy: ["missing-run-id/a-run-id-of-65-characters-in-a-decision-reaches-nothing"],
	},
	{
		name: "DescribeWorkflowExecution answers without a run id",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace: withOpenRunId("DescribeWorkflowExecution"),
		caughtBy: ["missing-run-id/an-execution-cannot-be-read-without-a-run-id:describe"],
	},
	{
		name: "GetWorkflowExecutionHistory answers without a run id",
		file: "specs/model/dispatch.ts",
		find: "invalid(validationMessage(parsed.problems))",
		replace: withOpenRunId("GetWorkflowExecutionHistory"),
		caughtBy: ["missing-run-id/an-execution-cannot-be-read-without-a-run-id:history"],
	},
	{
		name: "reads give the open run whatever run id they name",
		file: find,
		find: "model.executions.get(runId)",
		replace: "model.executions.get(domain.openRuns.get(workflowId, runId))",
		caughtBy: [
			"missing-run-id/a-run-id-never-issued-cannot-be-read",
			"missing-run-id/each-run-of-a-workflow-id-is-read-by-its-own-run-id",
		],
	},
	{
		name: "a run is read under whatever workflow id",
		file: find,
		find: "execution.key.domain !== domain.name || execution.key.workflowId !== workflowId",
		replace: "execution.key.domain !== domain.name",
		caughtBy: ["missing-run-id/reading-a-run-under-another-workflow-id-is-refused-or-answered"],
	},
	{
		name: "external decisions that fail do not repeat what was asked",
		file: deliveries.signal,
		find: '"workflowId", "runId", "control", "decisionTaskCompletedEventId"',
		replace: '"workflowId", "decisionTaskCompletedEventId"',
		and: [
			{
				file: deliveries.cancel,
				find: '"workflowId", "runId", "control", "decisionTaskCompletedEventId"',
				replace: '"workflowId", "decisionTaskCompletedEventId"',
			},
		],
		caughtBy: ["missing-run-id/a-failed-external-decision-repeats-what-was-asked"],
	},
	{
		name: "external decisions are recorded without their run id",
		file: "specs/model/decisions/signal-external-workflow-execution.ts",
		find: '"workflowId", "runId", "signalName"',
		replace: '"workflowId", "signalName"',
		and: [
			{
				file: "specs/model/decisions/request-cancel-external-workflow-execution.ts",
				find: '"workflowId", "runId", "control"',
				replace: '"workflowId", "control"',
			},
		],
		caughtBy: ["missing-run-id/a-decision-with-the-run-id-of-the-open-run-reaches-it"],
	},
	{
		name: "external decisions that fail wake no decider",
		file: wakes,
		find: "SignalExternalWorkflowExecutionFailed: true",
		replace: "SignalExternalWorkflowExecutionFailed: false",
		and: [
			{
				file: wakes,
				find: "RequestCancelExternalWorkflowExecutionFailed: true",
				replace: "RequestCancelExternalWorkflowExecutionFailed: false",
			},
		],
		caughtBy: ["missing-run-id/a-failed-external-decision-wakes-its-sender"],
	},
	{
		name: "external decisions that find nobody are dropped without a word",
		file: deliveries.signal,
		find: "record(model, sender.key.runId, at, failed)",
		replace: "model",
		and: [{ file: deliveries.cancel, find: "record(model, sender.key.runId, at, failed)", replace: "model" }],
		caughtBy: [
			"missing-run-id/a-decision-for-a-workflow-id-never-used-fails",
			"missing-run-id/a-decision-without-a-run-id-fails-when-every-run-is-closed:cancel",
			"missing-run-id/a-failed-external-decision-wakes-its-sender",
		],
	},
	{
		name: "a signal that finds nobody fails for lack of permission",
		file: deliveries.signal,
		find: '"UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION"',
		replace: '"OPERATION_NOT_PERMITTED"',
		caughtBy: [
			"missing-run-id/a-decision-for-a-workflow-id-never-used-fails:signal",
			"missing-run-id/a-decision-without-a-run-id-fails-when-every-run-is-closed:signal",
		],
	},
	{
		name: "a signal to another execution is confirmed and not delivered",
		file: deliveries.signal,
		find: "record(record(model, target.key.runId, at, signaled), sender.key.runId, at, confirmed)",
		replace: "record(model, sender.key.runId, at, confirmed)",
		caughtBy: [
			"missing-run-id/a-continued-child-is-reached-without-a-run-id:signal",
			"missing-run-id/a-decision-without-a-run-id-passes-over-closed-runs:signal",
			"missing-run-id/a-decision-without-a-run-id-reaches-the-open-run:signal",
		],
	},
	{
		name: "a cancel request to another execution is delivered and not confirmed",
		file: deliveries.cancel,
		find: "record(record(model, target.key.runId, at, requested), sender.key.runId, at, confirmed)",
		replace: "record(model, target.key.runId, at, requested)",
		caughtBy: [
			"missing-run-id/a-continued-child-is-reached-without-a-run-id:cancel",
			"missing-run-id/a-decision-with-the-run-id-of-the-open-run-reaches-it:cancel",
			"missing-run-id/a-decision-without-a-run-id-passes-over-closed-runs:cancel",
			"missing-run-id/a-decision-without-a-run-id-reaches-the-open-run:cancel",
		],
	},
	{
		name: "the control of a signal goes to its target as the input",
		file: deliveries.signal,
		find: '...pick(signal, "signalName", "input"),',
		replace: "signalName: signal.signalName, input: signal.input ?? signal.control,",
		caughtBy: ["missing-run-id/the-control-of-an-external-signal-stays-with-its-sender"],
	},
	{
		name: "the control of a signal is not kept with its sender",
		file: "specs/model/decisions/signal-external-workflow-execution.ts",
		find: '"signalName", "input", "control"',
		replace: '"signalName", "input"',
		caughtBy: [
			"missing-run-id/a-decision-with-the-run-id-of-the-open-run-reaches-it:signal",
			"missing-run-id/the-control-of-an-external-signal-stays-with-its-sender",
		],
	},
	{
		name: "a signal without an input gets an empty one",
		file: calls.signal,
		find: '...pick(input, "signalName", "input")',
		replace: 'signalName: input.signalName, input: input.input ?? ""',
		caughtBy: ["signals/a-signal-needs-no-input"],
	},
];
