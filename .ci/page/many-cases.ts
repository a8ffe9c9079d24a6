import { createHash } from "node:crypto";
import { event } from "../../reports/fixtures/histories.ts";
import { caseOf, reportOf } from "../../reports/fixtures/load.ts";
import type { CaseReport, Json, Report, ReportExchange } from "../../reports/report.ts";

/** Text that no two places have alike, as ids and tokens are. */
const unlike = (place: string, length: number): string =>
	createHash("sha256").update(place).digest("base64url").repeat(4).slice(0, length);

const eventsOf = (place: string): readonly Json[] => [
	event(1, "WorkflowExecutionStarted", {
		taskList: { name: `list-${place}` },
		childPolicy: "ABANDON",
		parentInitiatedEventId: 0,
	}),
	event(2, "DecisionTaskScheduled", { taskList: { name: `list-${place}` }, startToCloseTimeout: "600" }),
	event(3, "DecisionTaskStarted", { scheduledEventId: 2 }),
	event(4, "DecisionTaskCompleted", { scheduledEventId: 2, startedEventId: 3 }),
	event(5, "ActivityTaskScheduled", { activityId: unlike(place, 12), decisionTaskCompletedEventId: 4 }),
];

function exchangeOf(place: string, step: number): ReportExchange {
	const body = JSON.stringify({
		domain: `swf-conformance-${unlike(place, 10)}`,
		execution: { workflowId: `run-${place}`, runId: unlike(`${place} run`, 40) },
	});
	return {
		step: String(step),
		operation: step % 2 === 0 ? "GetWorkflowExecutionHistory" : "PollForDecisionTask",
		sentAfterMs: step * 3.25,
		durationMs: 2.125,
		request: {
			headers: {
				"amz-sdk-invocation-id": unlike(`${place} ${step} invocation`, 36),
				authorization: "[redacted]",
				"content-length": String(body.length),
				"content-type": "application/x-amz-json-1.0",
				host: "127.0.0.1:5000",
				"user-agent": "aws-sdk-js/3.1048.0 ua/2.1 os/linux#6.18.44 lang/js md/nodejs#20.20.2 api/swf#3.1048.0 m/N,E,e",
				"x-amz-content-sha256": createHash("sha256").update(`${place} ${step}`).digest("hex"),
				"x-amz-date": "20260102T030405Z",
				"x-amz-target": "SimpleWorkflowService.PollForDecisionTask",
			},
			body,
		},
		response: {
			status: 200,
			headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": unlike(`${place} ${step} id`, 36) },
			body: JSON.stringify({
				taskToken: unlike(`${place} ${step} token`, 120),
				workflowExecution: { workflowId: `run-${place}`, runId: unlike(`${place} run`, 40) },
				events: eventsOf(place),
			}),
		},
	};
}

const areas = [
	"activities",
	"child-policies",
	"closing",
	"decisions",
	"missing-run-id",
	"paging",
	"tags",
	"termination",
	"timers",
	"visibility",
];

function failed(index: number): CaseReport {
	const area = areas[index % areas.length];
	const id = `${area}/a-claim-that-does-not-hold-${index.toString().padStart(4, "0")}`;
	const events = eventsOf(id);
	return caseOf({
		id,
		verdict: "fail",
		clauses: ["termination/the-event-is-the-last"],
		durationMs: 42,
		findings: [
			{
				check: "expectations",
				clause: "termination/the-event-is-the-last",
				level: "MUST",
				message: `expected an activity to be canceled, but event ${index} tells of none`,
				step: "7",
				at: "events.4.eventType",
				expected: [...events.slice(0, 4), event(5, "ActivityTaskCanceled", { scheduledEventId: 2 })],
				observed: events,
				exchanges: [7],
				history: {
					relation: "endsWith",
					events: [{ eventType: "DecisionTaskCompleted", met: 3 }, { eventType: "ActivityTaskCanceled" }],
				},
			},
		],
		replay: `swf-conformance run ${id} --target http://127.0.0.1:5000`,
		exchanges: Array.from({ length: 20 }, (_, step) => exchangeOf(id, step)),
	});
}

/** A report of as many failed cases, each with all that was sent and came: some 50 kB a case. */
export const manyCases = (count: number): Promise<Report> => reportOf(Array.from({ length: count }, (_, index) => failed(index)));
