import { type Rule, shown } from "./rule.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const requestIdsAreUuids: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "reply",
	find: ({ headers }) => {
		const id = headers["x-amzn-requestid"] ?? "";
		return id === "" || uuid.test(id)
			? undefined
			: {
					at: "headers.x-amzn-requestid",
					message: "the request id is no UUID in lower case",
					expected: "a UUID",
					observed: shown(id),
				};
	},
};
