import type { Rule } from "./rule.ts";

/** Successes and faults alike. Clients only log it. */
export const responsesCarryARequestId: Rule = {
	level: "MUST",
	scope: "envelope",
	of: "reply",
	find: ({ headers }) =>
		(headers["x-amzn-requestid"] ?? "") === ""
			? {
					at: "headers.x-amzn-requestid",
					message: "the response carries no request id",
					expected: "a request id",
					observed: "nothing",
				}
			: undefined,
};
