import { bareCode } from "../../clients/read-outcome.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import { type Rule, shown } from "./rule.ts";

/** Older SDKs trust the header before the body and newer ones the body before the header; who disagrees with himself changes on upgrade. */
export const faultHeadersAgree: Rule = {
	level: "MAY",
	scope: "answer",
	of: "reply",
	find: (reply) => {
		const type = faultTypeOf(reply);
		const header = reply.headers["x-amzn-errortype"];
		return type === undefined || header === undefined || bareCode(header) === bareCode(type)
			? undefined
			: {
					at: "headers.x-amzn-errortype",
					message: "the header names another fault than the body",
					expected: bareCode(type),
					observed: shown(header),
				};
	},
};
