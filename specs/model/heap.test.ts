import fc from "fast-check";
import { expect, test } from "vitest";
import { type Heap, itemsOf, withItem, withoutFirst } from "./heap.ts";

const ascending = (one: number, other: number) => one - other;
const heapOf = (items: readonly number[]): Heap<number> =>
	items.reduce<Heap<number>>((heap, item) => withItem(heap, item, ascending), undefined);

function drained(start: Heap<number>): number[] {
	const taken: number[] = [];
	for (let heap = start; heap !== undefined; heap = withoutFirst(heap, ascending)) taken.push(heap.item);
	return taken;
}

test("items come out in order, however they went in", () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), (items) => {
			expect(drained(heapOf(items))).toEqual([...items].sort(ascending));
			expect([...itemsOf(heapOf(items))].sort(ascending)).toEqual([...items].sort(ascending));
		}),
	);
});

test("a heap stays as it is when another is made of it", () => {
	const heap = heapOf([2, 1]);
	withItem(heap, 0, ascending);
	expect(drained(heap)).toEqual([1, 2]);
	expect(drained(heap)).toEqual([1, 2]);
});

test("a hundred thousand items in order do not end up below one another", () => {
	const items = Array.from({ length: 100_000 }, (_, index) => index);
	expect(drained(heapOf(items))).toEqual(items);
	expect(drained(heapOf(items.toReversed()))).toEqual(items);
});
