import { ledger, ledgerProblems } from "../ledger.ts";
import { rules } from "../rules.ts";
import { loadScenarios, loadVocabulary } from "../scenario/load-scenarios.ts";
import { InputError } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadOwnCorpus, packageRoot } from "./corpus.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

/**
 * `swf-conformance lint`: checks these files, or all of the suites and that every clause is tested or says why not. Problems are thrown as
 * an InputError and told by the caller.
 */
export async function lintCommand(files: readonly string[], terminal: Terminal): Promise<ExitCode> {
	const scenarios =
		files.length === 0 ? await lintAll() : await loadScenarios(files, packageRoot, await loadVocabulary(packageRoot));
	const count = new Set(scenarios.map(({ file }) => file)).size;
	terminal.out(
		`${count} ${count === 1 ? "scenario" : "scenarios"}, ${scenarios.length} ${scenarios.length === 1 ? "case" : "cases"}, nothing wrong\n`,
	);
	return exitCodes.fine;
}

async function lintAll(): Promise<readonly Scenario[]> {
	const corpus = await loadOwnCorpus();
	const { clauses } = corpus.vocabulary;
	const problems = ledgerProblems(ledger(corpus, rules), rules, clauses);
	if (problems.length > 0) throw new InputError(problems);
	return corpus.scenarios;
}
