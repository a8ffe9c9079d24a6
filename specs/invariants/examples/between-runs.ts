import {
	announced,
	begun,
	byDecision,
	cancelConfirmed,
	child,
	childCompleted,
	childStarted,
	completed,
	decided,
	decisionStarted,
	decisionTask,
	other,
	parentage,
	sender,
	sentCancel,
	sentSignal,
	settings,
	signalConfirmed,
	started,
	terminated,
	type,
	withChild,
} from "./lines.ts";
import { type Example, events, type Line, only, reading, run, type Scene, withAttributes } from "./scene.ts";

const parent = run(withChild);
const childRun = (more: Parameters<typeof started>[0] = {}, ...rest: readonly Line[]) =>
	run([started({ ...parentage, ...more }), decisionTask, ...rest], child);
const family = (more: Parameters<typeof started>[0] = {}): Scene => [parent, childRun(more)];
const childClosed = (result: string): readonly Line[] => [
	decisionStarted(2),
	decided(2, 3),
	["WorkflowExecutionCompleted", { result, ...byDecision }],
];
const reported = run([...begun, announced(), childStarted(5), decisionTask, childCompleted(5, 6, { result: "r" })]);
const failedChild = (cause: string, initiatedEventId: number): Line => [
	"StartChildWorkflowExecutionFailed",
	{ workflowType: type, workflowId: "c", cause, initiatedEventId, ...byDecision },
];
const byPolicy = { cause: "CHILD_POLICY_APPLIED" };
const closedByPolicy = (childPolicy: string): Line => ["WorkflowExecutionTerminated", { childPolicy, ...byPolicy }];
const askedByPolicy = (externalWorkflowExecution: typeof child): Line => [
	"WorkflowExecutionCancelRequested",
	{ externalWorkflowExecution, externalInitiatedEventId: 0, ...byPolicy },
];
const grandparent = { workflowId: "g", runId: "gr" };
const sent = run([...begun, sentSignal(), signalConfirmed(), decisionTask]);
const asked = run([...begun, sentCancel, cancelConfirmed, decisionTask]);
const received = (more: object = {}): Line => ["WorkflowExecutionSignaled", { signalName: "s", input: "i", ...sender, ...more }];
const askedToCancel: Line = ["WorkflowExecutionCancelRequested", sender];
const target = (position: number, ...lines: readonly Line[]) =>
	run([], { ...other, readings: [reading(events([started(), decisionTask, ...lines]), position)] });
const continuing = (newExecutionRunId: string): Line => [
	"WorkflowExecutionContinuedAsNew",
	{ newExecutionRunId, workflowType: type, ...settings, input: "i", ...byDecision },
];
const successor = (more: Parameters<typeof started>[0] = {}, seconds = 0) =>
	run([started({ continuedExecutionRunId: "r", input: "i", ...more }, seconds), decisionTask], { runId: "n" });

const endingAt3: readonly Line[] = [
	...begun.slice(0, 3),
	["DecisionTaskCompleted", { scheduledEventId: 2, startedEventId: 3 }, 3],
	completed(),
];

