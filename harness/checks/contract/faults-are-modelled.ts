import { commonFaults, operationShape } from "../../../specs/wire/contract.ts";
import { bareCode } from "../../clients/read-outcome.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import type { Rule } from "./rule.ts";

/** Information: the live service is known to give faults that the operation does not model. */
export const faultsAreModelled: Rule = {
	level: "MAY",
	scope: "answer",
	of: "reply",
	find: (reply) => {
		const type = faultTypeOf(reply);
		if (type === undefined) return undefined;
		const known = [...operationShape(reply.operation).faults, ...commonFaults];
		return known.includes(bareCode(type))
			? undefined
			: { at: "__type", message: `${reply.operation} does not model this fault`, expected: known, observed: bareCode(type) };
	},
};
