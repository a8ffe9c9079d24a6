/** A persistent leftist heap: adding and taking cost the logarithm of its size and leave earlier versions intact. */
export type Heap<Item> = HeapNode<Item> | undefined;

interface HeapNode<Item> {
	readonly item: Item;
	readonly rank: number;
	readonly left: Heap<Item>;
	readonly right: Heap<Item>;
}

/** Negative when the first item comes before the second. */
export type Compare<Item> = (one: Item, other: Item) => number;

/** The heap with one more item. */
export const withItem = <Item>(heap: Heap<Item>, item: Item, compare: Compare<Item>): Heap<Item> =>
	merge(heap, { item, rank: 1, left: undefined, right: undefined }, compare);

/** The heap without its first item. */
export const withoutFirst = <Item>(heap: HeapNode<Item>, compare: Compare<Item>): Heap<Item> =>
	merge(heap.left, heap.right, compare);

/** All items, in no order. */
export function* itemsOf<Item>(heap: Heap<Item>): Generator<Item> {
	const rest = [heap];
	while (rest.length > 0) {
		const node = rest.pop();
		if (node === undefined) continue;
		yield node.item;
		rest.push(node.left, node.right);
	}
}

const rankOf = <Item>(heap: Heap<Item>): number => heap?.rank ?? 0;

function merge<Item>(one: Heap<Item>, other: Heap<Item>, compare: Compare<Item>): Heap<Item> {
	if (one === undefined) return other;
	if (other === undefined) return one;
	const [first, second] = compare(other.item, one.item) < 0 ? [other, one] : [one, other];
	const right = merge(first.right, second, compare);
	const shallowRight = rankOf(first.left) >= rankOf(right);
	return {
		item: first.item,
		rank: Math.min(rankOf(first.left), rankOf(right)) + 1,
		left: shallowRight ? first.left : right,
		right: shallowRight ? right : first.left,
	};
}
