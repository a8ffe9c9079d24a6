import { bareCode } from "../../clients/read-outcome.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import { type Rule, shown } from "./rule.ts";
import { seenType } from "./seen-type.ts";

/** Clients cut the namespace off. */
export const faultTypesHaveTheirNamespace: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "reply",
	find: (reply) => {
		const type = faultTypeOf(reply);
		const expected = type === undefined ? undefined : seenType(bareCode(type));
		return type === undefined || expected === undefined || type === expected
			? undefined
			: { at: "__type", message: "the fault's type has another namespace, or none", expected, observed: shown(type) };
	},
};
