import { shortened, visibleLine } from "../../reports/visible.ts";
import type { Json } from "../../specs/wire/json.ts";
import type { Recipe, Showing } from "./recipe.ts";

/** Lines for the head of a script: each is one line, whatever a target or a report put into it. */
export const headLines = ({ id, clauses, recorded, notes }: Recipe, usage: readonly string[]): readonly string[] =>
	[
		id,
		...clauses.flatMap(({ id: clause, level, standing, text, sources }) => [
			`${clause} (${level}, ${standing}): ${text.trim()}`,
			...sources.slice(0, 3).map((source) => `  ${source}`),
		]),
		`Recorded of ${recorded}.`,
		...notes,
		"",
		...usage,
	].map((line) => shortened(visibleLine(line.replace(/\s+/g, " ")), 500));

/** What was expected at a call, as lines that are all indented, so that none of them can be mistaken for the end of a text. */
export const showingLines = ({ step, level, clause, message, path, expected, recorded }: Showing): readonly string[] =>
	[
		shortened(visibleLine(`${level} ${clause}, ${stepText(step)}: ${message}`), 500),
		...(path.length === 0 ? [] : [`at        ${shortened(visibleLine(path.join(".")), 200)}`]),
		...(expected === undefined ? [] : [`expected  ${valueText(expected)}`]),
		...(recorded === undefined ? [] : [`recorded  ${valueText(recorded)}`]),
	].map((line) => `    ${line}`);

const valueText = (value: Json): string => shortened(visibleLine(JSON.stringify(value)), 2_000);

/** A step in a script's output. */
export const stepText = (step: string): string => shortened(visibleLine(/^\d/.test(step) ? `step ${step}` : step), 40);
