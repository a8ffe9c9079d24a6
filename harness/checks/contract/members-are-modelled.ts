import { isJsonObject } from "../../../specs/wire/json.ts";
import { type Rule, shown } from "./rule.ts";

/** A target could send a million of them. */
const mostNames = 10;

/** Information: the service adds members over the years, and clients ignore those that they do not know. */
export const membersAreModelled: Rule = {
	level: "MAY",
	scope: "answer",
	of: "value",
	find: ({ shape, name, value }) => {
		if (shape.type !== "structure" || !isJsonObject(value)) return undefined;
		const names = Object.keys(value).filter((member) => !Object.hasOwn(shape.members, member));
		const [member] = names;
		return member === undefined
			? undefined
			: { message: `${name} does not model these members`, observed: names.slice(0, mostNames).map(shown) };
	},
};
