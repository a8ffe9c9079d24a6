import { type Rule, shown } from "./rule.ts";

/** Clients must take `{}` as well. */
export const voidAnswersAreEmpty: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "reply",
	find: ({ kind, body }) =>
		kind === "void" && body !== ""
			? { at: "body", message: "an operation without an answer is answered with a body", expected: "", observed: shown(body) }
			: undefined,
};
