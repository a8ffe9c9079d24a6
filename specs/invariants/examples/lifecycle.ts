import { begun, completed, decided, decisionStarted, decisionTask, signaled, started, terminated, type } from "./lines.ts";
import { type Example, type Line, only } from "./scene.ts";

const continued = (name: string): Line => [
	"WorkflowExecutionContinuedAsNew",
	{
		newExecutionRunId: "n",
		childPolicy: "TERMINATE",
		taskList: { name: "l" },
		workflowType: { ...type, name },
		decisionTaskCompletedEventId: 4,
	},
];
const timedOut = (childPolicy: string, seconds: number): Line => [
	"WorkflowExecutionTimedOut",
	{ timeoutType: "START_TO_CLOSE", childPolicy },
	seconds,
];

/** How an execution begins and ends. */
export const lifecycleExamples = {
	"a-history-begins-with-the-start": { valid: only(...begun), broken: only(decisionTask, started()), at: "events.0.eventType" },
	"an-execution-starts-once": { valid: only(...begun), broken: only(...begun, started()), at: "events.4" },
	"the-first-decision-task-follows-the-start": {
		valid: only(...begun),
		broken: only(started(), signaled, decisionTask),
		at: "events.1.eventType",
	},
	"an-execution-closes-once": {
		valid: only(...begun, completed()),
		broken: only(...begun, completed(), terminated),
		at: "events.5",
	},
	"nothing-follows-the-close": {
		valid: only(...begun.slice(0, 3), terminated),
		broken: only(...begun.slice(0, 3), terminated, decided(2, 3)),
		at: "events.4",
	},
	"an-execution-times-out-no-earlier-than-its-limit": {
		valid: only(...begun, timedOut("TERMINATE", 60)),
		broken: only(...begun, timedOut("TERMINATE", 59)),
		at: "events.4.eventTimestamp",
	},
	"a-timed-out-execution-applies-its-own-child-policy": {
		valid: only(...begun, timedOut("TERMINATE", 60)),
		broken: only(...begun, timedOut("ABANDON", 60)),
		at: "events.4.childPolicy",
	},
	"a-successor-keeps-the-name-of-its-type": {
		valid: only(...begun, continued("t")),
		broken: only(...begun, continued("u")),
		at: "events.4.workflowType.name",
	},
	"a-decision-task-goes-to-the-list-of-its-execution": {
		valid: only(
			...begun.slice(0, 3),
			decided(2, 3, { taskList: { name: "m" } }),
			signaled,
			["DecisionTaskScheduled", { taskList: { name: "m" }, startToCloseTimeout: "10" }],
			decisionStarted(6),
		),
		broken: only(...begun, signaled, ["DecisionTaskScheduled", { taskList: { name: "m" }, startToCloseTimeout: "10" }]),
		at: "events.5.taskList.name",
	},
	"a-decision-task-has-the-settings-of-its-execution": {
		valid: only(started({ taskPriority: "3" }), [
			"DecisionTaskScheduled",
			{ taskList: { name: "l" }, startToCloseTimeout: "10", taskPriority: "3" },
		]),
		broken: only(started({ taskPriority: "3" }), decisionTask),
		at: "events.1.taskPriority",
	},
} as const satisfies Record<string, Example>;
