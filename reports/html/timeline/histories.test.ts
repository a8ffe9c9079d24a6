import { expect, test } from "vitest";
import type { Json, ReportExchange } from "../../report.ts";
import { eventsOf, readingsOf } from "./histories.ts";

const exchange = (operation: string, request: Json, answer: Json | string): ReportExchange => ({
	...{ step: "1", operation, sentAfterMs: 0, durationMs: 1 },
	request: { headers: {}, body: JSON.stringify(request) },
	response: { status: 200, headers: {}, body: typeof answer === "string" ? answer : JSON.stringify(answer) },
});
const execution = { workflowId: "w", runId: "r" };
const event = (eventId: number): Json => ({ eventId, eventType: "MarkerRecorded" });
const history = (request: { readonly [member: string]: Json }, answer: Json | string) =>
	exchange("GetWorkflowExecutionHistory", { domain: "d", execution, ...request }, answer);
const poll = (request: Json, answer: { readonly [member: string]: Json }) =>
	exchange("PollForDecisionTask", request, { workflowExecution: execution, ...answer });
const told = (...exchanges: readonly ReportExchange[]) =>
	readingsOf({ exchanges }).map((reading) => ({
		run: `${reading.workflowId}/${reading.runId}`,
		exchanges: reading.exchanges,
		ids: eventsOf(reading).map(({ eventId }) => eventId),
	}));

test("pages are followed by their tokens, also when others lie between", () => {
	const first = history({}, { events: [event(1), event(2)], nextPageToken: "a" });
	const other = poll({}, { events: [event(1)], nextPageToken: "b" });
	expect(
		told(
			first,
			other,
			history({ nextPageToken: "a" }, { events: [event(3)] }),
			poll({ nextPageToken: "b" }, { events: [event(2)] }),
			history({ nextPageToken: "unheard of" }, { events: [event(9)] }),
		),
	).toEqual([
		{ run: "w/r", exchanges: [0, 2], ids: [1, 2, 3] },
		{ run: "w/r", exchanges: [1, 3], ids: [1, 2] },
		{ run: "w/r", exchanges: [4], ids: [9] },
	]);
});

test("an empty token leads to no page", () => {
	const page = history({ nextPageToken: "" }, { events: [event(1)], nextPageToken: "" });
	expect(told(page, page)).toMatchObject([{ exchanges: [0] }, { exchanges: [1] }]);
});

test("a page whose answer was cut goes on with the next one of its execution", () => {
	const cut = `${JSON.stringify({ events: [event(1)] }).slice(0, -2)},{"ev… (500 more characters in the evidence)`;
	const readings = readingsOf({ exchanges: [history({}, cut), history({ nextPageToken: "a" }, { events: [event(7)] })] });
	expect(readings).toMatchObject([{ exchanges: [0, 1], told: [{ eventId: 1 }, { eventId: 7 }], isCut: true }]);
});

test("a history that was read from its end is turned around, page by page", () => {
	const readings = readingsOf({
		exchanges: [
			history({ reverseOrder: true }, { events: [event(3), event(2)], nextPageToken: "a" }),
			history({ reverseOrder: true, nextPageToken: "a" }, { events: [event(1)] }),
		],
	});
	expect(readings[0]?.told).toEqual([1, 2, 3].map(event));
	expect([readings[0]?.eventIdIn(0, 1), readings[0]?.eventIdIn(1, 0), readings[0]?.eventIdIn(2, 0)]).toEqual([2, 1, undefined]);
});

test("an event has its attributes out of the member that its type names", () => {
	const started = { eventId: 1, eventType: "TimerStarted", eventTimestamp: 5.5, timerStartedEventAttributes: { timerId: "t" } };
	expect(eventsOf({ told: [started] })).toEqual([
		{ eventId: 1, eventType: "TimerStarted", eventTimestamp: 5.5, attributes: { timerId: "t" } },
	]);
});

test("what cannot be read of an event is left out, and the event stays at its place", () => {
	const events = [null, 5, {}, { eventId: "1", eventType: 7 }, { eventType: "TimerStarted", timerStartedEventAttributes: null }];
	const text = JSON.stringify({ events }).replace("{}", '{"eventId":1e999,"eventTimestamp":-1e999}');
	expect(readingsOf({ exchanges: [history({}, text)] }).flatMap(eventsOf)).toEqual([
		{ eventType: "(no event)", attributes: {} },
		{ eventType: "(no event)", attributes: {} },
		{ eventType: "(no type)", attributes: {} },
		{ eventType: "(no type)", attributes: {} },
		{ eventType: "TimerStarted", attributes: {} },
	]);
});

test("an answer without events or without a run is no history", () => {
	const noRun = exchange("GetWorkflowExecutionHistory", { execution: { workflowId: "w" } }, { events: [event(1)] });
	const other = exchange("DescribeWorkflowExecution", { execution }, { events: [event(1)] });
	const { response: _, ...unanswered } = history({}, {});
	expect(
		told(noRun, other, unanswered, poll({}, { startedEventId: 0 }), history({}, "<html>"), history({}, { events: {} })),
	).toEqual([]);
});
