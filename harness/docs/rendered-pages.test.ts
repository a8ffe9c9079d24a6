import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../cli/corpus.ts";
import { renderedPages } from "./rendered-pages.ts";

const docs = join(packageRoot, "docs");
const textOf = (name: string): string => readFileSync(join(docs, name), "utf8");
const pages = await renderedPages(packageRoot);

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
