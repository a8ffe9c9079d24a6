import { levelOfCase } from "../judge.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

const summaryOf = (scenario: Scenario) => ({
	id: scenario.id,
	file: scenario.file,
	level: levelOfCase(scenario),
	clauses: scenario.clauses,
	needs: scenario.needs,
	serviceSeconds: scenario.serviceSeconds,
	checks: scenario.declaredChecks,
});

/** `swf-conformance list`: which cases there are, one a line, or as JSON. */
export async function listCommand(patterns: readonly string[], format: "text" | "json", terminal: Terminal): Promise<ExitCode> {
	const { scenarios } = await loadOwnCorpus();
	const selected = selectOrRefuse(scenarios, patterns);
	if (format === "json") terminal.out(`${JSON.stringify(selected.map(summaryOf), null, 2)}\n`);
	else for (const { id } of selected) terminal.out(`${id}\n`);
	return exitCodes.fine;
}
