import { isJsonObject } from "../../../specs/wire/json.ts";
import { faultTypeOf } from "./fault-type-of.ts";
import { type Rule, shown } from "./rule.ts";

/** Clients fall back on other members and a header, each in an order of its own: only `__type` is read alike by all. */
export const faultsNameTheirType: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: (reply) =>
		reply.kind !== "fault" || !isJsonObject(reply.json) || faultTypeOf(reply) !== undefined
			? undefined
			: {
					at: "__type",
					message: "the fault does not say in __type which it is",
					expected: "a text",
					observed: shown(reply.json["__type"]),
				},
};
