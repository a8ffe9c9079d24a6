import { sent, sentText } from "./sending.ts";
import { cellPattern, cellTextPattern, described, oneOfNames, type Properties, ref, textPattern } from "./vocabulary.ts";

/** The smallest parts of the language: names, texts, times, levels. */
export const wordDefinitions: Properties = {
	sent,
	sentText,
	cell: described("A value from the table of cases.", { type: "string", pattern: cellTextPattern }),
	hasCaseKey: { not: { type: "object", propertyNames: { not: { pattern: cellPattern } } } },
	text: { type: "string", minLength: 1, pattern: textPattern },
	name: described("A name for what this gives, so that $NAME stands for it in later steps.", {
		type: "string",
		pattern: `^[a-z][A-Za-z0-9]*$|${cellTextPattern}`,
		not: { enum: ["domains", "workflowTypes", "activityTypes", "unique", "case"] },
	}),
	seconds: {
		type: ["number", "string"],
		exclusiveMinimum: 0,
		maximum: 31_536_000,
		pattern: cellPattern,
	},
	within: described(
		"Seconds of patience on the wall clock: until the task arrives, 10 without it, or, for a call that only reads, until the expectations hold.",
		ref("seconds"),
	),
	level: oneOfNames(["MUST", "SHOULD", "MAY"]),
	clause: { type: "string", pattern: `^[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*$|${cellTextPattern}` },
};
