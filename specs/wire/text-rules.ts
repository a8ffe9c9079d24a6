import { shapeTable } from "./shapes.ts";

/** Says what is wrong with a text, or nothing when it is right. */
export type TextRule = (text: string) => string | undefined;

/** The framework of the service puts it like this where a shape has a pattern; SWF's own words are not known. */
const matches = (pattern: string): TextRule => {
	const expression = new RegExp(pattern, "u");
	return (text) => (expression.test(text) ? undefined : `Member must satisfy regular expression pattern: ${pattern}`);
};

/** Rules that hold for a shape wherever it occurs. */
export const shapeTextRules: Readonly<Record<string, TextRule>> = Object.fromEntries(
	Object.entries(shapeTable).flatMap(([name, found]) => ("pattern" in found ? [[name, matches(found.pattern)]] : [])),
);

/**
 * Rules that hold for one member of one structure; a task list is judged by its name.
 *
 * The documents name exactly these places (for example
 * https://docs.aws.amazon.com/amazonswf/latest/apireference/API_StartWorkflowExecution.html); elsewhere a name of this kind
 * cannot exist, so the service answers that it is unknown.
 */
export const memberTextRules: Readonly<Record<string, TextRule>> = Object.fromEntries(
	Object.entries(shapeTable).flatMap(([name, found]) =>
		"patterns" in found ? Object.entries(found.patterns).map(([member, pattern]) => [`${name}.${member}`, matches(pattern)]) : [],
	),
);
