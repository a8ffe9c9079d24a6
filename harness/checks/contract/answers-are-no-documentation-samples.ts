import { type Rule, shown } from "./rule.ts";

/** `{"success": true, "data": …}` is what a documentation site shows where it has no answer to show; a server made from it answers so. */
export const answersAreNoDocumentationSamples: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: ({ kind, body }) =>
		kind !== "sample"
			? undefined
			: {
					at: "body",
					message: 'the answer is the filler of a documentation site ({"success", "data"}), which is not SWF',
					expected: "an answer or a fault of SWF",
					observed: shown(body),
				},
};
