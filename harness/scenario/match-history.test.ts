import { describe, expect, test } from "vitest";
import type { HistoryRelation } from "../../reports/report.ts";
import type { Json, JsonObject } from "../../specs/wire/json.ts";
import { flatten, matchHistory } from "./match-history.ts";
import type { Environment } from "./references.ts";
import type { EventPattern } from "./scenario.ts";

const environment: Environment = { uniqueSuffix: "-1", bindings: { run: { runId: "r" } } };

const event = (eventId: number, eventType: string, attributes: JsonObject = {}): JsonObject => ({
	eventType,
	eventId,
	...attributes,
});
const pattern = (type: string, attributes: { readonly [member: string]: Json } = {}, as?: string): EventPattern => ({
	type,
	attributes,
	...(as === undefined ? {} : { as }),
});

/** Two timers, of which the second fires first. */
const history = [
	event(1, "WorkflowExecutionStarted"),
	event(2, "TimerStarted", { timerId: "a" }),
	event(3, "TimerStarted", { timerId: "b" }),
	event(4, "TimerFired", { timerId: "b", startedEventId: 3 }),
	event(5, "WorkflowExecutionCompleted"),
];

const match = (relation: HistoryRelation, patterns: readonly EventPattern[], events: readonly JsonObject[] = history) =>
	matchHistory(relation, patterns, events, environment);
const holds = (relation: HistoryRelation, patterns: readonly EventPattern[], events?: readonly JsonObject[]) =>
	"bindings" in match(relation, patterns, events);
const refusal = (relation: HistoryRelation, patterns: readonly EventPattern[]) => {
	const found = match(relation, patterns);
	return "mismatch" in found ? found.mismatch : undefined;
};

const [started, timerA, timerB, fired, completed] = [
	pattern("WorkflowExecutionStarted"),
	pattern("TimerStarted", { timerId: "a" }),
	pattern("TimerStarted", { timerId: "b" }),
	pattern("TimerFired"),
	pattern("WorkflowExecutionCompleted"),
];

describe("exactly", () => {
	test("holds of the whole history in its order and of nothing less", () => {
		expect(holds("exactly", [started, timerA, timerB, fired, completed])).toBe(true);
		expect(holds("exactly", [started, timerB, timerA, fired, completed])).toBe(false);
		expect(refusal("exactly", [started, timerA, timerB, fired])).toMatchObject({
			message: "the history has more events",
			observed: ["WorkflowExecutionCompleted"],
		});
		expect(refusal("exactly", [started, timerA, timerB, fired, completed, completed])).toMatchObject({
			message: "the history differs at event 6",
			observed: undefined,
		});
	});

	test("nothing holds of a history without events", () => {
		expect(holds("exactly", [], [])).toBe(true);
		expect(holds("exactly", [started], [])).toBe(false);
	});
});

describe("startsWith and endsWith", () => {
	test("compare position by position at their end", () => {
		expect(holds("startsWith", [started, timerA])).toBe(true);
		expect(holds("startsWith", [timerA])).toBe(false);
		expect(holds("startsWith", [started, timerB])).toBe(false);
		expect(holds("endsWith", [fired, completed])).toBe(true);
		expect(holds("endsWith", [fired])).toBe(false);
		expect(holds("endsWith", [timerB, completed])).toBe(false);
	});

	test("do not hold of a history that is shorter", () => {
		expect(holds("startsWith", [started, timerA], history.slice(0, 1))).toBe(false);
		expect(holds("endsWith", [fired, completed], history.slice(4))).toBe(false);
		expect(holds("endsWith", [completed, completed], history.slice(4))).toBe(false);
	});
});

describe("inOrder", () => {
	test("lets others lie between, and holds to the order", () => {
		expect(holds("inOrder", [started, fired, completed])).toBe(true);
		expect(holds("inOrder", [fired, started])).toBe(false);
		expect(holds("inOrder", [timerB, timerA])).toBe(false);
		expect(refusal("inOrder", [fired, started])?.message).toBe("the history has no WorkflowExecutionStarted after TimerFired");
	});

	test("gives each pattern an event of its own", () => {
		expect(holds("inOrder", [fired, fired])).toBe(false);
	});

	test("tells the nearest difference", () => {
		expect(refusal("inOrder", [pattern("TimerFired", { timerId: "a" })])).toEqual({
			at: "events.3.timerId",
			expected: "a",
			observed: "b",
			message: "no TimerFired as asked for; the nearest differs at events.3.timerId",
		});
	});
});

