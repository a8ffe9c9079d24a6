// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how the language writes references inside of texts
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../specs/wire/json.ts";
import { type Environment, isMalformedReference, referencesIn, resolve, resolvePattern, wholeReference } from "./references.ts";

const environment: Environment = {
	uniqueSuffix: "-run1-0",
	bindings: {
		run: { workflowId: "w", runId: "r" },
		task: { events: [{ eventId: 1 }, { eventId: 2 }], startedEventId: 3 },
		nothing: null,
	},
};
const value = (template: Json): Json | undefined => {
	const found = resolve(template, environment);
	return "unbound" in found ? `unbound ${found.unbound}` : found.value;
};

describe("a reference", () => {
	test.each<[Json, Json]>([
		["$run", { workflowId: "w", runId: "r" }],
		["$run.workflowId", "w"],
		["$task.events.1.eventId", 2],
		["$task.startedEventId", 3],
		["$nothing", null],
		["$unique.child", "child-run1-0"],
		["id-${run.runId}-${task.startedEventId}", "id-r-3"],
		["${unique.child}", "child-run1-0"],
		["$$run", "$run"],
		["$$", "$"],
		["costs 5$", "costs 5$"],
		[{ a: ["$run.runId", 7, true, null] }, { a: ["r", 7, true, null] }],
	])("%j stands for %j", (template, expected) => {
		expect(value(template)).toEqual(expected);
	});

	test.each(["$nobody", "$run.nothing", "$run.workflowId.length", "$task.events.9", "$run.constructor", "$toString"])(
		"to nothing, %s, is told by its name",
		(template) => {
			expect(value([template])).toBe(`unbound ${template}`);
		},
	);

	test.each([
		["$", true],
		["$1", true],
		["$run.", true],
		["$run workflow", true],
		["$run", false],
		["$$run", false],
		["${run.runId} and more", false],
		["run", false],
	])("%j is malformed: %j", (text, malformed) => {
		expect(isMalformedReference(text)).toBe(malformed);
	});

	test("has a name and a way from there", () => {
		expect(wholeReference("$task.events.0.eventId")).toEqual({ name: "task", path: ["events", "0", "eventId"] });
		expect(wholeReference("$task!")).toBeUndefined();
	});

	test("is found wherever it stands", () => {
		expect(referencesIn({ a: ["$one.x", { b: "${two} ${three.y}" }], c: "$$four" }).map(({ name }) => name)).toEqual([
			"one",
			"two",
			"three",
		]);
	});
});

describe("a template", () => {
	test("without references and matchers is its own value", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => {
				const template = JSON.parse(JSON.stringify(json).replaceAll("$", "_")) as Json;
				expect(value(template)).toEqual(template);
			}),
		);
	});

	test("leaves out what is $absent, also from a list", () => {
		expect(value({ a: { $absent: true }, b: [{ $absent: true }, 1] })).toEqual({ b: [1] });
		expect(value({ $absent: true })).toBeUndefined();
	});

	test("writes out a long text", () => {
		expect(value({ $repeat: { text: "ab", times: 3 } })).toBe("ababab");
		expect(value({ $repeat: { text: "$run.runId", times: 2 } })).toBe("rr");
	});
});

describe("a pattern", () => {
	const pattern = (template: Json) => resolvePattern(template, environment);

	test("has its references replaced, in matchers too, and its matchers left alone", () => {
		expect(pattern({ a: { $oneOf: ["$run.runId", { $absent: true }] }, b: { $atLeast: "$task.startedEventId" } })).toEqual({
			value: { a: { $oneOf: ["r", { $absent: true }] }, b: { $atLeast: 3 } },
		});
	});

	test("keeps its regular expressions, in which $ is an end", () => {
		for (const expression of ["^a$|^${2}$", "$run.runId", "$$"])
			expect(pattern({ $matches: expression })).toEqual({ value: { $matches: expression } });
	});

	test("tells what it refers to in vain", () => {
		expect(pattern({ a: "$nobody.x" })).toEqual({ unbound: "$nobody.x" });
	});

	test("has long texts written out", () => {
		expect(pattern({ reason: { $repeat: { text: "x", times: 4 } } })).toEqual({ value: { reason: "xxxx" } });
	});
});
