import type { Rule } from "./rule.ts";

/** Clients drop nulls. */
export const absentMembersAreLeftOut: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "value",
	find: ({ value, path }) =>
		value === null && typeof path?.key === "string"
			? { message: "an absent member is written as null", expected: "no such member", observed: null }
			: undefined,
};
