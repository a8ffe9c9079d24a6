import type { Shape } from "../../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../../specs/wire/json.ts";
import { type Rule, shown } from "./rule.ts";

const names = {
	string: "a text",
	integer: "a whole number",
	long: "a whole number",
	boolean: "true or false",
	list: "a list",
	structure: "an object",
} as const satisfies Record<Exclude<Shape["type"], "timestamp">, string>;

/** Durations, retention and priorities are texts, ids and counts are numbers. Times have a rule of their own. */
export const membersHaveTheirTypes: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape: { type }, value, path }) => {
		// A null that stands for an absent member is another matter; in a list it stands for nothing.
		if (type === "timestamp" || (value === null && typeof path?.key === "string") || isOf(type, value)) return undefined;
		return { message: `the value is not ${names[type]}`, expected: names[type], observed: shown(value) };
	},
};

function isOf(type: keyof typeof names, value: Json): boolean {
	switch (type) {
		case "string":
		case "boolean":
			return typeof value === type;
		case "integer":
		case "long":
			return Number.isSafeInteger(value);
		case "list":
			return Array.isArray(value);
		case "structure":
			return isJsonObject(value);
	}
}
