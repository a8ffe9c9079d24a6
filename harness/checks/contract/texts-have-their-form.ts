import type { ShapeName } from "../../../specs/wire/contract.ts";
import { isRedacted, type Rule, shown } from "./rule.ts";

/** Durations, retention, priorities and tags: what the API model says of them in prose and the contract document as a pattern. */
export const textsHaveTheirForm: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape, name, value }) => {
		if (shape.type !== "string" || shape.pattern === undefined || typeof value !== "string" || isRedacted(value))
			return undefined;
		return patternOf(name, shape.pattern).test(value)
			? undefined
			: { message: `the text has not the form of ${name}`, expected: shape.pattern, observed: shown(value) };
	},
};

const compiled = new Map<ShapeName, RegExp>();

function patternOf(name: ShapeName, pattern: string): RegExp {
	const found = compiled.get(name) ?? new RegExp(pattern, "u");
	compiled.set(name, found);
	return found;
}
