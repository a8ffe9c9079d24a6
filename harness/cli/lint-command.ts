import { loadScenarios, loadVocabulary } from "../scenario/load-scenarios.ts";
import { loadOwnCorpus, packageRoot } from "./corpus.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/** `swf-conformance lint`: checks these files, or all of the suites. Problems are thrown as an InputError and told by the caller. */
export async function lintCommand(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const scenarios =
		files.length === 0
			? (await loadOwnCorpus()).scenarios
			: await loadScenarios(files, packageRoot, await loadVocabulary(packageRoot));
	const count = new Set(scenarios.map(({ file }) => file)).size;
	terminal.out(
		`${count} ${count === 1 ? "scenario" : "scenarios"}, ${scenarios.length} ${scenarios.length === 1 ? "case" : "cases"}, nothing wrong\n`,
	);
	return exitCodes.fine;
}
