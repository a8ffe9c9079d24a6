import { isJsonObject } from "../../../specs/wire/json.ts";
import { type Rule, shown } from "./rule.ts";

/** A fault may come without a message, and the service's frameworks spell it in both ways. */
export const faultMessagesAreTexts: Rule = {
	level: "MUST",
	scope: "answer",
	of: "reply",
	find: ({ kind, json }) => {
		if (kind !== "fault" || !isJsonObject(json)) return undefined;
		const wrong = ["message", "Message"].find((name) => Object.hasOwn(json, name) && typeof json[name] !== "string");
		return wrong === undefined
			? undefined
			: { at: wrong, message: "the fault's message is no text", expected: "a text", observed: shown(json[wrong]) };
	},
};
