import type { Edit } from "./mutant.ts";

/** Lets drafts, called `given`, that fulfil a condition into closed histories, which the model keeps shut. */
export const intoClosed = (condition: string): Edit => ({
	file: "specs/model/append.ts",
	find: "!isOpen(before)",
	replace: `!isOpen(before) && !(${condition})`,
});
