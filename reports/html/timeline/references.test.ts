import { expect, test } from "vitest";
import { referencesOf } from "./references.ts";

test("what ends with EventId refers to an event of the same history, in the order in which it is told", () => {
	expect(referencesOf({ startedEventId: 6, result: "9", scheduledEventId: 5, eventId: 7 })).toEqual([
		{ member: "startedEventId", eventId: 6 },
		{ member: "scheduledEventId", eventId: 5 },
	]);
});

test("0 refers to no event, nor does what cannot be the number of one", () => {
	const hostile = { a: 0, b: -1, c: 1.5, d: Number.NaN, e: 1e308, f: "5", g: null, h: [5], i: { eventId: 5 }, j: true };
	expect(referencesOf(Object.fromEntries(Object.entries(hostile).map(([name, value]) => [`${name}EventId`, value])))).toEqual([]);
});

test.each(["parentInitiatedEventId", "externalInitiatedEventId"])("%s is of the history of another execution", (member) => {
	expect(referencesOf({ [member]: 5 })).toEqual([]);
});

test("of very many members few are followed", () => {
	const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`m${index}EventId`, index + 1]));
	expect(referencesOf(many)).toHaveLength(5);
});
