import { bareCode } from "../../clients/read-outcome.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import { namespaceOf } from "./namespaces.ts";
import { type Rule, shown } from "./rule.ts";

/** Clients cut the namespace off. */
export const faultTypesHaveTheirNamespace: Rule = {
	level: "SHOULD",
	scope: "envelope",
	of: "reply",
	find: (reply) => {
		const type = faultTypeOf(reply);
		const namespace = type === undefined ? undefined : namespaceOf(bareCode(type));
		if (type === undefined || namespace === undefined || type === `${namespace}#${bareCode(type)}`) return undefined;
		return {
			at: "__type",
			message: "the fault's type has another namespace, or none",
			expected: `${namespace}#${bareCode(type)}`,
			observed: shown(type),
		};
	},
};
