import type { Json } from "./report.ts";
import { visibleLine } from "./visible.ts";

const deepest = 40;
const plainName = /^[A-Za-z_$][\w$]*$/;

/** A value with members, as opposed to a list or a single value. */
export type Members = { readonly [member: string]: Json };

/** A value as lines to be read: one member or item a line, members by name, no commas. */
export function jsonLines(label: string, value: Json, indent: string): readonly string[] {
	if (typeof value !== "object" || value === null) return [`${indent}${label}${visibleLine(JSON.stringify(value))}`];
	const [open, close] = bracketsOf(value);
	if (Object.keys(value).length === 0) return [`${indent}${label}${open}${close}`];
	if (indent.length >= 2 * deepest) return [`${indent}${label}${open} … ${close}`];
	return [`${indent}${label}${open}`, ...contentLines(value, `${indent}  `), `${indent}${close}`];
}

/** The brackets that a value stands in. */
export const bracketsOf = (value: object): readonly [open: string, close: string] =>
	Array.isArray(value) ? ["[", "]"] : ["{", "}"];

/** What precedes the value of a member; a name that is not a plain word is quoted. */
export const labelOf = (name: string): string => `${plainName.test(name) ? name : visibleLine(JSON.stringify(name))}: `;

/** Names of members in the order in which they are shown. */
export const namesOf = (...values: readonly Members[]): readonly string[] => [...new Set(values.flatMap(Object.keys))].sort();

/** The value of a member, and never what an object inherits. */
export const memberOf = (value: Members, name: string): Json | undefined =>
	Object.hasOwn(value, name) ? value[name] : undefined;

export const isMembers = (value: Json | undefined): value is Members =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const contentLines = (value: Members | readonly Json[], indent: string): readonly string[] =>
	isMembers(value)
		? namesOf(value).flatMap((name) => jsonLines(labelOf(name), value[name] ?? null, indent))
		: value.flatMap((item) => jsonLines("", item, indent));
