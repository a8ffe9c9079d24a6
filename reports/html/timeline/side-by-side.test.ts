import { expect, test } from "vitest";
import type { ExpectedEvent, HistoryRelation } from "../../report.ts";
import type { HistoryEvent } from "./histories.ts";
import { observedRows, sideBySide } from "./side-by-side.ts";

/** Events of types that have one letter for a name. */
const observed = (types: string): readonly HistoryEvent[] =>
	[...types].map((eventType, index) => ({ eventType, eventId: index + 1, attributes: {} }));
const expected = (types: string, met: readonly number[]): readonly ExpectedEvent[] =>
	[...types].map((eventType, index) => ({ eventType, ...(met[index] === undefined ? {} : { met: met[index] }) }));

interface Given {
	readonly relation: HistoryRelation;
	readonly asked: string;
	readonly there: string;
	readonly at: string;
	readonly met?: readonly number[];
	readonly ignoring?: readonly string[];
	readonly isCut?: boolean;
}

/** Rows such as `A=A`, one for each. */
const rows = ({ relation, asked, there, at, met = [], ignoring, isCut = false }: Given): string =>
	sideBySide(observed(there), isCut, {
		at,
		history: { relation, events: expected(asked, met), ...(ignoring === undefined ? {} : { ignoring }) },
	})
		.map((row) => `${row.expected?.eventType ?? "-"}${signs[row.kind]}${row.observed?.eventType ?? "-"}`)
		.join(" ");
const signs = { met: "=", alike: "~", differs: "#", missing: "?", unasked: "!", excluded: "x", free: "." } as const;

test("a history of which nothing was expected has a row for each event", () => {
	const events = observed("AB");
	expect(observedRows(events)).toEqual(events.map((observed) => ({ kind: "free", observed })));
});

test.each<[string, Given, string]>([
	[
		"an event that is missing",
		{ relation: "exactly", asked: "ABC", there: "AC", met: [0], at: "events.1.eventType" },
		"A=A B?- C~C",
	],
	["one too many", { relation: "exactly", asked: "AC", there: "ABC", met: [0], at: "events.1.eventType" }, "A=A -!B C~C"],
	["another one", { relation: "exactly", asked: "ABC", there: "AXC", met: [0], at: "events.1.eventType" }, "A=A B#X C~C"],
	["a member that differs", { relation: "exactly", asked: "AB", there: "AB", at: "events.0.reason" }, "A#A B~B"],
	["fewer others", { relation: "exactly", asked: "ABCD", there: "AXD", met: [0], at: "events.1.eventType" }, "A=A B#X C?- D~D"],
	[
		"what is said to be met by an event that is not there",
		{ relation: "exactly", asked: "AB", there: "A", met: [0, 9], at: "events.1" },
		"A=A B?-",
	],
	["more events", { relation: "exactly", asked: "A", there: "ABC", met: [0], at: "events.1" }, "A=A -!B -!C"],
	["fewer events", { relation: "exactly", asked: "ABC", there: "A", met: [0], at: "events.1" }, "A=A B?- C?-"],
	["no events", { relation: "exactly", asked: "A", there: "", at: "events.0" }, "A?-"],
	[
		"another beginning",
		{ relation: "startsWith", asked: "AB", there: "AXYB", met: [0], at: "events.1.eventType" },
		"A=A -!X -!Y B~B",
	],
	["another end", { relation: "endsWith", asked: "BC", there: "AABX", met: [2], at: "events.3.eventType" }, "-.A -.A B=B C#X"],
	["an end that is missing", { relation: "endsWith", asked: "BC", there: "AAB", at: "events.1.eventType" }, "-.A -.A B~B C?-"],
	["more than an end", { relation: "endsWith", asked: "ABC", there: "BC", at: "events.0.eventType" }, "A?- B~B C~C"],
	[
		"an end that is like what comes before",
		{ relation: "endsWith", asked: "CSD", there: "SDXSD", at: "events.2.eventType" },
		"-.S -.D C#X S~S D~D",
	],
	[
		"a beginning with more behind it",
		{ relation: "startsWith", asked: "AB", there: "AXBC", met: [0], at: "events.1.eventType" },
		"A=A -!X B~B -.C",
	],
	["more behind an end", { relation: "endsWith", asked: "BC", there: "ABCX", at: "events.2.eventType" }, "-.A B~B C~C -!X"],
	[
		"much of an end that is missing",
		{ relation: "endsWith", asked: "BCD", there: "AB", at: "events.0.eventType" },
		"-.A B~B C?- D?-",
	],
	[
		"an order that ends early",
		{ relation: "inOrder", asked: "ACD", there: "ABXD", met: [0], at: "events" },
		"A=A C?- -.B -.X D~D",
	],
	["the nearest of an order", { relation: "inOrder", asked: "AC", there: "ABC", met: [0], at: "events.2.cause" }, "A=A -.B C#C"],
	["what is not contained", { relation: "contains", asked: "CXA", there: "ABC", met: [2], at: "events" }, "A~A -.B C=C X?-"],
	["what is contained once only", { relation: "contains", asked: "AXA", there: "A", met: [0], at: "events" }, "A=A X?- A?-"],
	["the nearest of what is contained", { relation: "contains", asked: "BA", there: "ABB", at: "events.2.cause" }, "A~A -.B B#B"],
	["what is excluded", { relation: "excludes", asked: "XB", there: "ABC", at: "events.1" }, "-.A BxB -.C"],
])("%s", (_, given, expected) => {
	expect(rows(given)).toBe(expected);
});

test("what was ignored stands between, and positions are those without it", () => {
	const given = {
		relation: "exactly",
		asked: "ABC",
		there: "AiBiX",
		ignoring: ["i"],
		met: [0, 1],
		at: "events.2.eventType",
	} as const;
	expect(rows(given)).toBe("A=A -.i B=B -.i C#X");
});

test("what a history may go on with is not said to be missing where the report does not have its end", () => {
	expect(rows({ relation: "exactly", asked: "ABC", there: "A", met: [0], at: "events.2.eventType", isCut: true })).toBe("A=A");
});

test("long lists are laid side by side by position", () => {
	const given = { relation: "exactly", asked: "AB".repeat(600), there: "BA".repeat(600), at: "events.0.eventType" } as const;
	expect(rows(given).split(" ")).toEqual(Array.from({ length: 600 }, () => ["A#B", "B#A"]).flat());
});