/** What histories of several runs say of one another, and what one says of others. */
export const betweenRunsExamples = {
	"a-child-starts-once": { valid: [parent], broken: only(...withChild, childStarted(5)), at: "events.7.initiatedEventId" },
	"a-child-closes-once": {
		valid: [reported],
		broken: only(...withChild, childCompleted(5, 6), childCompleted(5, 6)),
		at: "events.8.startedEventId",
	},
	"a-child-closes-from-its-own-start": {
		valid: [reported],
		broken: only(...begun, announced(), announced(), childStarted(5), decisionTask, childCompleted(6, 7)),
		at: "events.8.initiatedEventId",
	},
	"a-child-is-the-one-announced": {
		valid: [parent],
		broken: only(...begun, announced("b"), childStarted(5), decisionTask),
		at: "events.5.workflowExecution.workflowId",
	},
	"only-a-running-child-is-announced-before-its-start-fails": {
		valid: only(...begun, announced(), failedChild("WORKFLOW_ALREADY_RUNNING", 5), decisionTask),
		broken: only(...begun, announced(), failedChild("WORKFLOW_TYPE_DEPRECATED", 5), decisionTask),
		at: "events.5.initiatedEventId",
	},
	"a-start-names-parent-and-event-together": {
		valid: [childRun()],
		broken: only(started({ parentInitiatedEventId: 5 })),
		at: "events.0.parentInitiatedEventId",
	},
	"a-child-knows-its-parent": { valid: family(), broken: family({ parentInitiatedEventId: 4 }), at: "events.5" },
	"a-child-was-announced-by-its-parent": {
		valid: family(),
		broken: [parent, run([started({ ...parentage, parentInitiatedEventId: 6 })], child)],
		at: "events.0.parentInitiatedEventId",
	},
	"a-child-runs-as-its-parent-asked": {
		valid: [
			parent,
			childRun(),
			run([started({ ...parentage, childPolicy: "ABANDON", continuedExecutionRunId: "cr" }, 9)], { ...child, runId: "cn" }),
		],
		broken: family({ childPolicy: "ABANDON" }),
		at: "events.0.childPolicy",
	},
	"a-child-is-reported-as-it-closed": {
		valid: [reported, childRun({}, ...childClosed("r"))],
		broken: [reported, childRun({}, ...childClosed("s"))],
		at: "events.7.result",
	},
	"only-a-child-meets-a-child-policy": {
		valid: [childRun({}, closedByPolicy("TERMINATE"))],
		broken: only(...begun, closedByPolicy("TERMINATE")),
		at: "events.4.cause",
	},
	"a-child-policy-met-is-the-parents": {
		valid: [run([...withChild, terminated]), childRun({}, closedByPolicy("TERMINATE"))],
		broken: [
			run([...withChild, ["WorkflowExecutionTerminated", { childPolicy: "ABANDON" }]]),
			childRun({}, closedByPolicy("TERMINATE")),
		],
		at: "events.2.cause",
	},
	"a-cancel-request-by-child-policy-names-the-parent": {
		valid: [childRun({}, askedByPolicy(parentage.parentWorkflowExecution))],
		broken: [childRun({}, askedByPolicy(grandparent))],
		at: "events.2.externalWorkflowExecution",
	},
	"an-execution-closed-by-child-policy-applies-its-own": {
		valid: [childRun({}, closedByPolicy("TERMINATE"))],
		broken: [childRun({}, closedByPolicy("ABANDON"))],
		at: "events.2.childPolicy",
	},
	"an-external-request-has-one-outcome": {
		valid: [sent],
		broken: only(...begun, sentSignal(), signalConfirmed(), decisionTask, signalConfirmed()),
		at: "events.7.initiatedEventId",
	},
	"an-external-outcome-names-its-target": {
		valid: [run([...begun, sentSignal({ runId: "" }), signalConfirmed()])],
		broken: only(...begun, sentSignal(), signalConfirmed(5, { ...other, runId: "x" })),
		at: "events.5.runId",
	},
	"a-source-is-named-with-its-event": {
		valid: [target(9, received())],
		broken: [target(9, received({ externalInitiatedEventId: 0 }))],
		at: "events.2.externalInitiatedEventId",
	},
	"a-signal-received-was-sent": {
		valid: [sent, target(9, received())],
		broken: [sent, target(9, received({ input: "j" }))],
		at: "events.2.input",
	},
	// What was read before proves nothing.
	"a-signal-confirmed-was-received": {
		valid: [run([], { readings: [reading(events([...begun, sentSignal(), signalConfirmed(), decisionTask]), 9)] }), target(3)],
		broken: [sent, target(9)],
		at: "events.5",
	},
	"a-cancel-request-received-was-sent": {
		valid: [asked, target(9, askedToCancel)],
		broken: [run(withChild), target(9, askedToCancel)],
		at: "events.2.externalInitiatedEventId",
	},
	"a-cancel-request-confirmed-was-received": {
		valid: [asked, target(9, askedToCancel)],
		broken: [asked, target(9)],
		at: "events.5",
	},
	"runs-of-one-workflow-id-do-not-overlap": {
		valid: [run(endingAt3), run([started({}, 3)], { runId: "q" })],
		broken: [run(endingAt3), run([started({}, 2)], { runId: "q" })],
		at: "events.0.eventTimestamp",
	},
	"a-successor-continues-the-run-that-named-it": {
		valid: [run([...begun, continuing("n")]), successor()],
		broken: [run([...begun, continuing("n")]), successor({ continuedExecutionRunId: "x" })],
		at: "events.4.newExecutionRunId",
	},
	"a-successor-runs-as-was-decided": {
		valid: [run([...begun, continuing("n")]), successor()],
		broken: [run([...begun, continuing("n")]), successor({ input: "j" })],
		at: "events.0.input",
	},
	"a-successor-of-a-child-keeps-its-parent": {
		valid: [
			run(withAttributes([...begun, continuing("n")], 1, { parentWorkflowExecution: grandparent, parentInitiatedEventId: 7 })),
			successor({ parentWorkflowExecution: grandparent, parentInitiatedEventId: 7 }),
		],
		broken: [
			run(withAttributes([...begun, continuing("n")], 1, { parentWorkflowExecution: grandparent, parentInitiatedEventId: 7 })),
			successor(),
		],
		at: "events.0.parentWorkflowExecution",
	},
} as const satisfies Record<string, Example>;
