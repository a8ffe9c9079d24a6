import { type Rule, shown } from "./rule.ts";

/** As seconds this lies in the year 5138; what is greater was meant as milliseconds. */
const unlikely = 100_000_000_000;

/** JSON numbers, whole, with a fraction or with an exponent; never a text. */
export const timestampsAreEpochSeconds: Rule = {
	level: "MUST",
	scope: "answer",
	of: "value",
	find: ({ shape: { type }, value }) =>
		type !== "timestamp" || value === null || (typeof value === "number" && value >= 0 && value < unlikely)
			? undefined
			: {
					message: typeof value === "number" ? "the time is not in seconds since 1970" : "the time is no number",
					expected: "seconds since 1970",
					observed: shown(value),
				},
};
