import { diffArrays } from "diff";
import type { Finding, HistoryExpectation } from "../../report.ts";

/** A finding about a history, with all that was expected of it. */
export type HistoryFinding = Pick<Finding, "at"> & { readonly history: HistoryExpectation };

/** An expected event beside an event of the history. */
export interface Pair {
	readonly kind: "met" | "alike" | "differs" | "excluded";
	/** Position among the expected events. */
	readonly expected: number;
	/** Position among the events that were compared. */
	readonly place: number;
}

/** Where each expected event has its place in a history. */
export interface Places {
	readonly pairs: readonly Pair[];
	/** Expected events that are not there, and before which place they belong. */
	readonly missing: readonly { readonly expected: number; readonly before: number }[];
}

const mostCompared = 1_000;
const mostEdits = 200;

/**
 * Finds a place in a history for each event that was expected of it. What the check found to be met, and the first difference, are as it says;
 * behind that nothing was compared, so the rest is placed by its types.
 *
 * @param types of the events that were compared
 */
export function placeExpected({ at, history: { relation, events } }: HistoryFinding, types: readonly string[]): Places {
	const found = /^events\.(\d+)(?:\.(.+))?$/.exec(at ?? "");
	const place = found === null ? types.length : Number(found[1]);
	if (relation === "excludes") {
		const expected = events.findIndex(({ eventType }) => eventType === types[place]);
		return { pairs: place < types.length ? [{ kind: "excluded", expected, place }] : [], missing: [] };
	}
	const met = events.flatMap(({ met: place }, expected): readonly Pair[] =>
		place !== undefined && place < types.length ? [{ kind: "met", expected, place }] : [],
	);
	const isMet = new Set(met.map(({ expected }) => expected));
	const [next, ...later] = [...events.keys()].filter((expected) => !isMet.has(expected));
	if (next === undefined) return { pairs: met, missing: [] };
	const isMember = found?.[2] !== undefined && found[2] !== "eventType" && place < types.length;
	const taken: readonly Pair[] = isMember ? [...met, { kind: "differs", expected: next, place }] : met;
	const rest = isMember ? later : [next, ...later];
	const typeOf = (expected: number): string => events[expected]?.eventType ?? "";
	const { pairs, missing } =
		relation === "contains" ? anywhere(rest, typeOf, types, taken) : behind(rest, typeOf, types, taken, relation);
	return { pairs: [...taken, ...pairs], missing };
}

type TypeOf = (expected: number) => string;

/** Each the first event of its type that is not taken. */
function anywhere(rest: readonly number[], typeOf: TypeOf, types: readonly string[], taken: readonly Pair[]): Places {
	const isTaken = new Set(taken.map(({ place }) => place));
	const free = new Map<string, number[]>();
	for (const [place, type] of types.entries()) {
		if (isTaken.has(place)) continue;
		const places = free.get(type) ?? [];
		places.push(place);
		free.set(type, places);
	}
	const pairs: Pair[] = [];
	const missing: number[] = [];
	for (const expected of rest) {
		const place = free.get(typeOf(expected))?.shift();
		if (place === undefined) missing.push(expected);
		else pairs.push({ kind: "alike", expected, place });
	}
	return { pairs, missing: missing.map((expected) => ({ expected, before: types.length })) };
}

/** In their order, behind all that is taken. */
function behind(
	rest: readonly number[],
	typeOf: TypeOf,
	types: readonly string[],
	taken: readonly Pair[],
	relation: HistoryExpectation["relation"],
): Places {
	const begin = relation === "endsWith" ? types.length - taken.length - rest.length : 0;
	const start = taken.reduce((last, { place }) => Math.max(last, place + 1), Math.max(0, begin));
	const theirs = types.slice(start);
	const pairs: Pair[] = [];
	const missing: { readonly expected: number; readonly before: number }[] = [];
	let [expected, place] = [0, start];
	for (const { gone, added, same } of blocksOf(rest.map(typeOf), theirs)) {
		// Where others may lie between, none is in the place of another.
		const beside = relation === "inOrder" ? 0 : Math.min(gone, added);
		for (let index = 0; index < gone; index += 1) {
			const one = rest[expected + index] ?? 0;
			if (index < beside) pairs.push({ kind: "differs", expected: one, place: place + index });
			else missing.push({ expected: one, before: relation === "inOrder" ? place : place + added });
		}
		for (let index = 0; index < same; index += 1)
			pairs.push({ kind: "alike", expected: rest[expected + gone + index] ?? 0, place: place + added + index });
		expected += gone + same;
		place += added + same;
	}
	return { pairs, missing };
}

/** Two lists as stretches in which they differ, each with the stretch behind it in which they do not. */
function blocksOf(expected: readonly string[], observed: readonly string[]): readonly Block[] {
	const changes =
		expected.length + observed.length > mostCompared
			? undefined
			: diffArrays([...expected], [...observed], { maxEditLength: mostEdits });
	if (changes === undefined) return [{ gone: expected.length, added: observed.length, same: 0 }];
	const blocks: Block[] = [];
	let block = { gone: 0, added: 0 };
	for (const { count, added, removed } of changes) {
		if (removed) block = { ...block, gone: block.gone + count };
		else if (added) block = { ...block, added: block.added + count };
		else {
			blocks.push({ ...block, same: count });
			block = { gone: 0, added: 0 };
		}
	}
	return [...blocks, { ...block, same: 0 }];
}

interface Block {
	readonly gone: number;
	readonly added: number;
	readonly same: number;
}
