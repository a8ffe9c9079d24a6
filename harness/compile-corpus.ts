import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packageRoot } from "./cli/corpus.ts";
import { buildCorpus } from "./scenario/corpus.ts";
import { InputError } from "./scenario/problem.ts";

// The last step of the build. What is wrong with a scenario is for `lint` and `run` to say; without the file they read the YAML.
try {
	await writeFile(fileURLToPath(new URL("../corpus.json", import.meta.url)), JSON.stringify(await buildCorpus(packageRoot)));
} catch (error) {
	if (!(error instanceof InputError)) throw error;
}
