import { describe, expect, test } from "vitest";
import type { Json } from "../../specs/wire/json.ts";
import { evaluate, eventsIn, type Seen, seenBy } from "./evaluate.ts";
import type { Environment } from "./references.ts";
import type { Rule } from "./scenario.ts";

const environment: Environment = { uniqueSuffix: "-1", bindings: { run: { runId: "r" } } };
const answered = (output: { readonly [member: string]: Json }): Seen => ({ outcome: { kind: "answer", output } });
const refused = (type: string, message?: string): Seen => ({
	outcome: { kind: "fault", type, ...(message === undefined ? {} : { message }) },
});
const garbage: Seen = { outcome: { kind: "garbage", problem: "HTTP 500 that names no fault: <html>" } };
const history: Seen = {
	...answered({}),
	events: [
		{ eventType: "DecisionTaskScheduled", eventId: 1 },
		{ eventType: "MarkerRecorded", eventId: 2 },
	],
};

const evaluated = (rule: Rule, seen: Seen, ignoring: readonly string[] = []) => evaluate(rule, ignoring, seen, environment);
const holds = (rule: Rule, seen: Seen, ignoring: readonly string[] = []) => {
	const found = evaluated(rule, seen, ignoring);
	return "unbound" in found ? `unbound ${found.unbound}` : found.holds;
};
const difference = (rule: Rule, seen: Seen) => {
	const found = evaluated(rule, seen);
	return "holds" in found && !found.holds ? found.difference : undefined;
};

describe("answer", () => {
	const rule: Rule = { kind: "answer", pattern: { runId: "$run.runId" } };

	test("holds of an answer that matches, after references", () => {
		expect(holds(rule, answered({ runId: "r", more: 1 }))).toBe(true);
		expect(holds({ kind: "answer", pattern: {} }, answered({}))).toBe(true);
	});

	test("shows where the answer differs", () => {
		expect(difference(rule, answered({ runId: "s" }))).toEqual({
			message: "the answer differs at runId",
			at: "runId",
			expected: "r",
			observed: "s",
		});
		expect(difference(rule, answered({}))).toMatchObject({ observed: "(absent)" });
		expect(difference(rule, answered({ runId: null }))).toMatchObject({ observed: null });
	});

	test("does not hold of a fault, which it names", () => {
		expect(difference(rule, refused("UnknownResourceFault", "Unknown domain"))).toMatchObject({
			message: "expected an answer, got the fault UnknownResourceFault",
			observed: { fault: "UnknownResourceFault", message: "Unknown domain" },
		});
	});

	test("does not hold of garbage, which it shows", () => {
		expect(difference(rule, garbage)?.message).toBe("expected an answer, got HTTP 500 that names no fault: <html>");
	});

	test("is not judged where it refers to nothing", () => {
		expect(holds({ kind: "answer", pattern: { runId: "$other.runId" } }, answered({}))).toBe("unbound $other.runId");
	});
});

describe("fault", () => {
	test("holds of the fault by its bare name", () => {
		expect(holds({ kind: "fault", type: "UnknownResourceFault" }, refused("UnknownResourceFault"))).toBe(true);
		expect(holds({ kind: "fault", type: "UnknownResourceFault" }, refused("ValidationException"))).toBe(false);
		expect(holds({ kind: "fault", type: "UnknownResourceFault" }, answered({}))).toBe(false);
		expect(holds({ kind: "fault", type: "UnknownResourceFault" }, garbage)).toBe(false);
	});

	test("may be one of several, and may be asked for its message", () => {
		const rule: Rule = { kind: "fault", type: { $oneOf: ["A", "B"] }, message: { $matches: "domain" } };
		expect(holds(rule, refused("B", "Unknown domain"))).toBe(true);
		expect(holds(rule, refused("B", "Unknown type"))).toBe(false);
		expect(holds(rule, refused("B"))).toBe(false);
		expect(holds(rule, refused("C", "Unknown domain"))).toBe(false);
	});

	test("names both faults where another came", () => {
		expect(difference({ kind: "fault", type: "A" }, refused("B"))).toMatchObject({
			message: "expected the fault A, got B",
			expected: { fault: "A" },
			observed: { fault: "B" },
		});
	});
});

describe("readings", () => {
	const rule: Rule = {
		kind: "readings",
		readings: [
			{ name: "refused", rule: { kind: "fault", type: "A" }, ignoring: [] },
			{ name: "accepted", rule: { kind: "answer", pattern: {} }, ignoring: [] },
		],
	};

	test("hold when one of them does, and say which", () => {
		expect(evaluated(rule, refused("A"))).toMatchObject({ holds: true, reading: "refused" });
		expect(evaluated(rule, answered({}))).toMatchObject({ holds: true, reading: "accepted" });
	});

	test("do not hold when none does", () => {
		expect(difference(rule, refused("B"))).toEqual({
			message: "none of the readings was seen",
			expected: ["refused", "accepted"],
			observed: { fault: "B" },
		});
	});

	test("ignore events each for itself", () => {
		const only = { kind: "exactly", events: [{ type: "MarkerRecorded", attributes: {} }] } as const;
		const reading = (ignoring: readonly string[]): Rule => ({
			kind: "readings",
			readings: [{ name: "one", rule: only, ignoring }],
		});
		expect(holds(reading([]), history)).toBe(false);
		expect(holds(reading(["DecisionTaskScheduled"]), history)).toBe(true);
	});
});

