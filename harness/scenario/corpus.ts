import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Clause } from "../../specs/clause.ts";
import { clauseFiles } from "./load-clauses.ts";
import { featuresFile, loadScenarios, loadVocabulary, scenarioFiles, showFile } from "./load-scenarios.ts";
import type { Vocabulary } from "./parse.ts";
import type { Scenario } from "./scenario.ts";

/** Everything under `suites/` and `specs/clauses/`, read and checked. */
export interface Corpus {
	readonly vocabulary: Vocabulary;
	readonly scenarios: readonly Scenario[];
}

/**
 * A corpus as the build left it. Reading YAML takes longer than playing it on the mock, so a build keeps what it read, under the digest of the
 * texts: a file that changed since makes all of it count for nothing.
 */
export interface BuiltCorpus {
	readonly digest: string;
	readonly clauses: readonly Clause[];
	readonly features: readonly string[];
	readonly scenarios: readonly Scenario[];
}

/** The digest of every file that a corpus is read from, names and texts. */
async function digestOf(root: string): Promise<string> {
	const files = [...(await scenarioFiles(root)), ...(await clauseFiles(root)), featuresFile(root)];
	const texts = await Promise.all(files.map((file) => readFile(file)));
	const hash = createHash("sha256");
	for (const [index, file] of files.entries()) hash.update(`${relative(root, file)}\n`).update(texts[index] ?? "");
	return hash.digest("hex");
}

async function readCorpus(root: string): Promise<Corpus> {
	const [vocabulary, files] = await Promise.all([loadVocabulary(root), scenarioFiles(root)]);
	return { vocabulary, scenarios: await loadScenarios(files, root, vocabulary) };
}

/** Reads a corpus for `loadCorpus` to find. Throws an InputError when any of it is wrong. */
export async function buildCorpus(root: string): Promise<BuiltCorpus> {
	const [{ vocabulary, scenarios }, digest] = await Promise.all([readCorpus(root), digestOf(root)]);
	return {
		digest,
		clauses: [...vocabulary.clauses.values()],
		features: vocabulary.features,
		scenarios: scenarios.map((scenario) => ({ ...scenario, file: relative(root, scenario.file) })),
	};
}

async function readBuilt(file: string): Promise<BuiltCorpus | undefined> {
	try {
		return JSON.parse(await readFile(file, "utf8")) as BuiltCorpus;
	} catch {
		// Not built, or cut off while it was: the YAML is there all the same.
		return undefined;
	}
}

/**
 * The corpus under a folder, as it was built if nothing has changed since. Throws an InputError when any of it is wrong.
 *
 * @param built where the build would have left it
 */
export async function loadCorpus(root: string, built: string): Promise<Corpus> {
	const [digest, found] = await Promise.all([digestOf(root), readBuilt(built)]);
	if (found === undefined || found.digest !== digest) return readCorpus(root);
	return {
		vocabulary: { clauses: new Map(found.clauses.map((clause) => [clause.id, clause])), features: found.features },
		scenarios: found.scenarios.map((scenario) => ({ ...scenario, file: showFile(join(root, scenario.file)) })),
	};
}
