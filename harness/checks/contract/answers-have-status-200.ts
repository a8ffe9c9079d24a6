import type { Rule } from "./rule.ts";

/** Clients take any 2xx for a success. */
export const answersHaveStatus200: Rule = {
	level: "MUST",
	scope: "envelope",
	of: "reply",
	find: ({ kind, status }) =>
		(kind === "answer" || kind === "void") && status !== 200
			? { at: "status", message: "a success has another status than 200", expected: 200, observed: status }
			: undefined,
};
