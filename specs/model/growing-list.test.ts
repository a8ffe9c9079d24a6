import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingList } from "./growing-list.ts";

test("each list keeps its items, whichever others grow out of it", () => {
	fc.assert(
		fc.property(fc.array(fc.record({ from: fc.nat(), item: fc.integer() })), (growth) => {
			const lists = [{ list: GrowingList.of<number>(), items: [] as readonly number[] }];
			for (const { from, item } of growth) {
				const before = lists[from % lists.length];
				if (before !== undefined) lists.push({ list: before.list.push(item), items: [...before.items, item] });
			}
			for (const { list, items } of lists) {
				expect([...list]).toEqual(items);
				expect(list.toArray()).toEqual(items);
				expect(list.size).toBe(items.length);
				expect(list.last()).toBe(items.at(-1));
				expect(list.get(items.length)).toBeUndefined();
				expect(list.slice(1, items.length + 1)).toEqual(items.slice(1));
				expect(list.slice(1, 3)).toEqual(items.slice(1, 3));
			}
		}),
	);
});
