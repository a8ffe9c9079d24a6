import { eventAttributesMember, eventTypes } from "../../../specs/wire/contract.ts";
import { isJsonObject } from "../../../specs/wire/json.ts";
import type { Rule } from "./rule.ts";

/** Exactly one member of attributes, named after the type. */
export const eventsHaveTheAttributesOfTheirType: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ name, value }) => {
		if (name !== "HistoryEvent" || !isJsonObject(value)) return undefined;
		const type = value["eventType"];
		if (typeof type !== "string" || !eventTypes.includes(type)) return undefined;
		const expected = eventAttributesMember(type);
		const found = Object.keys(value).filter((member) => attributes.has(member) && value[member] !== null);
		return found.length === 1 && found[0] === expected
			? undefined
			: { message: "an event does not have just the attributes of its type", expected: [expected], observed: found };
	},
};

const attributes: ReadonlySet<string> = new Set(eventTypes.map(eventAttributesMember));
