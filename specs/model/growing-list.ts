/**
 * A list that is never changed, only followed by longer ones. Those that grew out of one another share their items; only where two grow out of
 * one does the second get its own. A class because its versions share a secret.
 */
export class GrowingList<Item> implements Iterable<Item> {
	/** Its own items and, behind them, those of lists that grew out of it. */
	readonly #items: Item[];
	readonly size: number;

	private constructor(items: Item[], size: number) {
		this.#items = items;
		this.size = size;
	}

	/** A list of these items. */
	static of<Item>(...items: readonly Item[]): GrowingList<Item> {
		return new GrowingList([...items], items.length);
	}

	/** The item at a position, the first being 0. */
	get(index: number): Item | undefined {
		return index < this.size ? this.#items[index] : undefined;
	}

	last(): Item | undefined {
		return this.get(this.size - 1);
	}

	/** The list with one more item behind the others. */
	push(item: Item): GrowingList<Item> {
		const items = this.#items.length === this.size ? this.#items : this.toArray();
		items.push(item);
		return new GrowingList(items, items.length);
	}

	/** The items from one position to before another. */
	slice(start: number, end = this.size): Item[] {
		return this.#items.slice(start, Math.min(end, this.size));
	}

	toArray(): Item[] {
		return this.slice(0);
	}

	*[Symbol.iterator](): Iterator<Item> {
		for (let index = 0; index < this.size; index += 1) yield this.#items[index] as Item;
	}
}
