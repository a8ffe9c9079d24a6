import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { loadClauses } from "./load-clauses.ts";
import { readYaml, toJson } from "./located.ts";
import { parseScenario, type Vocabulary } from "./parse.ts";
import { InputError, type Problem } from "./problem.ts";
import type { Scenario } from "./scenario.ts";

/** Folders under `suites/` that hold no scenarios. */
const notScenarios = ["known"];

export const featuresFile = (root: string): string => join(root, "specs", "features.yaml");

/** @param root the folder that holds `suites/` and `specs/`, here as below */
export async function loadVocabulary(root: string): Promise<Vocabulary> {
	const [clauses, features] = await Promise.all([loadClauses(root), readFile(featuresFile(root), "utf8")]);
	const names = toJson(readYaml(features, relative(root, featuresFile(root))));
	return { clauses, features: Object.keys(names ?? {}) };
}

/** Every scenario file under `suites/`, in the order of their ids. */
export async function scenarioFiles(root: string): Promise<readonly string[]> {
	const suites = join(root, "suites");
	const found = await readdir(suites, { recursive: true });
	return found
		.filter((name) => name.endsWith(".yaml") && !notScenarios.includes(name.split(sep)[0] ?? ""))
		.sort()
		.map((name) => join(suites, name));
}

/** The id of a scenario by its file: the path below `suites/`, or the file's own name elsewhere. */
function idOf(file: string, root: string): string {
	const below = relative(join(root, "suites"), resolve(file));
	const path = below.startsWith("..") ? relative(process.cwd(), resolve(file)) : below;
	return path
		.replace(/\.ya?ml$/, "")
		.split(sep)
		.join("/");
}

/** A file as messages name it: from the folder that the reader is in, where it is below that. */
export const showFile = (file: string) => {
	const shown = relative(process.cwd(), resolve(file));
	return shown.startsWith("..") ? file : shown;
};

/**
 * Reads scenario files. Throws one InputError for all that is wrong with all of them, so that nothing is played from a broken corpus.
 */
export async function loadScenarios(
	files: readonly string[],
	root: string,
	vocabulary: Vocabulary,
): Promise<readonly Scenario[]> {
	const problems: Problem[] = [];
	const loaded = await Promise.all(
		files.map(async (file) => {
			try {
				return parseScenario(await readScenario(file), idOf(file, root), showFile(file), vocabulary);
			} catch (error) {
				if (!(error instanceof InputError)) throw error;
				problems.push(...error.problems);
				return [];
			}
		}),
	);
	const scenarios = loaded.flat();
	problems.push(...duplicates(scenarios));
	if (problems.length > 0) throw new InputError(problems);
	return scenarios;
}

async function readScenario(file: string): Promise<string> {
	try {
		return await readFile(file, "utf8");
	} catch (error) {
		const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
		throw new InputError([
			{ file: showFile(file), at: { line: 1, column: 1 }, message: `cannot be read (${why}); name a scenario file` },
		]);
	}
}

function duplicates(scenarios: readonly Scenario[]): readonly Problem[] {
	const seen = new Map<string, string>();
	return scenarios.flatMap(({ id, file }) => {
		const before = seen.get(id);
		seen.set(id, file);
		return before === undefined
			? []
			: [{ file, at: { line: 1, column: 1 }, message: `the id ${id} is taken by ${before}; rename the file or the row` }];
	});
}
