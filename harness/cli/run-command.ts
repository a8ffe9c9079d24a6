import { createWriteStream } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { renderTerminal } from "../../reports/render-terminal.ts";
import type { CaseReport, Report } from "../../reports/report.ts";
import { assembleReport, type JudgeContext, reportCase, reportUnplayed } from "../assemble-report.ts";
import type { ClientKind } from "../clients/client.ts";
import { clientForms, openClientKind } from "../clients/client-kinds.ts";
import { type EvidenceFooter, type EvidenceHeader, evidenceLines } from "../evidence-file.ts";
import { type ExpectationsFile, parseExpectationsFile, refuseStale } from "../expectations-file.ts";
import { type Plan, plan } from "../plan.ts";
import { createDeadlines } from "../play/deadlines.ts";
import { probe } from "../play/probe.ts";
import { createRecorder } from "../play/recorder.ts";
import { type RunOptions, run } from "../run.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { didYouMean } from "../scenario/problem.ts";
import { settingsOf, type Target } from "../targets/target.ts";
import { openTarget, targetForms } from "../targets/target-kinds.ts";
import { agreeToTerms, allowedBy, type TermsFlags } from "./agree-to-terms.ts";
import { kitVersion, loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import { createProgress } from "./progress.ts";
import { replayOptions } from "./replay-options.ts";
import type { TargetFlags } from "./target-flags.ts";
import { type ExitCode, exitCodes, type Terminal, UnreachableError, UsageError } from "./terminal.ts";
import { wantedTarget } from "./wanted-target.ts";
import { withLedger } from "./with-ledger.ts";
import { parseWantedReport, type WantedReport, writeReports } from "./write-reports.ts";

export interface RunFlags extends TargetFlags, TermsFlags {
	/** `sdk` without it. */
	readonly client?: string;
	readonly report: readonly string[];
	readonly expectations?: string;
	readonly concurrency?: number;
	readonly maxWait?: number;
	readonly patience?: number;
	readonly deadline?: number;
	readonly giveUp?: number;
	readonly maxRun?: number;
	readonly out: string;
	readonly quiet: boolean;
}

const monotonic = () => performance.now();

/** `swf-conformance run`: plan, play, judge, report. Whatever happens, what was measured is written. */
export async function runCommand(
	patterns: readonly string[],
	given: RunFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	ownEnvironment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
	const wanted = given.report.map(parseWantedReport);
	const loading = Promise.all([loadOwnCorpus(), kitVersion()]);
	const features = async () => (await loading)[0].vocabulary.features;
	const { form, environment, container, defaults } = await wantedTarget(given, ownEnvironment, features);
	const flags = { client: "sdk", ...defaults, ...given };
	// The client's libraries load while the scenarios are read.
	const [[corpus, version], kind] = await Promise.all([loading, openClientKind(flags.client, { environment, interrupt })]);
	if (kind === undefined)
		throw new UsageError(`--client ${flags.client}: expected ${clientForms.join(", ")}.${didYouMean(flags.client, clientForms)}`);
	try {
		const selected = selectOrRefuse(corpus.scenarios, patterns);
		const expectations = await readExpectations(flags.expectations, corpus);
		const target = await openTarget(form, {
			...{ environment, interrupt, container, out: flags.out },
			tell: (line) => (flags.quiet ? undefined : terminal.err(`${line}\n`)),
			...allowedBy(flags),
		}).catch((error: unknown) => {
			if (interrupt.aborted) return "interrupted" as const;
			throw error;
		});
		if (target === "interrupted") return exitCodes.interrupted;
		if (target === undefined) throw new UsageError(`--target ${flags.target}: expected ${targetForms}`);
		try {
			const planned = plan(selected, target, {
				lacks: [...(flags.lacks ?? []), ...(expectations?.lacks ?? [])],
				has: [...(flags.has ?? []), ...(expectations?.has ?? [])],
				...(flags.maxWait === undefined ? {} : { maxWait: flags.maxWait }),
			});
			if (!(await agreeToTerms(target, planned, flags, terminal))) return exitCodes.fine;
			await refuseUnreachable(target, kind, interrupt, flags.deadline);
			return await playAndReport({
				...{ corpus, planned, target, kind, version },
				...{ expectations, flags, terminal, interrupt, wanted },
			});
		} finally {
			await target[Symbol.asyncDispose]();
		}
	} finally {
		kind.dispose();
	}
}

/** Reads an expectations file and refuses entries that mean no case. */
export async function readExpectations(
	file: string | undefined,
	{ vocabulary, scenarios }: Corpus,
): Promise<ExpectationsFile | undefined> {
	if (file === undefined) return undefined;
	const text = await readFile(file, "utf8").catch((error: unknown) => {
		throw new UsageError(
			`--expectations ${file}: cannot be read (${error instanceof Error && "code" in error ? String(error.code) : String(error)})`,
		);
	});
	const expectations = parseExpectationsFile(text, file, vocabulary.features);
	refuseStale(
		expectations,
		scenarios.map(({ id }) => id),
	);
	return expectations;
}

/** One call that every SWF answers one way or another, before anything is measured. */
async function refuseUnreachable(target: Target, kind: ClientKind, interrupt: AbortSignal, deadline?: number): Promise<void> {
	if (target.inProcess && kind.apart === true)
		throw new UsageError(
			`--client ${kind.name}: another program cannot reach the target ${target.name}, which is answered inside this process; try --target reference:virtual`,
		);
	if (target.ephemeral && target.image === undefined) return;
	const client = kind.connect(settingsOf(target, target.session("probe")));
	const deadlines = createDeadlines(deadline === undefined ? {} : { call: deadline });
	const problem = await probe(createRecorder(client, interrupt, monotonic, target.guard, { deadlines }));
	client.close();
	if (problem !== undefined && !interrupt.aborted)
		throw new UnreachableError(`${target.endpoint} does not answer (${problem}); is it running, and is the address right?`);
}

interface RunSession {
	readonly corpus: Corpus;
	readonly planned: Plan;
	readonly target: Target;
	readonly kind: ClientKind;
	readonly version: string;
	readonly expectations: ExpectationsFile | undefined;
	readonly flags: RunFlags & { readonly client: string };
	readonly terminal: Terminal;
	readonly interrupt: AbortSignal;
	readonly wanted: readonly WantedReport[];
}

async function playAndReport(session: RunSession): Promise<ExitCode> {
	const { corpus, planned, target, kind, version, expectations, flags, terminal, interrupt, wanted } = session;
	const header: EvidenceHeader = {
		evidence: "swf-conformance",
		format: 1,
		kit: version,
		target: {
			...{ name: target.name, endpoint: target.endpoint, region: target.region },
			...(target.image === undefined ? {} : { image: target.image }),
		},
		client: {
			name: kind.name,
			version: kind.version,
			...(kind.packages === undefined ? {} : { packages: kind.packages }),
		},
		clock: target.clock,
		started: new Date().toISOString(),
	};
	const context: JudgeContext = {
		expectations,
		today: header.started.slice(0, 10),
		replayOptions: replayOptions(flags.target, flags.client, flags),
	};
	const progress = createProgress(terminal, planned.play.length, flags.quiet);
	await mkdir(flags.out, { recursive: true });
	const evidence = createWriteStream(join(flags.out, "evidence.ndjson"));
	evidence.write(evidenceLines.header(header));
	const cases: CaseReport[] = [];
	const played = new Set<string>();
	const told = {
		target,
		out: flags.out,
		kit: version,
		started: header.started,
		tell: (line: string) => terminal.err(`${line}\n`),
	};
	const refused = new Map<string, string>();
	const options: RunOptions = {
		concurrency: flags.concurrency ?? Math.min(target.concurrency, kind.concurrency ?? target.concurrency),
		...(flags.deadline === undefined ? {} : { callSeconds: flags.deadline }),
		...(flags.giveUp === undefined ? {} : { giveUpSeconds: flags.giveUp }),
		...(flags.maxRun === undefined ? {} : { mostSeconds: flags.maxRun }),
		patience: flags.patience ?? Math.max(target.patience, kind.patience ?? 0),
		interrupt,
		now: monotonic,
		refused: ({ id }, reason) => refused.set(id, reason),
		played(scenario, observed) {
			evidence.write(evidenceLines.evidence(observed));
			const report = reportCase(scenario, observed, context);
			cases.push(report);
			played.add(scenario.id);
			progress.played(report);
		},
	};
	await withLedger(told, (kept) => run(planned.play, target, kind, { ...options, ...kept }));
	progress.done();
	const unreached = planned.play
		.filter(({ id }) => !played.has(id))
		.map((scenario) => ({
			scenario,
			verdict: "skipped" as const,
			reason: refused.get(scenario.id) ?? "the run was interrupted",
		}));
	const unplayed = [...planned.skip, ...unreached];
	const ended = new Date().toISOString();
	const footer: EvidenceFooter = {
		cases: cases.length,
		interrupted: interrupt.aborted,
		ended,
		unplayed: unplayed.map(({ scenario, verdict, reason }) => ({ id: scenario.id, verdict, reason })),
	};
	await new Promise<void>((done) => evidence.end(evidenceLines.footer(footer), done));
	const report = assembleReport([...cases, ...unplayed.map((each) => reportUnplayed(each, context))], {
		header,
		ended,
		interrupted: interrupt.aborted,
		expectations,
		clauses: corpus.vocabulary.clauses,
		scenarios: [...planned.play, ...planned.skip.map(({ scenario }) => scenario)],
	});
	await tell(report, wanted, flags, terminal);
	if (interrupt.aborted) return exitCodes.interrupted;
	const code = exitCodeOf(report);
	return code === exitCodes.fine && refused.size > 0 ? exitCodes.capped : code;
}

/** Prints the summary and writes the reports. */
export async function tell(
	report: Report,
	wanted: readonly WantedReport[],
	{ out, quiet }: Pick<RunFlags, "out" | "quiet">,
	terminal: Terminal,
): Promise<void> {
	if (!quiet) terminal.out(renderTerminal(report, { color: terminal.color, width: terminal.width }));
	const files = await writeReports(report, wanted, out);
	if (!quiet) terminal.out(`reports     ${files.map((file) => relative(process.cwd(), file) || file).join("  ")}\n`);
}

export function exitCodeOf({ summary: { verdicts } }: Report): ExitCode {
	if (verdicts.fail + verdicts["unexpected-pass"] > 0) return exitCodes.failures;
	return verdicts.inconclusive + verdicts.error > 0 ? exitCodes.undecided : exitCodes.fine;
}
