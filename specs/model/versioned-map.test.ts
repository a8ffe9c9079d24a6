import fc from "fast-check";
import { expect, test } from "vitest";
import { VersionedMap } from "./versioned-map.ts";

const change = fc.record({ from: fc.nat(), key: fc.nat(4), value: fc.option(fc.nat(3), { nil: undefined }) });

test("each version keeps what it had, whichever others are made of it and in whatever order they are read", () => {
	fc.assert(
		fc.property(fc.array(change), fc.array(fc.nat()), (changes, readings) => {
			const versions = [{ map: new VersionedMap<number, number>(), model: new Map<number, number>() }];
			const at = (index: number) => versions[index % versions.length] ?? versions[0];
			for (const { from, key, value } of changes) {
				const before = at(from);
				if (before === undefined) continue;
				const model = new Map(before.model);
				if (value === undefined) model.delete(key);
				else model.set(key, value);
				versions.push({ map: value === undefined ? before.map.delete(key) : before.map.set(key, value), model });
			}
			for (const version of [...readings.map(at), ...versions]) {
				if (version === undefined) continue;
				const { map, model } = version;
				expect(map.size).toBe(model.size);
				expect([...map.keys()].sort()).toEqual([...model.keys()].sort());
				expect([...map.values()].sort()).toEqual([...model.values()].sort());
				for (const key of [0, 1, 2, 3, 4]) {
					expect(map.has(key)).toBe(model.has(key));
					expect(map.get(key, -1)).toBe(model.get(key) ?? -1);
				}
			}
		}),
	);
});

test("a change that changes nothing gives the same version", () => {
	const map = new VersionedMap<string, number>().set("a", 1);
	expect(map.set("a", 1)).toBe(map);
	expect(map.delete("b")).toBe(map);
});
