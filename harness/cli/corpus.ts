import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isJsonObject } from "../../specs/wire/json.ts";
import { select } from "../plan.ts";
import { type Corpus, loadCorpus } from "../scenario/corpus.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { UsageError } from "./terminal.ts";

/** The folder of the package, whether this file runs from its source or from dist/. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
	if (existsSync(join(folder, "package.json")) && existsSync(join(folder, "suites"))) return folder;
	const parent = dirname(folder);
	if (parent === folder) throw new Error("the package's own suites/ and specs/ are missing; install swf-conformance again");
	return findRoot(parent);
}

export async function kitVersion(): Promise<string> {
	const manifest: unknown = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
	return isJsonObject(manifest) && typeof manifest["version"] === "string" ? manifest["version"] : "unknown";
}

/** Where the build leaves what it read. */
export const built = fileURLToPath(new URL("../../corpus.json", import.meta.url));

/** Reads everything under the package's `suites/` and `specs/clauses/`. Throws an InputError when any of it is wrong. */
export const loadOwnCorpus = (): Promise<Corpus> => loadCorpus(packageRoot, built);

/** The cases that patterns mean. Throws a UsageError for a pattern that means none. */
export function selectOrRefuse(scenarios: readonly Scenario[], patterns: readonly string[]): readonly Scenario[] {
	for (const pattern of patterns) {
		if (select(scenarios, [pattern]).length > 0) continue;
		const near = didYouMean(
			pattern,
			scenarios.map(({ id }) => id),
		);
		throw new UsageError(
			`no case matches ${pattern}; patterns are globs over ids, as 'termination/**'.${near} swf-conformance list shows them all`,
		);
	}
	return select(scenarios, patterns);
}
