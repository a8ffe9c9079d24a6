import type { Mutant } from "./mutant.ts";

const onSignal = "specs/model/operations/signal-workflow-execution.ts";
const deliver = "specs/model/effects/deliver-signal.ts";
const append = "specs/model/append.ts";
const recorded = "record(model, execution.key.runId, now, signaled)";

/** Ways in which an emulator gets signals, and closes that have not seen them, wrong. */
export const signalMutants: readonly Mutant[] = [
	{
		name: "an execution closes over a signal that its decider has not seen",
		file: "specs/model/decisions/has-unhandled-events.ts",
		find: "=> pendingDecisionTask !== undefined",
		replace: "=> false",
		caughtBy: [
			"closing/a-timer-that-fires-meanwhile-keeps-an-execution-open",
			"closing/an-execution-is-not-closed-over-events-unseen:*",
		],
	},
	{
		name: "a signal is heeded only when no decider holds a task",
		file: append,
		find: "execution.pendingDecisionTask === undefined ? ",
		replace: "execution.pendingDecisionTask === undefined && execution.startedDecisionTask === undefined ? ",
		caughtBy: ["decision-tasks/an-event-during-a-task-schedules-the-next-at-once"],
	},
	{
		name: "each signal gets a decision task of its own",
		file: append,
		find: "execution.pendingDecisionTask === undefined ? ",
		replace: "true ? ",
		caughtBy: ["signals/signals-that-are-alike-are-recorded-each"],
	},
	{
		name: "a signal like one before is dropped",
		file: onSignal,
		find: recorded,
		replace: `execution.history.toArray().some(({ workflowExecutionSignaledEventAttributes: known }) => known?.signalName === input.signalName) ? model : ${recorded}`,
		caughtBy: ["signals/signals-that-are-alike-are-recorded-each"],
	},
	{
		name: "a signal from a client names the execution that it was sent to as its sender",
		file: onSignal,
		find: "externalInitiatedEventId: 0",
		replace:
			"externalInitiatedEventId: 0, externalWorkflowExecution: { workflowId: execution.key.workflowId, runId: execution.key.runId }",
		caughtBy: ["signals/a-signal-is-recorded-and-wakes-the-decider"],
	},
	{
		name: "a signal is confirmed before it is delivered",
		file: deliver,
		find: "record(record(model, target.key.runId, at, signaled), sender.key.runId, at, confirmed)",
		replace: "record(record(model, sender.key.runId, at, confirmed), target.key.runId, at, signaled)",
		caughtBy: ["external-signals/an-execution-may-signal-itself"],
	},
];
