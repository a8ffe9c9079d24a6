import { type Located, type LocatedEntry, toJson } from "./located.ts";
import { didYouMean, type Position, type Problem } from "./problem.ts";

/** Reads located YAML and collects what is wrong with it, so that an author sees all problems at once. */
export interface Reader {
	readonly file: string;
	readonly problems: Problem[];
	refuse(at: Position, message: string): void;
	/** Refuses keys that are not among these, each with a suggestion. */
	onlyKeys(node: Located, keys: readonly string[], what: string): void;
	entries(node: Located, what: string): readonly LocatedEntry[];
	items(node: Located, what: string): readonly Located[];
	text(node: Located, what: string): string | undefined;
	seconds(node: Located, what: string): number | undefined;
	oneOf<Name extends string>(node: Located, names: readonly Name[], what: string): Name | undefined;
}

const kindOf = (node: Located): string => {
	if (node.kind === "map") return "a mapping";
	if (node.kind === "list") return "a list";
	return node.value === null ? "nothing" : JSON.stringify(toJson(node));
};

export function createReader(file: string): Reader {
	const problems: Problem[] = [];
	const refuse = (at: Position, message: string) => {
		const known = problems.some(
			(problem) => problem.message === message && problem.at.line === at.line && problem.at.column === at.column,
		);
		if (!known) problems.push({ file, at, message });
	};
	const expected = (node: Located, what: string, kind: string) => refuse(node.at, `${what} is ${kind}, not ${kindOf(node)}`);
	return {
		file,
		problems,
		refuse,
		onlyKeys(node, keys, what) {
			if (node.kind !== "map") return expected(node, what, "a mapping");
			for (const { key, keyAt } of node.entries) {
				if (!keys.includes(key))
					refuse(keyAt, `${what} has no key "${key}"; expected ${keys.join(", ")}.${didYouMean(key, keys)}`);
			}
		},
		entries(node, what) {
			if (node.kind === "map") return node.entries;
			expected(node, what, "a mapping");
			return [];
		},
		items(node, what) {
			if (node.kind === "list") return node.items;
			expected(node, what, "a list");
			return [];
		},
		text(node, what) {
			if (node.kind === "scalar" && typeof node.value === "string" && node.value !== "") return node.value;
			expected(node, what, "a text");
			return undefined;
		},
		seconds(node, what) {
			if (node.kind === "scalar" && typeof node.value === "number" && node.value > 0 && node.value <= 31_536_000)
				return node.value;
			expected(node, what, "a number of seconds, more than 0 and at most a year");
			return undefined;
		},
		oneOf(node, names, what) {
			const found = node.kind === "scalar" ? names.find((name) => name === node.value) : undefined;
			if (found === undefined) {
				const near = node.kind === "scalar" && typeof node.value === "string" ? didYouMean(node.value, names) : "";
				const known = names.length > 20 ? `one of the ${names.length} that there are` : `one of ${names.join(", ")}`;
				refuse(node.at, `${what} is ${known}, not ${kindOf(node)}.${near}`);
			}
			return found;
		},
	};
}
