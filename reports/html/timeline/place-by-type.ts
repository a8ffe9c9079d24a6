import { diffArrays } from "diff";

/** An expected event beside an event of the history of the same type, or of another that is in its place. */
export interface TypePair {
	readonly kind: "alike" | "differs";
	/** Position among the expected events. */
	readonly expected: number;
	/** Position among the events of the history. */
	readonly place: number;
}

/** Where events have their place by their types. */
export interface TypePlaces {
	readonly pairs: readonly TypePair[];
	/** Expected events that are not there, and before which place they belong. */
	readonly missing: readonly { readonly expected: number; readonly before: number }[];
}

const mostCompared = 1_000;
const mostEdits = 200;

/** Places each expected event at the first of its type that has not got one, in whatever order. */
export function placeAnywhere(expected: readonly string[], observed: readonly string[], taken: ReadonlySet<number>): TypePlaces {
	const free = new Map<string, number[]>();
	for (const [place, type] of observed.entries()) {
		if (taken.has(place)) continue;
		const places = free.get(type) ?? [];
		places.push(place);
		free.set(type, places);
	}
	const places = expected.map((type, index) => ({ expected: index, place: free.get(type)?.shift() }));
	return {
		pairs: places.flatMap(({ expected, place }) => (place === undefined ? [] : [{ kind: "alike", expected, place }])),
		missing: places.flatMap(({ expected, place }) => (place === undefined ? [{ expected, before: observed.length }] : [])),
	};
}

/**
 * Places expected events in their order.
 *
 * @param isBeside whether an event that was not expected stands in the place of one that is not there, and not just between others
 */
export function placeInOrder(expected: readonly string[], observed: readonly string[], isBeside: boolean): TypePlaces {
	const pairs: TypePair[] = [];
	const missing: { readonly expected: number; readonly before: number }[] = [];
	let [index, place] = [0, 0];
	for (const { gone, added, same } of blocksOf(expected, observed)) {
		const beside = isBeside ? Math.min(gone, added) : 0;
		for (let offset = 0; offset < gone; offset += 1)
			if (offset < beside) pairs.push({ kind: "differs", expected: index + offset, place: place + offset });
			else missing.push({ expected: index + offset, before: isBeside ? place + added : place });
		for (let offset = 0; offset < same; offset += 1)
			pairs.push({ kind: "alike", expected: index + gone + offset, place: place + added + offset });
		index += gone + same;
		place += added + same;
	}
	return { pairs, missing };
}

/** Places expected events in their order, as near to the end as they can be. */
export function placeAtEnd(expected: readonly string[], observed: readonly string[]): TypePlaces {
	const { pairs, missing } = placeInOrder(expected.toReversed(), observed.toReversed(), true);
	const mirrored = (index: number): number => expected.length - 1 - index;
	return {
		pairs: pairs.map((pair) => ({ ...pair, expected: mirrored(pair.expected), place: observed.length - 1 - pair.place })),
		missing: missing.map((each) => ({ expected: mirrored(each.expected), before: observed.length - each.before })).toReversed(),
	};
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
