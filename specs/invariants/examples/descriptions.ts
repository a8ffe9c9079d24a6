import type { JsonObject } from "../../wire/json.ts";
import { activity, begun, completed, decided, decisionStarted, decisionTask, settings, started, type } from "./lines.ts";
import { described, type Example, epoch, events, type Line, reading, run, type Scene } from "./scene.ts";

const info = { workflowType: type, startTimestamp: epoch, executionStatus: "OPEN", cancelRequested: false };
const closedInfo = { ...info, executionStatus: "CLOSED", closeStatus: "COMPLETED", closeTimestamp: epoch };
const configuration = (more: JsonObject = {}) => ({ executionConfiguration: { ...settings, ...more } });
const open = {
	openActivityTasks: 1,
	openDecisionTasks: 0,
	openTimers: 0,
	openChildWorkflowExecutions: 0,
	openLambdaFunctions: 0,
};

/** Described between two readings that tell the same. */
const between = (lines: readonly Line[], executionInfo: JsonObject, more: JsonObject = {}): Scene => [
	run([], {
		readings: [reading(events(lines), 1), reading(events(lines), 9)],
		descriptions: [described(executionInfo, 5, more)],
	}),
];
const busy = [...begun, activity()] as const;
const closed = [...begun, completed()] as const;
const asked = [
	...begun,
	["WorkflowExecutionCancelRequested", { externalInitiatedEventId: 0 }],
	decisionTask,
] as const satisfies readonly Line[];
const withContext = [
	started(),
	decisionTask,
	decisionStarted(2),
	decided(2, 3, { executionContext: "x" }),
	["WorkflowExecutionSignaled", { signalName: "s" }],
	decisionTask,
	decisionStarted(6),
	decided(6, 7),
] as const satisfies readonly Line[];

/** What descriptions say of histories. */
export const descriptionExamples = {
	"a-description-names-what-was-started": {
		valid: between(begun, { ...info, tagList: [] }),
		broken: between(begun, { ...info, tagList: ["x"] }),
		at: "executionInfo.tagList",
	},
	"a-description-has-the-time-of-the-start": {
		valid: between(begun, info),
		broken: between(begun, { ...info, startTimestamp: epoch + 0.01 }),
		at: "executionInfo.startTimestamp",
	},
	"a-description-has-the-configuration-of-the-start": {
		valid: between(begun, info, configuration()),
		broken: between(begun, info, configuration({ childPolicy: "ABANDON" })),
		at: "executionConfiguration.childPolicy",
	},
	"a-close-status-is-that-of-the-close": {
		valid: between(closed, closedInfo),
		broken: between(closed, { ...closedInfo, closeStatus: "FAILED" }),
		at: "executionInfo.closeStatus",
	},
	"a-description-has-the-time-of-the-close": {
		valid: between(closed, closedInfo),
		broken: between(closed, { ...closedInfo, closeTimestamp: epoch + 1 }),
		at: "executionInfo.closeTimestamp",
	},
	// The second was described before the activity was scheduled, or after: both are possible.
	"open-counts-agree-with-the-history": {
		valid: [
			...between(busy, info, { openCounts: open }),
			run([], {
				runId: "q",
				workflowId: "v",
				readings: [reading(events(begun), 1), reading(events(busy), 9)],
				descriptions: [described(info, 5, { openCounts: { ...open, openActivityTasks: 0 } })],
			}),
		],
		broken: between(busy, info, { openCounts: { ...open, openActivityTasks: 0 } }),
		at: "openCounts.openActivityTasks",
	},
	// A closed execution may say anything.
	"a-requested-cancellation-is-described": {
		valid: between([...asked, ["WorkflowExecutionTerminated", { childPolicy: "TERMINATE" }]], {
			...closedInfo,
			closeStatus: "TERMINATED",
		}),
		broken: between(asked, info),
		at: "executionInfo.cancelRequested",
	},
	"the-latest-execution-context-is-described": {
		valid: between(withContext, info, { latestExecutionContext: "x" }),
		broken: between(withContext, info),
		at: "latestExecutionContext",
	},
} as const satisfies Record<string, Example>;
