/** How a version differs from the one that was made of it. */
interface Difference<Key, Value> {
	readonly newer: VersionedMap<Key, Value>;
	readonly key: Key;
	readonly had: boolean;
	readonly value: Value | undefined;
}

/**
 * A map that is never changed, only followed by others, for a line of versions of which nearly always the newest is used: that one
 * is a plain `Map`, and an older one knows in what it differs from the next. Using an older one turns the line round, which takes as many
 * steps as lie between. A class because its versions share a secret.
 *
 * An old version that is kept keeps all that came after it.
 */
export class VersionedMap<Key, Value> {
	#store: Map<Key, Value> | Difference<Key, Value>;

	constructor(store: Map<Key, Value> = new Map()) {
		this.#store = store;
	}

	get size(): number {
		return this.#plain().size;
	}

	get(key: Key): Value | undefined;
	get(key: Key, otherwise: Value): Value;
	get(key: Key, otherwise?: Value): Value | undefined {
		return this.#plain().get(key) ?? otherwise;
	}

	has(key: Key): boolean {
		return this.#plain().has(key);
	}

	/** The keys at this moment. */
	keys(): readonly Key[] {
		return [...this.#plain().keys()];
	}

	/** The values at this moment. */
	values(): readonly Value[] {
		return [...this.#plain().values()];
	}

	/** The map with the value under the key. */
	set(key: Key, value: Value): VersionedMap<Key, Value> {
		const map = this.#plain();
		const before = map.get(key);
		if (before === value && map.has(key)) return this;
		const newer = this.#followed(map, key, before);
		map.set(key, value);
		return newer;
	}

	/** The map without the key. */
	delete(key: Key): VersionedMap<Key, Value> {
		const map = this.#plain();
		if (!map.has(key)) return this;
		const newer = this.#followed(map, key, map.get(key));
		map.delete(key);
		return newer;
	}

	#followed(map: Map<Key, Value>, key: Key, value: Value | undefined): VersionedMap<Key, Value> {
		const newer = new VersionedMap(map);
		this.#store = { newer, key, had: value !== undefined || map.has(key), value };
		return newer;
	}

	#plain(): Map<Key, Value> {
		return this.#store instanceof Map ? this.#store : this.#turnedRound();
	}

	/** Makes this version the plain one: from the plain one back to here, each gives the map to the one before. */
	#turnedRound(): Map<Key, Value> {
		const line: VersionedMap<Key, Value>[] = [];
		let version: VersionedMap<Key, Value> = this;
		let store = version.#store;
		while (!(store instanceof Map)) {
			line.push(version);
			version = store.newer;
			store = version.#store;
		}
		const map = store;
		for (const older of line.reverse()) {
			const difference = older.#store;
			if (difference instanceof Map) break;
			const { key, had, value } = difference;
			version.#store = { newer: older, key, had: map.has(key), value: map.get(key) };
			// A value that was there is of the type of values, even if that includes undefined.
			if (had) map.set(key, value as Value);
			else map.delete(key);
			older.#store = map;
			version = older;
		}
		return map;
	}
}
