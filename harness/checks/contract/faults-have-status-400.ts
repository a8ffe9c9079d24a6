import { bareCode } from "../../clients/read-outcome.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import type { Rule } from "./rule.ts";
import { seenType } from "./seen-type.ts";

/** Of the faults whose status was seen; what is sent for a bad signature or an overlong request is not known. */
export const faultsHaveStatus400: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "reply",
	find: (reply) => {
		const type = faultTypeOf(reply);
		return type === undefined || reply.status === 400 || seenType(bareCode(type)) === undefined
			? undefined
			: { at: "status", message: "a fault has another status than 400", expected: 400, observed: reply.status };
	},
};
