import { isJsonObject } from "../../../specs/wire/json.ts";
import { type Rule, shown } from "./rule.ts";

/** A client reads a fault with a status of success as an answer, and a redirection as neither. */
export const statusesTellAnswersFromFaults: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: ({ kind, status, json }) => {
		if (kind === "other")
			return { at: "status", message: "the status says neither answer nor fault", expected: 200, observed: status };
		const type = isJsonObject(json) && (kind === "answer" || kind === "void") ? json["__type"] : undefined;
		if (type === undefined) return undefined;
		return { at: "__type", message: "a fault comes with a status of success", expected: "status 400", observed: shown(type) };
	},
};
