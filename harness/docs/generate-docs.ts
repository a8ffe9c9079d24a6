import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageRoot } from "../cli/corpus.ts";
import { renderedPages } from "./rendered-pages.ts";

/** Writes every page that is rendered, and takes away those that no longer are. */

const docs = join(packageRoot, "docs");
const pages = await renderedPages(packageRoot);
for (const [name, text] of pages) {
	await mkdir(dirname(join(docs, name)), { recursive: true });
	await writeFile(join(docs, name), text);
}
for (const name of (await readdir(docs, { recursive: true })).filter((name) => name.endsWith(".md") && !pages.has(name))) {
	if ((await readFile(join(docs, name), "utf8")).startsWith("<!-- Rendered from ")) await rm(join(docs, name));
}
