import { isJsonObject } from "../../../specs/wire/json.ts";
import { type Rule, shown } from "./rule.ts";

/** A target could send a million of them. */
const mostNames = 20;

/** A null stands for an absent member. */
export const requiredMembersAreThere: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape, name, value }) => {
		if (shape.type !== "structure" || !isJsonObject(value)) return undefined;
		const missing = shape.required.filter((required) => (Object.hasOwn(value, required) ? value[required] : null) === null);
		const [member] = missing;
		return member === undefined
			? undefined
			: {
					member,
					message: `${name} lacks what is required of it`,
					expected: missing,
					observed: Object.keys(value).slice(0, mostNames).map(shown),
				};
	},
};
