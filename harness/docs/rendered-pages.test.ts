import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { packageRoot } from "../cli/corpus.ts";
import { renderedPages } from "./rendered-pages.ts";

const docs = join(packageRoot, "docs");
const textOf = (name: string): string => readFileSync(join(docs, name), "utf8");
const pages = await renderedPages(packageRoot);

/** The names of members, wherever a schema gives any. */
const membersIn = (schema: Json): readonly string[] =>
	Object.entries(isJsonObject(schema) || Array.isArray(schema) ? schema : {}).flatMap(([key, value]: [string, Json]) => [
		...(key === "properties" && isJsonObject(value) ? Object.keys(value) : []),
		...membersIn(value),
	]);

test("rendered pages are what npm run generate:docs makes of their sources", () => {
	const written = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter(
		(name) => name.endsWith(".md") && textOf(name).startsWith("<!-- Rendered from "),
	);
	expect(written.sort()).toEqual([...pages.keys()].sort());
	// Names alone: a diff of thousands of lines helps nobody.
	expect(written.filter((name) => textOf(name) !== pages.get(name))).toEqual([]);
});

test("every command is told with what it ends with", () => {
	const sections = (pages.get("command-line.md") ?? "").split("\n## ").slice(2);
	expect(sections.length).toBeGreaterThan(10);
	expect(sections.filter((section) => !/\n\| \d+ \| /.test(section)).map((section) => section.split("\n")[0])).toEqual([]);
});

test("the scenario reference tells every member of the language, and every operation, decision and event", () => {
	const reference = pages.get("scenario-reference.md") ?? "";
	const { $defs, ...root }: { readonly [key: string]: Json } = JSON.parse(
		readFileSync(join(packageRoot, "specs/scenario.schema.json"), "utf8"),
	);
	const ofSwf = (name: string): boolean => /^(?:request|expected|event)\./.test(name);
	const own: readonly Json[] = [
		root,
		...Object.entries(isJsonObject($defs) ? $defs : {}).flatMap(([name, schema]) => (ofSwf(name) ? [] : [schema])),
	];
	const members = new Set(own.flatMap(membersIn));
	expect(members.size).toBeGreaterThan(150);
	const forms = (name: string): readonly string[] => [
		...[`\`${name}\``, `\n| ${name} |`, `\n| [${name}]`],
		// Of what is told in one cell.
		...[`\`{${name}, `, `, ${name}}\``, `\`{ ${name}: [N`],
	];
	const told = (name: string): boolean => forms(name).some((text) => reference.includes(text));
	expect([...members].filter((name) => !told(name))).toEqual([]);
});
