import { activity, activityStarted, begun, decisionStarted, decisionTask, signaled, started, type } from "./lines.ts";
import { at, type Example, events, later, only, reading, run, type Scene, task } from "./scene.ts";

const three = events([started(), decisionTask, decisionStarted(2)]);
const four = events(begun);
const brought = { taskToken: "t", startedEventId: 3, previousStartedEventId: 0, workflowType: type };
const poll = (position: number, more: object = {}, told = three) =>
	reading(told, position, { decisionTask: { ...brought, ...more } });
const seen = (...readings: readonly ReturnType<typeof reading>[]): Scene => [run([], { readings })];
const second = [...begun.slice(0, 4), signaled, decisionTask, decisionStarted(6)] as const;
const working = [...begun, activity("a", { input: "i" }), activityStarted(5)] as const;
const worked = { taskToken: "t", startedEventId: 6, activityId: "a", activityType: type, input: "i" };

/** One way and another in which what was told of a history is read. */
export const readingExamples = {
	"event-ids-are-consecutive": {
		valid: seen(reading(four), reading(four.slice(2), 1, { fromStart: false })),
		broken: seen(reading([...three, ...events([...begun, signaled]).slice(4)])),
		at: "events.3.eventId",
	},
	"events-are-in-order-of-time": {
		valid: only(...begun, later(signaled, 3)),
		broken: only(...begun.slice(0, 3), later(signaled, 3), later(decisionTask, 2)),
		at: "events.4.eventTimestamp",
	},
	"the-same-event-reads-alike": {
		// An SDK keeps milliseconds of a time, which a target may tell finer.
		valid: seen(reading(three), reading(events(begun.map((line) => later(line, 0.0004))), 1)),
		broken: seen(reading(three), reading(events([started({ input: "i" }), decisionTask]), 1)),
		at: "events.0",
	},
	"a-later-reading-is-no-shorter": {
		// A page is missing from the last one, and the last poll was answered long after.
		valid: seen(reading(three), reading(four, 1), reading(three, 2, { toEnd: false })),
		broken: seen(reading(four), reading(three, 1)),
		at: "events.2",
	},
	"a-decision-task-brings-all-that-was-known": {
		valid: seen(poll(0), reading(four, 1), poll(2, { startedEventId: 7, previousStartedEventId: 3 }, events(second))),
		broken: seen(reading(four), poll(1)),
		at: "startedEventId",
	},
	"a-decision-task-ends-with-its-own-start": {
		valid: seen(poll(0)),
		broken: seen(poll(0, {}, four)),
		at: "events.3",
	},
	"the-previous-decision-task-started-earlier": {
		valid: seen(poll(0, { startedEventId: 7, previousStartedEventId: 3 }, events(second))),
		broken: seen(poll(0, { startedEventId: 7, previousStartedEventId: 4 }, events(second))),
		at: "previousStartedEventId",
	},
	"a-decision-task-has-the-type-of-its-execution": {
		valid: seen(poll(0)),
		broken: seen(poll(0, { workflowType: { ...type, version: "2" } })),
		at: "workflowType",
	},
	"a-task-is-handed-out-once": {
		valid: seen(poll(0), poll(2, { startedEventId: 7, previousStartedEventId: 3 }, events(second))),
		broken: seen(poll(0), poll(1)),
		at: "startedEventId",
	},
	"an-activity-task-is-what-was-scheduled": {
		valid: [run(working, { activityTasks: [task(worked, 2)] })],
		broken: [run(working, { activityTasks: [task({ ...worked, input: "j" }, 2)] })],
		at: "input",
	},
	"a-history-has-at-most-25000-events": {
		valid: seen(reading(four)),
		broken: [run(begun, { readings: [reading([{ eventId: 25_002 }], 0, { fromStart: false })] })],
		at: "events.25001",
	},
	"an-execution-starts-as-asked": {
		valid: [run(begun, { started: { origin: at(9), request: { workflowType: type, tagList: [], taskPriority: null } } })],
		broken: [run(begun, { started: { origin: at(9), request: { childPolicy: "ABANDON" } } })],
		at: "events.0.childPolicy",
	},
} as const satisfies Record<string, Example>;
