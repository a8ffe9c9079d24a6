import type { Found } from "./found.ts";

const permission = "permission ";

/** A line for each thing, permissions of one kind together. */
export function renderFound(results: readonly Found[]): string {
	const plain = results.filter(({ what }) => !what.startsWith(permission));
	const together = new Map<string, readonly Found[]>();
	for (const each of results.filter(({ what }) => what.startsWith(permission))) {
		const key = `${each.standing} ${each.says}`;
		together.set(key, [...(together.get(key) ?? []), each]);
	}
	const permissions = [...together.values()].flatMap((group): readonly Found[] => {
		const [first] = group;
		if (first === undefined) return [];
		const names = group.map(({ what }) => what.slice(permission.length));
		const who = first.standing === "fine" ? `${group.length} actions` : names.join(", ");
		return [{ ...first, what: "permissions", says: `${first.says}: ${who}` }];
	});
	return [...plain, ...permissions]
		.map(({ standing, what, says }) => `${standing.padEnd(8)} ${what.padEnd(15)} ${says}\n`)
		.join("");
}
