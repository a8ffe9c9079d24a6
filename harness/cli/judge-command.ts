import { readFile } from "node:fs/promises";
import { assembleReport, type JudgeContext, reportCase, reportUnplayed } from "../assemble-report.ts";
import { parseEvidenceFile } from "../evidence-file.ts";
import { InputError, type Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadOwnCorpus } from "./corpus.ts";
import { replayOptions } from "./replay-options.ts";
import { exitCodeOf, type RunFlags, readExpectations, tell } from "./run-command.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";
import { parseWantedReport } from "./write-reports.ts";

/** `swf-conformance judge`: judges evidence that a run recorded, without its target. */
export async function judgeCommand(
	file: string,
	flags: Pick<RunFlags, "report" | "expectations" | "out" | "quiet">,
	terminal: Terminal,
): Promise<ExitCode> {
	const wanted = flags.report.map(parseWantedReport);
	const text = await readFile(file, "utf8").catch((error: unknown) => {
		throw new UsageError(
			`${file}: cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`,
		);
	});
	const { header, evidence, footer } = parseEvidenceFile(text, file);
	const corpus = await loadOwnCorpus();
	const expectations = await readExpectations(flags.expectations, corpus);
	const byId = new Map(corpus.scenarios.map((scenario) => [scenario.id, scenario]));
	const problems: Problem[] = [];
	const find = (id: string, line: number, digest?: string): readonly Scenario[] => {
		const scenario = byId.get(id);
		const same = scenario !== undefined && (digest === undefined || digest === scenario.digest);
		if (same) return [scenario];
		const why = scenario === undefined ? "there is no such case any more" : "the scenario has changed since";
		problems.push({
			file,
			at: { line, column: 1 },
			message: `evidence of ${id}: ${why}; record it again, or judge it with the version that recorded it`,
		});
		return [];
	};
	const context: JudgeContext = {
		expectations,
		today: header.started.slice(0, 10),
		replayOptions: replayOptions(header.target.name, header.client.name),
	};
	const played = evidence.flatMap((each, index) =>
		find(each.id, index + 2, each.digest).map((scenario) => ({ scenario, evidence: each })),
	);
	const unplayed = footer.unplayed.flatMap(({ id, verdict, reason }) =>
		find(id, evidence.length + 2).map((scenario) => ({ scenario, verdict, reason })),
	);
	if (problems.length > 0) throw new InputError(problems);
	const cases = [
		...played.map((each) => reportCase(each.scenario, each.evidence, context)),
		...unplayed.map((each) => reportUnplayed(each, context)),
	];
	const report = assembleReport(cases, {
		header,
		ended: footer.ended,
		interrupted: footer.interrupted,
		expectations,
		clauses: corpus.vocabulary.clauses,
		scenarios: [...played, ...unplayed].map(({ scenario }) => scenario),
	});
	await tell(report, wanted, flags, terminal);
	return exitCodeOf(report);
}
