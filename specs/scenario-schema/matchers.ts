import {
	caseKeys,
	cellPattern,
	cellTextPattern,
	described,
	listOf,
	object,
	type Properties,
	ref,
	referencePattern,
	textPattern,
} from "./vocabulary.ts";

const bound = ref("bound");

/** What may stand in the place of a value: `$absent`, `$any` and the others. */
export const matcherDefinitions: Properties = {
	absent: described("Nothing: the member is not filled in and not sent, or must not be there.", {
		anyOf: [{ const: true }, ref("cell")],
	}),
	repeat: described(
		"A long text: this text, so many times.",
		object(
			{
				text: { type: "string", pattern: textPattern },
				times: { type: ["integer", "string"], minimum: 0, pattern: cellPattern },
			},
			{ required: ["text", "times"] },
		),
	),
	bound: described("A number, a reference to one, or { $plus: [N, N] }.", {
		type: ["number", "string", "object"],
		pattern: referencePattern,
		properties: { $plus: described("The sum of these numbers.", listOf(bound)) },
		required: ["$plus"],
		additionalProperties: false,
	}),
	matcher: described("A reference, or a matcher: it stands alone in its mapping.", {
		type: ["object", "string"],
		pattern: `${referencePattern}|${cellTextPattern}`,
		properties: {
			$absent: ref("absent"),
			$any: described("Anything that is there (true), or anything of this kind.", {
				anyOf: [{ enum: [true, "text", "number", "boolean", "object", "list"] }, ref("cell")],
			}),
			$matches: described("A text in which this ECMAScript regular expression finds a match.", { type: "string", minLength: 1 }),
			$size: described("A list or text whose length matches this pattern.", ref("expected.number")),
			$greaterThan: described("A number greater than this.", bound),
			$atLeast: described("A number not less than this.", bound),
			$lessThan: described("A number less than this.", bound),
			$atMost: described("A number not greater than this.", bound),
			$about: described("A number that differs from this by $by at most.", bound),
			$by: described("How far a number may be from $about.", bound),
			$repeat: ref("repeat"),
		},
		...caseKeys,
		minProperties: 1,
		if: { required: ["$by"] },
		// biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
		then: { required: ["$about"], maxProperties: 2 },
		else: { maxProperties: 1 },
		additionalProperties: false,
	}),
	anyMatcher: {
		anyOf: [
			ref("matcher"),
			object(
				{
					$oneOf: described("What one of these patterns matches.", listOf(ref("pattern"))),
					$not: described("What this pattern does not match.", ref("pattern")),
					$set: described("A list of just these items, in any order.", listOf(ref("pattern"))),
					$contains: described("A list that has each of these, each its own item.", listOf(ref("pattern"))),
				},
				{ minProperties: 1, maxProperties: 1 },
			),
		],
	},
	pattern: described("Any pattern: what to look for is not known beforehand.", {
		anyOf: [
			{ type: ["null", "boolean", "number"] },
			{ type: "string", pattern: textPattern },
			{ type: "array", items: ref("pattern") },
			{ type: "object", propertyNames: { pattern: `^(?!\\$)|${cellPattern}` }, additionalProperties: ref("pattern") },
			ref("anyMatcher"),
		],
	}),
};
