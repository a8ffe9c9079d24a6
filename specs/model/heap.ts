/**
 * A persistent pairing heap: adding an item costs the same however many there are, taking the first the logarithm of it over the
 * course of many, and earlier versions stay intact.
 */
export type Heap<Item> = HeapNode<Item> | undefined;

interface HeapNode<Item> {
	readonly item: Item;
	/** The first of the heaps below, whose first items come after this one. */
	readonly below: Heap<Item>;
	/** The next of the heaps that lie beside this one, below another; nothing at the top. */
	readonly beside: Heap<Item>;
}

/** Negative when the first item comes before the second. */
export type Compare<Item> = (one: Item, other: Item) => number;

/** The heap with one more item. */
export const withItem = <Item>(heap: Heap<Item>, item: Item, compare: Compare<Item>): Heap<Item> =>
	merge(heap, { item, below: undefined, beside: undefined }, compare);

/** The heap without its first item: the heaps below it are merged in pairs, then the pairs from the last to the first. */
export function withoutFirst<Item>({ below }: HeapNode<Item>, compare: Compare<Item>): Heap<Item> {
	if (below?.beside === undefined) return below;
	let pairs: Heap<Item>;
	for (let one: Heap<Item> = below; one !== undefined; one = one.beside?.beside) {
		const pair: HeapNode<Item> = one.beside === undefined ? one : merge(one, one.beside, compare);
		pairs = { item: pair.item, below: pair.below, beside: pairs };
	}
	let merged: Heap<Item>;
	for (let pair = pairs; pair !== undefined; pair = pair.beside) merged = merge(merged, pair, compare);
	return merged;
}

/** All items, in no order. */
export function* itemsOf<Item>(heap: Heap<Item>): Generator<Item> {
	const left = [heap];
	while (left.length > 0) {
		const node = left.pop();
		if (node === undefined) continue;
		yield node.item;
		left.push(node.beside, node.below);
	}
}

function merge<Item>(one: Heap<Item>, other: HeapNode<Item>, compare: Compare<Item>): HeapNode<Item> {
	if (one === undefined) return { item: other.item, below: other.below, beside: undefined };
	const [first, second] = compare(other.item, one.item) < 0 ? [other, one] : [one, other];
	const below = { item: second.item, below: second.below, beside: first.below };
	return { item: first.item, below, beside: undefined };
}
