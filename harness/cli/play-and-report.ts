import { setMaxListeners } from "node:events";
import type { Profile } from "../../reports/profiles/profile.ts";
import type { CaseReport, ReportSource, Shard } from "../../reports/report.ts";
import { suitesDigest } from "../../reports/suites-digest.ts";
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
import type { ClientKind } from "../clients/client.ts";
import { type EvidenceFooter, type EvidenceHeader, evidenceLines } from "../evidence-file.ts";
import type { ExpectationsFile } from "../expectations/expectations-file.ts";
import type { LineFile } from "../line-file.ts";
import type { Plan } from "../plan.ts";
import { openReportLog } from "../report-log.ts";
import { type RunOptions, run } from "../run.ts";
import type { Corpus } from "../scenario/corpus.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Target } from "../targets/target.ts";
import type { Outputs } from "./outputs.ts";
import { createProgress } from "./progress.ts";
import { tellReport } from "./tell-report.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** All that a run is made of once nothing can be refused any more. */
export interface RunSession {
	readonly corpus: Corpus;
	readonly planned: Plan;
	readonly target: Target;
	readonly kind: ClientKind;
	/** Of the kit. */
	readonly version: string;
	readonly expectations: ExpectationsFile | undefined;
	readonly profiles: readonly Profile[];
	/** Of the target, where it is known. */
	readonly targetVersion: string | undefined;
	/** What the replay command names beside the case. */
	readonly replayOptions: string;
	/** All cases that were asked for, also those that other shards play. */
	readonly selected: readonly Scenario[];
	readonly shard: Shard | undefined;
	/** What was typed, without secrets. */
	readonly command: string | undefined;
	readonly quiet: boolean;
	readonly terminal: Terminal;
	readonly outputs: Outputs;
	readonly interrupt: AbortSignal;
	readonly options: Omit<RunOptions, "interrupt" | "played" | "refused">;
	readonly follower?: RunFollower;
}

/** Who follows a run in the same process, where nobody reads its terminal. */
export interface RunFollower {
	/** What the run is about, where it was read before. */
	readonly corpus: Corpus;
	/** Whether a case is played of those that the patterns mean. */
	readonly wants: (id: string) => boolean;
	/** Called once, when nothing can be refused any more. */
	readonly began: () => void;
	/** Called once with each case, played or not, in the order in which they end. What it holds may be secret still. */
	readonly judged: (one: CaseReport) => void;
	/** Stands in for the writing of reports and the summary. */
	readonly tell: typeof tellReport;
}

/** Plays, judges and reports. Whatever happens, what was measured is kept, and where is told. */
export async function playAndReport(session: RunSession): Promise<ExitCode> {
	const { outputs, terminal, interrupt, follower } = session;
	await using evidence = await outputs.open("evidence.ndjson");
	await using lines = await outputs.open("report.ndjson");
	const tellWhere = () => terminal.err(`what was measured so far is in ${evidence.path}\n`);
	if (follower === undefined) interrupt.addEventListener("abort", tellWhere, { once: true });
	follower?.began();
	try {
		const { report, trouble, refused } = await played(session, evidence, lines);
		const code = await (follower?.tell ?? tellReport)(report, outputs, session, terminal);
		if (trouble !== undefined) throw trouble.error;
		if (interrupt.aborted) return exitCodes.interrupted;
		return code === exitCodes.fine && refused > 0 ? exitCodes.capped : code;
	} finally {
		interrupt.removeEventListener("abort", tellWhere);
	}
}

interface Played {
	readonly report: ReportSource;
	/** What kept the run from going on, if anything of ours did. */
	readonly trouble: { readonly error: unknown } | undefined;
	/** How many cases the target's terms kept from setting out. */
	readonly refused: number;
}

