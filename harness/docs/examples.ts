import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { parse, stringify } from "yaml";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { scenarioFiles } from "../scenario/load-scenarios.ts";

/** What a key stands in; the same key means other things elsewhere. */
export type Place =
	| "file"
	| "given"
	| "fixture"
	| "cases"
	| "step"
	| "sign"
	| "decision"
	| "expectation"
	| "response"
	| "event"
	| "matcher";

/** A key as a scenario has it: on one line, and the file, by its path from the root. */
export interface Example {
	readonly text: string;
	readonly file: string;
}

export type Examples = (place: Place, key: string) => Example | undefined;

type Found = readonly [place: Place, key: string, value: Json];

const objects = (value: Json | undefined): readonly JsonObject[] =>
	[value ?? []].flat().filter((item): item is JsonObject => isJsonObject(item));
const members = (place: Place, value: Json | undefined): readonly Found[] =>
	objects(value).flatMap((object) => Object.entries(object).map(([key, of]): Found => [place, key, of]));

/** Types that stand alone in a list, and types with what is said of them. */
const typesIn = (place: Place, value: Json | undefined): readonly Found[] => [
	...members(place, value),
	...[value ?? []].flat().flatMap((item): readonly Found[] => (typeof item === "string" ? [[place, item, null]] : [])),
];

function inExpectation(expectation: JsonObject): readonly Found[] {
	const { response, readings, ...relations } = expectation;
	return [
		...members("expectation", expectation),
		...members("response", response),
		...Object.values(relations).flatMap((events) => typesIn("event", events)),
		...objects(readings).flatMap((by) => Object.values(by).flatMap(objects).flatMap(inExpectation)),
	];
}

function inStep(step: JsonObject): readonly Found[] {
	const branches = Array.isArray(step["together"]) ? step["together"].flat() : [];
	return [
		...members("step", step),
		...typesIn("decision", step["decisions"]),
		...members("sign", step["sign"]),
		...objects(step["expect"]).flatMap(inExpectation),
		...objects(branches).flatMap(inStep),
	];
}

/** Matchers and placeholders, wherever they stand. */
function inValue(value: Json): readonly Found[] {
	if (Array.isArray(value)) return value.flatMap(inValue);
	if (!isJsonObject(value)) return [];
	const entries = Object.entries(value);
	const own = entries.filter(([key]) => key.startsWith("$")).map(([key]): Found => ["matcher", key, value]);
	return [...own, ...entries.flatMap(([, of]) => inValue(of))];
}

function inFile(scenario: JsonObject): readonly Found[] {
	const kinds = objects(scenario["given"]).flatMap((given) => Object.values(given));
	const made = objects(scenario["cases"]).filter((cases) => "$vary" in cases);
	return [
		...members("file", scenario),
		...members("given", scenario["given"]),
		...kinds.flatMap(objects).flatMap((fixtures) => members("fixture", Object.values(fixtures))),
		...members("cases", made),
		...objects(scenario["steps"]).flatMap(inStep),
		...inValue(scenario["steps"] ?? null),
	];
}

const flow = (value: Json): string => stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();

function shown([place, key, value]: Found): string {
	if (place === "matcher") return flow(value);
	if (value === null) return key;
	return `${key}: ${flow(value)}`;
}

/** Of each key in each place the shortest example that there is, with a value that says something where one has. */
export async function findExamples(root: string): Promise<Examples> {
	const best = new Map<string, Example>();
	const rank = ({ text }: Example): number => text.length + (/^\w+(: \{\})?$/.test(text) ? 10_000 : 0);
	for (const path of await scenarioFiles(root)) {
		const file = relative(root, path).split(sep).join("/");
		for (const found of inFile(parse(await readFile(path, "utf8")))) {
			const example = { text: shown(found), file };
			const name = `${found[0]} ${found[1]}`;
			const before = best.get(name);
			if (!example.text.includes("\n") && (before === undefined || rank(example) < rank(before))) best.set(name, example);
		}
	}
	return (place, key) => best.get(`${place} ${key}`);
}
