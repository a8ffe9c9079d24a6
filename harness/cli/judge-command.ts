import { stat } from "node:fs/promises";
import { linesOf } from "../../reports/lines.ts";
import { addAnswers, createAnswers } from "../answers.ts";
import {
	answersOf,
	type JudgeContext,
	profilesOf,
	reportCase,
	reportOpening,
	reportUnplayed,
	unmetOf,
} from "../assemble-report.ts";
import type { Evidence } from "../evidence.ts";
import { createEvidenceReader, type EvidenceFooter, type EvidenceFrame, type EvidenceHeader } from "../evidence-file.ts";
import { refuseUnversioned } from "../expectations/expectations-file.ts";
import { openReportLog } from "../report-log.ts";
import { InputError, type Problem } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { errorText } from "../unwritten.ts";
import { loadOwnCorpus } from "./corpus.ts";
import { prepareOutputs } from "./outputs.ts";
import { readProfiles } from "./read-profiles.ts";
import { replayOptions } from "./replay-options.ts";
import { type RunFlags, readExpectations } from "./run-command.ts";
import { tellReport } from "./tell-report.ts";
import { type ExitCode, type Terminal, UsageError } from "./terminal.ts";

export interface JudgeFlags extends Pick<RunFlags, "report" | "expectations" | "profile" | "targetVersion" | "out" | "quiet"> {
	/** Take evidence that was cut off, and judge as much of it as there is. */
	readonly partial: boolean;
}

/** `swf-conformance judge`: judges evidence that a run recorded, without its target. It is read twice, and never held as a whole. */
export async function judgeCommand(file: string, flags: JudgeFlags, terminal: Terminal): Promise<ExitCode> {
	const corpus = await loadOwnCorpus();
	const byId = new Map(corpus.scenarios.map((scenario) => [scenario.id, scenario]));
	const survey = await surveyEvidence(file, flags.partial, byId);
	const { footer, cases } = survey.frame;
	const header = withVersion(survey.frame.header, flags.targetVersion);
	const { version } = header.target;
	const expectations = await readExpectations(flags.expectations, corpus);
	if (expectations !== undefined) refuseUnversioned(expectations, version);
	const context: JudgeContext = {
		expectations,
		profiles: await readProfiles(flags.profile, corpus),
		...(version === undefined ? {} : { version }),
		today: header.started.slice(0, 10),
		replayOptions: replayOptions(header.target.name, header.client.name),
	};
	const outputs = await prepareOutputs(flags, terminal);
	await using lines = await outputs.open("report.ndjson");
	const { scenarios, unplayed } = survey;
	const log = await openReportLog(lines, reportOpening({ header, expectations, scenarios }), corpus.vocabulary.clauses);
	const answers = createAnswers(header.clock);
	for await (const evidence of evidenceIn(file)) {
		addAnswers(answers, evidence);
		const scenario = byId.get(evidence.id);
		if (scenario !== undefined) await log.add(reportCase(scenario, evidence, context));
	}
	for (const each of unplayed) await log.add(reportUnplayed(each, context));
	const ending = footer ?? { ended: (await stat(file)).mtime.toISOString(), interrupted: true };
	const { ended, interrupted } = ending;
	const judged = log.report({ ended, interrupted });
	const said = { ...unmetOf(judged, context, corpus.scenarios), ...profilesOf(judged, context) };
	const whole = { ended, interrupted, ...answersOf(answers), ...said };
	await log.end(whole);
	await lines.settle();
	if (footer === undefined)
		terminal.err(`${file}: cut off after ${cases === 1 ? "1 case" : `${cases} cases`}; only what there is was judged\n`);
	return await tellReport(log.report(whole), outputs, flags, terminal);
}

const withVersion = (header: EvidenceHeader, version = header.target.version): EvidenceHeader =>
	version === undefined ? header : { ...header, target: { ...header.target, version } };

async function* evidenceIn(file: string): AsyncIterable<Evidence> {
	const reader = createEvidenceReader(file);
	for await (const line of linesOf(file)) {
		const evidence = reader.take(line);
		if (evidence !== undefined) yield evidence;
	}
}

interface EvidenceSurvey {
	readonly frame: EvidenceFrame;
	/** Of all cases, played or not. */
	readonly scenarios: readonly Scenario[];
	readonly unplayed: readonly (Pick<EvidenceFooter["unplayed"][number], "verdict" | "reason"> & {
		readonly scenario: Scenario;
	})[];
}

/** Reads evidence to its end and keeps none of it. Throws an InputError where any of it cannot be judged. */
async function surveyEvidence(file: string, partial: boolean, byId: ReadonlyMap<string, Scenario>): Promise<EvidenceSurvey> {
	const problems: Problem[] = [];
	const find = (id: string, line: number, digest?: string): readonly Scenario[] => {
		const scenario = byId.get(id);
		if (scenario !== undefined && (digest === undefined || digest === scenario.digest)) return [scenario];
		const why = scenario === undefined ? "there is no such case any more" : "the scenario has changed since";
		problems.push({
			file,
			at: { line, column: 1 },
			message: `evidence of ${id}: ${why}; record it again, or judge it with the version that recorded it`,
		});
		return [];
	};
	const reader = createEvidenceReader(file);
	const played: Scenario[] = [];
	let last = 0;
	try {
		for await (const line of linesOf(file)) {
			const evidence = reader.take(line);
			last = line.number;
			if (evidence !== undefined) played.push(...find(evidence.id, line.number, evidence.digest));
		}
	} catch (error) {
		if (error instanceof InputError) throw error;
		throw new UsageError(`${file}: cannot be read, ${errorText(error)}`);
	}
	const frame = reader.end({ partial });
	const unplayed = (frame.footer?.unplayed ?? []).flatMap(({ id, verdict, reason }) =>
		find(id, last).map((scenario) => ({ scenario, verdict, reason })),
	);
	if (problems.length > 0) throw new InputError(problems);
	return { frame, scenarios: [...played, ...unplayed.map(({ scenario }) => scenario)], unplayed };
}
