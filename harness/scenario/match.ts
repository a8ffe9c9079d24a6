import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";

/** Where a value first differs from its pattern; undefined members are how absence is told. */
export interface Mismatch {
	/** The way to the member, as `executionInfo.closeStatus`; empty for the value itself. */
	readonly at: string;
	readonly expected: Json;
	readonly observed: Json | undefined;
}

/** The matchers by name, with what each takes: the vocabulary that `lint` knows. */
export const matcherNames = [
	"$absent",
	"$any",
	"$oneOf",
	"$not",
	"$matches",
	"$set",
	"$contains",
	"$size",
	"$greaterThan",
	"$atLeast",
	"$lessThan",
	"$atMost",
	"$about",
] as const;

/** Texts longer than this are never given to a regular expression: a target could send one that takes for ever. */
const longestSearchedText = 100_000;

/**
 * Compares a value with a pattern whose references are resolved.
 *
 * @returns the first mismatch in the order of the pattern, or undefined when the value matches
 */
export function mismatch(pattern: Json, value: Json | undefined, at = ""): Mismatch | undefined {
	const no: Mismatch = { at, expected: pattern, observed: value };
	if (Array.isArray(pattern)) {
		const items = pattern as readonly Json[];
		if (!Array.isArray(value) || value.length !== items.length) return no;
		return first(items, (item, index) => mismatch(item, (value as readonly Json[])[index], within(at, String(index))));
	}
	if (!isJsonObject(pattern)) return pattern === value ? undefined : no;
	const matcher = Object.keys(pattern).find((key) => key.startsWith("$") && key !== "$by");
	if (matcher !== undefined) return holds(matcher, pattern, value) ? undefined : no;
	if (!isJsonObject(value)) return no;
	return first(Object.entries(pattern), ([member, of]) => mismatch(of, own(value, member), within(at, member)));
}

const own = (value: JsonObject, member: string): Json | undefined => (Object.hasOwn(value, member) ? value[member] : undefined);

const within = (at: string, member: string) => (at === "" ? member : `${at}.${member}`);

function first<Item>(items: readonly Item[], find: (item: Item, index: number) => Mismatch | undefined): Mismatch | undefined {
	for (const [index, item] of items.entries()) {
		const found = find(item, index);
		if (found !== undefined) return found;
	}
	return undefined;
}

const matches = (pattern: Json, value: Json | undefined) => mismatch(pattern, value) === undefined;

function holds(matcher: string, pattern: JsonObject, value: Json | undefined): boolean {
	const operand = pattern[matcher] ?? null;
	switch (matcher) {
		case "$absent":
			return value === undefined;
		case "$any":
			return value !== undefined && isOfKind(operand, value);
		case "$oneOf":
			return list(operand).some((one) => matches(one, value));
		case "$not":
			return !matches(operand, value);
		case "$matches":
			return typeof value === "string" && value.length <= longestSearchedText && new RegExp(String(operand), "u").test(value);
		case "$set":
			return Array.isArray(value) && value.length === list(operand).length && assigns(list(operand), value);
		case "$contains":
			return Array.isArray(value) && assigns(list(operand), value);
		case "$size":
			return (Array.isArray(value) || typeof value === "string") && matches(operand, value.length);
		case "$greaterThan":
			return compares(value, operand, (a, b) => a > b);
		case "$atLeast":
			return compares(value, operand, (a, b) => a >= b);
		case "$lessThan":
			return compares(value, operand, (a, b) => a < b);
		case "$atMost":
			return compares(value, operand, (a, b) => a <= b);
		case "$about":
			return compares(value, operand, (a, b) => Math.abs(a - b) <= (numberOf(pattern["$by"] ?? 0) ?? 0));
		default:
			return false;
	}
}

function isOfKind(kind: Json, value: Json): boolean {
	switch (kind) {
		case "text":
			return typeof value === "string";
		case "number":
		case "boolean":
			return typeof value === kind;
		case "object":
			return isJsonObject(value);
		case "list":
			return Array.isArray(value);
		default:
			return true;
	}
}

const list = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);

/** Milliseconds are the finest that SWF tells; adding seconds to them must not fail by a rounding of binary fractions. */
const toMilliseconds = (seconds: number) => Math.round(seconds * 1000) / 1000;

function numberOf(value: Json | undefined): number | undefined {
	if (typeof value === "number") return value;
	if (!isJsonObject(value) || !Array.isArray(value["$plus"])) return undefined;
	const terms = (value["$plus"] as readonly Json[]).map(numberOf);
	return terms.some((term) => term === undefined)
		? undefined
		: toMilliseconds(terms.reduce<number>((sum, term) => sum + (term ?? 0), 0));
}

function compares(value: Json | undefined, operand: Json, holdsFor: (value: number, bound: number) => boolean): boolean {
	const bound = numberOf(operand);
	return typeof value === "number" && bound !== undefined && holdsFor(value, bound);
}

/**
 * Whether each pattern finds an item of its own. A pattern that finds its items taken asks their owners to move on (augmenting paths), which
 * ends soon however many there are: a target decides how long its lists get.
 */
function assigns(patterns: readonly Json[], items: readonly Json[]): boolean {
	const owners = new Map<number, Json>();
	const settle = (pattern: Json, asked: Set<number>): boolean => {
		for (const [index, item] of items.entries()) {
			if (asked.has(index) || !matches(pattern, item)) continue;
			asked.add(index);
			const owner = owners.get(index);
			if (owner !== undefined && !settle(owner, asked)) continue;
			owners.set(index, pattern);
			return true;
		}
		return false;
	};
	return patterns.every((pattern) => settle(pattern, new Set()));
}
