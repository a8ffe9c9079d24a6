import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { InputError, type Position, type Problem } from "./problem.ts";

/** YAML with its places: what a message needs to point at a line. */
export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
	readonly kind: "map";
	readonly at: Position;
	readonly entries: readonly LocatedEntry[];
}

export interface LocatedEntry {
	readonly key: string;
	readonly keyAt: Position;
	readonly value: Located;
}

export interface LocatedList {
	readonly kind: "list";
	readonly at: Position;
	readonly items: readonly Located[];
}

export interface LocatedScalar {
	readonly kind: "scalar";
	readonly at: Position;
	readonly value: string | number | boolean | null;
}

/**
 * Reads one YAML 1.2 document. Throws an InputError for what is not YAML, and for what the languages of this kit leave out: aliases (they
 * make a small file large), tags, several documents, keys that are not text.
 */
export function readYaml(text: string, file: string): Located {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, stringKeys: false, uniqueKeys: true });
	const at = (offset: number | undefined): Position => {
		const { line, col } = lines.linePos(offset ?? 0);
		return { line: Math.max(line, 1), column: Math.max(col, 1) };
	};
	const problems: Problem[] = [...document.errors, ...document.warnings].map((error) => ({
		file,
		at: at(error.pos[0]),
		message: `not valid YAML here: ${firstLine(error.message)}`,
	}));
	if (problems.length > 0) throw new InputError(problems);
	const refuse = (offset: number | undefined, message: string): never => {
		throw new InputError([{ file, at: at(offset), message }]);
	};

	const locate = (node: unknown, fallback: number): Located => {
		if (isAlias(node)) return refuse(node.range?.[0], "YAML aliases are not part of the language; write the value out");
		if (isMap(node)) {
			const start = node.range?.[0] ?? fallback;
			return {
				kind: "map",
				at: at(start),
				entries: node.items.map(({ key, value }) => {
					if (!isScalar(key) || typeof key.value !== "string") {
						return refuse(isScalar(key) ? key.range?.[0] : start, "a key is a text; put it in quotes");
					}
					const keyStart = key.range?.[0] ?? start;
					return { key: key.value, keyAt: at(keyStart), value: locate(value, keyStart) };
				}),
			};
		}
		if (isSeq(node)) {
			const start = node.range?.[0] ?? fallback;
			return { kind: "list", at: at(start), items: node.items.map((item) => locate(item, start)) };
		}
		if (isScalar(node)) {
			const { value } = node;
			const start = node.range?.[0] ?? fallback;
			const isNumber = typeof value === "number" && Number.isFinite(value);
			if (value === null || typeof value === "string" || typeof value === "boolean" || isNumber) {
				return { kind: "scalar", at: at(start), value };
			}
			return refuse(start, "only texts, numbers, true, false and null are values here");
		}
		return { kind: "scalar", at: at(fallback), value: null };
	};
	return locate(document.contents, 0);
}

const firstLine = (text: string) => (text.split("\n")[0] ?? text).replace(/:$/, "");

/** The value without its places. */
export function toJson(node: Located): Json {
	switch (node.kind) {
		case "scalar":
			return node.value;
		case "list":
			return node.items.map(toJson);
		case "map":
			return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
	}
}

/** A value that was made, at the place that it was made from. */
export function placed(value: Json, at: Position): Located {
	if (Array.isArray(value)) return { kind: "list", at, items: (value as readonly Json[]).map((item) => placed(item, at)) };
	if (!isJsonObject(value)) return { kind: "scalar", at, value: value as string | number | boolean | null };
	return { kind: "map", at, entries: Object.entries(value).map(([key, of]) => ({ key, keyAt: at, value: placed(of, at) })) };
}

/** The entry of a map under this key, where it has one. */
export const entryOf = (node: Located, key: string): LocatedEntry | undefined =>
	node.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