async function played(session: RunSession, evidence: LineFile, lines: LineFile): Promise<Played> {
	const { corpus, planned, target, kind, expectations, profiles, replayOptions, terminal, quiet, interrupt, outputs, follower } =
		session;
	const header = headerOf(session);
	const context: JudgeContext = {
		expectations,
		profiles,
		today: header.started.slice(0, 10),
		replayOptions,
		...versionIn(header),
	};
	await evidence.write(evidenceLines.header(header));
	const log = await openReportLog(
		lines,
		reportOpening({ header, expectations, scenarios: session.selected }),
		corpus.vocabulary.clauses,
	);
	const progress = createProgress(terminal, planned.play.length, quiet);
	const answers = createAnswers(target.clock);
	const over = new Set<string>();
	const refused = new Map<string, string>();
	// Without a place to write to there is no use in playing on.
	const stop = new AbortController();
	const ended = AbortSignal.any([interrupt, stop.signal]);
	// Every call under way listens to it.
	setMaxListeners(0, ended);
	let trouble: Played["trouble"];
	const fail = (error: unknown) => {
		trouble ??= { error };
		stop.abort(error);
	};
	const options: RunOptions = {
		...session.options,
		interrupt: ended,
		refused: ({ id }, reason) => refused.set(id, reason),
		async played(scenario, seen) {
			if (trouble !== undefined) return;
			const observed = { ...seen, ended: new Date().toISOString() };
			addAnswers(answers, observed);
			try {
				await evidence.write(evidenceLines.evidence(observed));
				const one = reportCase(scenario, observed, context);
				await log.add(one);
				over.add(scenario.id);
				progress.played(one);
				follower?.judged(one);
			} catch (error) {
				fail(error);
			}
		},
	};
	const told = {
		...{ target, out: outputs.folder, kit: session.version, started: header.started },
		tell: (line: string) => terminal.err(`${line}\n`),
	};
	await withLedger(told, (kept) => run(planned.play, target, kind, { ...options, ...kept })).catch(fail);
	progress.done();
	const why = trouble === undefined ? "the run was interrupted" : "the kit could not go on";
	const unplayed = [
		...planned.skip,
		...planned.play
			.filter(({ id }) => !over.has(id))
			.map((scenario) => ({ scenario, verdict: "skipped" as const, reason: refused.get(scenario.id) ?? why })),
	];
	const ending = { ended: new Date().toISOString(), interrupted: interrupt.aborted || trouble !== undefined };
	const whole = () => {
		const report = log.report(ending);
		return { ...ending, ...answersOf(answers), ...unmetOf(report, context, corpus.scenarios), ...profilesOf(report, context) };
	};
	try {
		for (const one of unplayed.map((each) => reportUnplayed(each, context))) {
			await log.add(one);
			follower?.judged(one);
		}
		await log.end(whole());
		await evidence.write(evidenceLines.footer(footerOf(over.size, ending, unplayed)));
		await Promise.all([evidence.settle(), lines.settle()]);
	} catch (error) {
		fail(error);
	}
	return { report: log.report(whole()), trouble, refused: refused.size };
}

const footerOf = (
	cases: number,
	ending: Pick<EvidenceFooter, "ended" | "interrupted">,
	unplayed: Plan["skip"],
): EvidenceFooter => ({
	...{ cases, ...ending },
	unplayed: unplayed.map(({ scenario, verdict, reason }) => ({ id: scenario.id, verdict, reason })),
});

const versionIn = ({ target: { version } }: EvidenceHeader): Pick<JudgeContext, "version"> =>
	version === undefined ? {} : { version };

const headerOf = ({ version, target, targetVersion, kind, command, selected, shard }: RunSession): EvidenceHeader => ({
	...{ evidence: "swf-conformance", format: 1, kit: version },
	target: {
		...{ name: target.name, endpoint: target.endpoint, region: target.region },
		...(targetVersion === undefined ? {} : { version: targetVersion }),
		...(target.image === undefined ? {} : { image: target.image }),
	},
	client: {
		name: kind.name,
		version: kind.version,
		...(kind.packages === undefined ? {} : { packages: kind.packages }),
	},
	clock: target.clock,
	...(command === undefined ? {} : { command }),
	...(shard === undefined ? {} : { shard, suites: suitesDigest(selected) }),
	started: new Date().toISOString(),
});
