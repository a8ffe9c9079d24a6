import { diffArrays } from "diff";
import { bracketsOf, isMembers, jsonLines, labelOf, type Members, memberOf, namesOf } from "./json-lines.ts";
import type { Json } from "./report.ts";

/** A whole line of what was expected beside a whole line of what was observed; one of them may be missing. */
export interface LinePair {
	readonly expected?: string;
	readonly observed?: string;
}

const deepest = 40;
const mostItemsCompared = 2_000;
const mostEdits = 500;

/**
 * Lines up two values: members by their names, items of lists so that those which are equal meet. The members of an object stand at
 * the margin. A value that is not stated gives no lines.
 */
export function alignedLines(expected: Json | undefined, observed: Json | undefined): readonly LinePair[] {
	if (!isMembers(expected) && !isMembers(observed)) return valuePairs("", expected, observed, "");
	if (!isMembers(expected) || !isMembers(observed)) return zipped(atMargin(expected), atMargin(observed));
	const pairs = memberPairs(expected, observed, "");
	return pairs.length > 0 ? pairs : valuePairs("", expected, observed, "");
}

const atMargin = (value: Json | undefined): readonly string[] =>
	isMembers(value) && Object.keys(value).length > 0
		? namesOf(value).flatMap((name) => stated(labelOf(name), memberOf(value, name), ""))
		: stated("", value, "");

function valuePairs(label: string, expected: Json | undefined, observed: Json | undefined, indent: string): readonly LinePair[] {
	const inside = `${indent}  `;
	if (indent.length < 2 * deepest) {
		if (isMembers(expected) && isMembers(observed))
			return bracketed(label, observed, memberPairs(expected, observed, inside), indent);
		if (Array.isArray(expected) && Array.isArray(observed))
			return bracketed(label, observed, itemPairs(expected, observed, inside), indent);
	}
	return zipped(stated(label, expected, indent), stated(label, observed, indent));
}

function bracketed(label: string, value: object, inner: readonly LinePair[], indent: string): readonly LinePair[] {
	const [open, close] = bracketsOf(value);
	const both = (line: string): LinePair => ({ expected: line, observed: line });
	return inner.length === 0
		? [both(`${indent}${label}${open}${close}`)]
		: [both(`${indent}${label}${open}`), ...inner, both(`${indent}${close}`)];
}

/** Members that both have come first; the others have no counterpart and are shown beside one another. */
function memberPairs(expected: Members, observed: Members, indent: string): readonly LinePair[] {
	const names = namesOf(expected, observed);
	const isShared = (name: string): boolean => Object.hasOwn(expected, name) && Object.hasOwn(observed, name);
	const only = (value: Members): readonly string[] =>
		names.filter((name) => !isShared(name)).flatMap((name) => stated(labelOf(name), memberOf(value, name), indent));
	return [
		...names
			.filter(isShared)
			.flatMap((name) => valuePairs(labelOf(name), memberOf(expected, name), memberOf(observed, name), indent)),
		...zipped(only(expected), only(observed)),
	];
}

function itemPairs(expected: readonly Json[], observed: readonly Json[], indent: string): readonly LinePair[] {
	return matched(expected, observed).flatMap(([left, right]) => valuePairs("", left, right, indent));
}

type ItemPair = readonly [expected: Json | undefined, observed: Json | undefined];

function matched(expected: readonly Json[], observed: readonly Json[]): readonly ItemPair[] {
	if (expected.length + observed.length > mostItemsCompared) return besideByPosition(expected, observed);
	const changes = diffArrays(expected.map(keyOf), observed.map(keyOf), { maxEditLength: mostEdits });
	if (changes === undefined) return besideByPosition(expected, observed);
	const pairs: ItemPair[] = [];
	const rest = { expected: [...expected], observed: [...observed] };
	let gone: readonly Json[] = [];
	for (const { count, added, removed } of changes) {
		if (removed) gone = rest.expected.splice(0, count);
		else {
			const isEqual = !added;
			const news = rest.observed.splice(0, count);
			pairs.push(...besideByPosition(gone, isEqual ? [] : news));
			if (isEqual) pairs.push(...besideByPosition(rest.expected.splice(0, count), news));
			gone = [];
		}
	}
	return [...pairs, ...besideByPosition(gone, [])];
}

const keyOf = (item: Json): string => jsonLines("", item, "").join("\n");

const besideByPosition = (expected: readonly Json[], observed: readonly Json[]): readonly ItemPair[] =>
	Array.from({ length: Math.max(expected.length, observed.length) }, (_, index) => [expected[index], observed[index]]);

const stated = (label: string, value: Json | undefined, indent: string): readonly string[] =>
	value === undefined ? [] : jsonLines(label, value, indent);

const zipped = (expected: readonly string[], observed: readonly string[]): readonly LinePair[] =>
	Array.from({ length: Math.max(expected.length, observed.length) }, (_, index) => {
		const [left, right] = [expected[index], observed[index]];
		return { ...(left !== undefined && { expected: left }), ...(right !== undefined && { observed: right }) };
	});
