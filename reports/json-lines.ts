import type { Json } from "./report.ts";
import { visibleLine } from "./visible.ts";

const deepest = 40;
const plainName = /^[A-Za-z_$][\w$]*$/;

/**
 * A value as lines to be read and compared: one member or item a line, members by name, no commas, so that two values differ on the
 * lines of the members that differ. The members of an object stand at the margin.
 */
export const jsonLines = (value: Json): readonly string[] =>
	isMembers(value) && Object.keys(value).length > 0 ? memberLines(value, "", 0) : linesOf("", value, "", 0);

function linesOf(label: string, value: Json, indent: string, depth: number): readonly string[] {
	if (typeof value !== "object" || value === null) return [`${indent}${label}${visibleLine(JSON.stringify(value))}`];
	const [open, close] = isMembers(value) ? ["{", "}"] : ["[", "]"];
	if (Object.keys(value).length === 0) return [`${indent}${label}${open}${close}`];
	if (depth === deepest) return [`${indent}${label}${open} … ${close}`];
	const inner = isMembers(value)
		? memberLines(value, `${indent}  `, depth + 1)
		: value.flatMap((item) => linesOf("", item, `${indent}  `, depth + 1));
	return [`${indent}${label}${open}`, ...inner, `${indent}${close}`];
}

const memberLines = (members: { readonly [member: string]: Json }, indent: string, depth: number): readonly string[] =>
	Object.entries(members)
		.sort(([left], [right]) => (left < right ? -1 : 1))
		.flatMap(([name, value]) => linesOf(`${spelt(name)}: `, value, indent, depth));

const spelt = (name: string): string => (plainName.test(name) ? name : visibleLine(JSON.stringify(name)));

const isMembers = (value: Json): value is { readonly [member: string]: Json } =>
	typeof value === "object" && value !== null && !Array.isArray(value);
