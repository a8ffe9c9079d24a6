import { isRedacted, type Rule, shown } from "./rule.ts";

export const enumsHaveModelledValues: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape, name, value }) =>
		shape.type !== "string" ||
		shape.values === undefined ||
		typeof value !== "string" ||
		shape.values.includes(value) ||
		isRedacted(value)
			? undefined
			: { message: `the value is none of ${name}`, expected: shape.values, observed: shown(value) },
};
