import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { packageRoot } from "../cli/corpus.ts";

/** The folders of the repository that hold pages. */
const folders = ["docs", "harness", "reports", "specs", "suites"];

/** What runs wrote here, and what tests compare with. */
const none = /^reports\/out\/|\/fixtures\/|\/node_modules\//;

/** Every page of Markdown in the repository by its path. */
export function allPages(): readonly string[] {
	const below = folders.flatMap((folder) =>
		readdirSync(join(packageRoot, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
	);
	return [...readdirSync(packageRoot), ...below]
		.map((path) => path.split(sep).join("/"))
		.filter((path) => path.endsWith(".md") && !none.test(path))
		.sort();
}

/** The pages that tell a reader what to type. Reports that are kept as Markdown tell what somebody typed. */
export const pagesWithCommands = (): readonly string[] =>
	allPages().filter((path) => path.startsWith("docs/") || /(^|\/)(README|CONTRIBUTING)\.md$/.test(path));
