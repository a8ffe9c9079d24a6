import { answered, event } from "../../reports/fixtures/histories.ts";
import { caseOf } from "../../reports/fixtures/load.ts";
import type { CaseReport, Json, ReportExchange } from "../../reports/report.ts";

const history = (runId: string, events: Json): ReportExchange => ({
	...answered(JSON.stringify({ events })),
	request: { headers: {}, body: JSON.stringify({ domain: "d", execution: { workflowId: "order-1", runId } }) },
});

const begun: readonly Json[] = [
	event(1, "WorkflowExecutionStarted", { childPolicy: "ABANDON", parentInitiatedEventId: 0 }),
	event(2, "DecisionTaskScheduled", { taskList: { name: "orders" } }),
	event(3, "DecisionTaskStarted", { scheduledEventId: 2 }),
	event(4, "DecisionTaskCompleted", { scheduledEventId: 2, startedEventId: 3 }),
	event(5, "ActivityTaskScheduled", { activityId: "charge", decisionTaskCompletedEventId: 4 }),
	event(6, "TimerStarted", { timerId: "patience", decisionTaskCompletedEventId: 4 }),
	event(7, "RequestCancelExternalWorkflowExecutionInitiated", { workflowId: "other", decisionTaskCompletedEventId: 4 }),
	event(8, "StartChildWorkflowExecutionInitiated", { workflowId: "child", decisionTaskCompletedEventId: 4 }),
];

/** A case whose history is not as it was expected, beside one that is, and one about which a law says something. */
export const differing: CaseReport = caseOf({
	id: "timers/a-timer-fires",
	verdict: "fail",
	exchanges: [
		history("as-expected", begun),
		history("differs", [...begun, event(9, "TimerCanceled", { timerId: "patience", startedEventId: 6 })]),
		history("against-a-law", [...begun, event(9, "ActivityTaskStarted", { scheduledEventId: 77 })]),
	],
	findings: [
		{
			...{ check: "expectations", clause: "timers/fires", level: "MUST", message: "the history differs at event 9" },
			...{ step: "5", at: "events.8.eventType", expected: "TimerFired", observed: "TimerCanceled", exchanges: [1] },
			history: {
				relation: "endsWith",
				events: [
					{ eventType: "StartChildWorkflowExecutionInitiated", attributes: { workflowId: "child" }, met: 7 },
					{ eventType: "TimerFired", attributes: { timerId: "patience", startedEventId: 6 } },
				],
			},
		},
		{
			...{ check: "invariants", clause: "histories/references-name-an-event", level: "MUST", at: "events.8.scheduledEventId" },
			...{ message: "event 9 (ActivityTaskStarted) names event 77, which is not there", exchanges: [2] },
		},
	],
});

/** A case whose history is nothing that SWF would tell. */
export const hostile: CaseReport = caseOf({
	id: "timers/a-hostile-history",
	verdict: "fail",
	exchanges: [
		history("<img src=x onerror=ran('run')>", [
			...[null, 5, "x", [], { eventType: 1 }, { eventId: "<b>" }],
			event(1, "</svg><script>ran('type')</script>", { timerId: "x".repeat(5_000) }),
			event(-1, "\u202eTimerFired", { startedEventId: -1, reason: "</p><img src=x onerror=ran('reason')>" }),
			event(3, "TimerFired", { startedEventId: 4, scheduledEventId: 3, "<i>EventId": 1 }),
			event(4, "TimerStarted", { latestCancelRequestedEventId: 3, timerId: null }),
			{ ...(event(4, "W".repeat(3_000), { a: {} }) as object), eventTimestamp: -1e300 },
			...Array.from({ length: 500 }, (_, index) =>
				event(index + 5, "MarkerRecorded", { markerName: "m", startedEventId: index }),
			),
		]),
	],
	findings: [
		{
			...{ check: "expectations", clause: "c", level: "MUST", message: "m", at: "events.4.<u>", exchanges: [0] },
			history: {
				relation: "exactly",
				events: [{ eventType: "<script>ran('expected')</script>", attributes: { "<u>": "</mark>" } }],
			},
		},
	],
});