describe("contains and excludes", () => {
	test("take events in any order, each its own", () => {
		expect(holds("contains", [completed, timerB, timerA])).toBe(true);
		expect(holds("contains", [fired, fired])).toBe(false);
		expect(holds("contains", [pattern("TimerStarted"), pattern("TimerStarted")])).toBe(true);
		expect(holds("contains", [pattern("TimerStarted"), pattern("TimerStarted"), pattern("TimerStarted")])).toBe(false);
	});

	test("excludes holds when none is there, and shows the one that is", () => {
		expect(holds("excludes", [pattern("TimerCanceled"), pattern("TimerFired", { timerId: "a" })])).toBe(true);
		expect(refusal("excludes", [pattern("TimerCanceled"), fired])).toMatchObject({
			at: "events.3",
			observed: { eventId: 4 },
			message: "the history has TimerFired, which it must not",
		});
	});
});

describe("events named in a list", () => {
	test("can be referred to in it and are bound afterwards", () => {
		const found = match("inOrder", [
			pattern("TimerStarted", { timerId: "b" }, "timer"),
			pattern("TimerFired", { startedEventId: "$timer.eventId" }),
		]);
		expect(found).toMatchObject({ bindings: { timer: { eventId: 3 }, run: { runId: "r" } } });
	});

	test.each<HistoryRelation>(["inOrder", "contains"])(
		"are found again under %s when the first choice leads nowhere",
		(relation) => {
			const found = match(relation, [
				pattern("TimerStarted", {}, "timer"),
				pattern("TimerFired", { startedEventId: "$timer.eventId" }),
			]);
			expect(found).toMatchObject({ bindings: { timer: { eventId: 3, timerId: "b" } } });
		},
	);

	test("are the earlier ones where several would do", () => {
		expect(match("contains", [pattern("TimerStarted", {}, "timer")])).toMatchObject({ bindings: { timer: { eventId: 2 } } });
	});

	test.each<HistoryRelation>(["exactly", "startsWith"])("hold their references under %s, and break them", (relation) => {
		const list = (member: string) => [
			started,
			timerA,
			pattern("TimerStarted", {}, "timer"),
			pattern("TimerFired", { startedEventId: `$timer.${member}` }),
			completed,
		];
		expect(holds(relation, list("eventId"))).toBe(true);
		expect(holds(relation, list("timerId"))).toBe(false);
	});
});

describe("a mismatch tells which events were as asked for", () => {
	const met = (relation: HistoryRelation, patterns: readonly EventPattern[]) => {
		const found = match(relation, patterns);
		return "met" in found ? found.met : undefined;
	};

	test("by their positions", () => {
		expect(met("exactly", [started, timerA, fired])).toEqual([0, 1]);
		expect(met("exactly", [started, timerA, timerB, fired])).toEqual([0, 1, 2, 3]);
		expect(met("startsWith", [timerA])).toEqual([]);
		expect(met("endsWith", [timerB, fired, timerA])).toEqual([2, 3]);
		expect(met("inOrder", [timerA, fired, timerB])).toEqual([1, 3]);
		expect(met("contains", [completed, started, timerA, timerA])).toEqual([4, 0, 1]);
		expect(met("excludes", [fired])).toEqual([]);
	});

	test("of the assignment that got furthest, with what it bound", () => {
		const patterns = [
			pattern("TimerStarted", {}, "timer"),
			pattern("TimerFired", { startedEventId: "$timer.eventId" }, "fired"),
			pattern("TimerCanceled"),
		];
		expect(match("inOrder", patterns)).toMatchObject({
			met: [2, 3],
			environment: { bindings: { timer: { eventId: 3 }, fired: { eventId: 4 }, run: { runId: "r" } } },
		});
	});
});

describe("a search", () => {
	test("gives up on a history that would keep it busy for ever, and says so", () => {
		const many = Array.from({ length: 400 }, (_, index) => event(index + 1, "TimerStarted", { timerId: "a" }));
		const patterns = [...Array.from({ length: 6 }, () => timerA), fired];
		expect(match("contains", patterns, many)).toMatchObject({
			mismatch: { message: expect.stringMatching(/^the search was given up after/) },
		});
	});
});

describe("flattening", () => {
	test("takes the attributes out of the envelope of the event's type", () => {
		expect(
			flatten({
				eventType: "TimerFired",
				eventId: 4,
				eventTimestamp: 1.5,
				timerFiredEventAttributes: { timerId: "a" },
				timerStartedEventAttributes: { timerId: "other" },
			}),
		).toEqual({ eventType: "TimerFired", eventId: 4, eventTimestamp: 1.5, timerId: "a" });
	});

	test.each<Json>([null, "x", 5, [], { eventType: 5 }, { eventType: "TimerFired", timerFiredEventAttributes: [1] }])(
		"makes an object of %j",
		(sent) => {
			expect(typeof flatten(sent)).toBe("object");
			expect(flatten(sent)).not.toBeNull();
		},
	);

	test("lets attributes not pass for the event's own number and type", () => {
		const sent = { eventType: "TimerFired", eventId: 4, timerFiredEventAttributes: { eventId: 99, eventType: "TimerStarted" } };
		expect(flatten(sent)).toEqual({ eventType: "TimerFired", eventId: 4 });
	});
});
