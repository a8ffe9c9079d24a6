import { type Rule, shown } from "./rule.ts";

/** No SDK looks at it, and the answer has the media type of the request: the API model's, or the older one of the developer guide. */
export const contentTypesAnswerInKind: Rule = {
	level: "MUST",
	scope: "envelope",
	of: "reply",
	find: ({ headers, requestHeaders }) => {
		const expected = essence(requestHeaders["content-type"]);
		const found = headers["content-type"];
		return essence(found) === expected
			? undefined
			: {
					at: "headers.content-type",
					message: "the response has another content type than the request",
					expected,
					observed: shown(found),
				};
	},
};

const essence = (contentType = ""): string => (contentType.split(";")[0] ?? "").trim().toLowerCase();