describe("a rule about a history", () => {
	const marker: Rule = { kind: "exactly", events: [{ type: "MarkerRecorded", attributes: {}, as: "marker" }] };

	test("takes out what is ignored first, and binds what it names", () => {
		expect(holds(marker, history)).toBe(false);
		expect(evaluated(marker, history, ["DecisionTaskScheduled"])).toMatchObject({
			holds: true,
			bindings: { marker: { eventId: 2 } },
		});
	});

	test("tells all that was asked where it does not hold, with what names stand for and how far it came", () => {
		const rule: Rule = {
			kind: "inOrder",
			events: [
				{ type: "MarkerRecorded", attributes: {}, as: "marker" },
				{ type: "TimerStarted", attributes: { control: "$run.runId", startedEventId: "$marker.eventId" }, as: "timer" },
				{ type: "TimerFired", attributes: { startedEventId: "$timer.eventId", timerId: { $any: true } } },
			],
		};
		const found = evaluated(rule, history, ["DecisionTaskScheduled"]);
		expect("holds" in found && !found.holds ? found.difference.history : undefined).toEqual({
			relation: "inOrder",
			events: [
				{ eventType: "MarkerRecorded", met: 0 },
				{ eventType: "TimerStarted", attributes: { control: "r", startedEventId: 2 } },
				{ eventType: "TimerFired", attributes: { startedEventId: "$timer.eventId", timerId: { $any: true } } },
			],
			ignoring: ["DecisionTaskScheduled"],
		});
	});

	test("compares the list of events as such", () => {
		expect(holds({ kind: "events", pattern: { $size: 2 } }, history)).toBe(true);
		expect(holds({ kind: "events", pattern: { $size: 3 } }, history)).toBe(false);
		expect(holds({ kind: "events", pattern: { $size: 1 } }, history, ["MarkerRecorded"])).toBe(true);
	});

	test("does not hold of what is no history", () => {
		expect(difference(marker, refused("A"))?.message).toBe("expected a history, got the fault A");
		expect(difference({ kind: "events", pattern: [] }, refused("A"))?.message).toBe("expected a history, got the fault A");
	});

	test("is not judged, least of all by finding nothing, where it refers to what was not bound", () => {
		const excludes: Rule = { kind: "excludes", events: [{ type: "MarkerRecorded", attributes: { eventId: "$gone.eventId" } }] };
		expect(holds(excludes, history)).toBe("unbound gone");
	});
});

describe("response", () => {
	const response = { status: 400, headers: { "content-type": "a/b" }, body: '{"__type":"x#Y"}' };
	const seen: Seen = { ...refused("Y"), response };

	test("holds of status, headers, body and JSON that match, and looks at nothing else", () => {
		expect(holds({ kind: "response" }, seen)).toBe(true);
		expect(holds({ kind: "response", status: 400, headers: { "content-type": "a/b", gone: { $absent: true } } }, seen)).toBe(
			true,
		);
		expect(holds({ kind: "response", body: response.body, json: { __type: { $matches: "#Y$" } } }, seen)).toBe(true);
	});

	test.each<[string, Rule, string]>([
		["status", { kind: "response", status: 200 }, "status"],
		["a header", { kind: "response", headers: { "content-type": "c/d" } }, "headers.content-type"],
		["the body", { kind: "response", body: "" }, "body"],
		["the JSON", { kind: "response", json: { message: "m" } }, "json.message"],
	])("tells that %s differs", (_, rule, at) => {
		expect(difference(rule, seen)).toMatchObject({ at, message: `the response differs at ${at}` });
	});

	test("reads an empty body as an empty object", () => {
		const empty: Seen = { ...answered({}), response: { ...response, body: "" } };
		expect(holds({ kind: "response", body: "", json: { __type: { $absent: true } } }, empty)).toBe(true);
	});

	test.each([
		["no JSON", "{", "the body is no JSON"],
		["too deep to be walked through", "[".repeat(100_000) + "]".repeat(100_000), "the body is nested too deep"],
	])("does not hold of a body that is %s, where JSON is spoken of", (_, body, message) => {
		expect(difference({ kind: "response", json: {} }, { ...garbage, response: { ...response, body } })?.message).toBe(message);
	});

	test("does not hold where there was no response", () => {
		const cut: Seen = { outcome: { kind: "transport", problem: "ECONNRESET" } };
		expect(difference({ kind: "response", status: 200 }, cut)?.message).toBe("expected a response, got ECONNRESET");
	});
});

describe("what a step saw", () => {
	const page = (...numbers: readonly number[]): Seen => ({
		outcome: { kind: "answer", output: { events: numbers.map((eventId) => ({ eventId, eventType: "MarkerRecorded" })) } },
	});
	const numbersOf = (seen: Seen | undefined) => seen?.events?.map(({ eventId }) => eventId);

	test("is its last answer, with the events of all pages", () => {
		expect(numbersOf(seenBy([page(1, 2), page(3)], true))).toEqual([1, 2, 3]);
		expect(seenBy([page(1)], false)).toEqual(page(1));
		expect(seenBy([], true)).toBeUndefined();
	});

	test("is ascending, also where it was asked for in reverse", () => {
		expect(numbersOf(seenBy([page(3, 2), page(1)], true))).toEqual([1, 2, 3]);
	});

	test("is no history where a page was refused", () => {
		const refusal: Seen = { outcome: { kind: "fault", type: "A" } };
		expect(seenBy([page(1), refusal], true)).toEqual(refusal);
	});

	test.each<Json>([null, "x", 5, {}, [null, 5, "x", []]])("is a list whatever a target sends for events: %j", (events) => {
		expect(Array.isArray(eventsIn([{ events }]))).toBe(true);
	});
});
