import { setMaxListeners } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunFollower } from "../cli/play-and-report.ts";
import { runCommand } from "../cli/run-command.ts";
import { exitCodeOf, tellReport } from "../cli/tell-report.ts";
import type { ExitCode, Terminal } from "../cli/terminal.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { isAnythingLeft, ledgerIn } from "../sweep/ledger-file.ts";
import { createMailbox } from "./mailbox.ts";
import type { ConformanceOptions } from "./options.ts";
import { type Told, toldOf } from "./tell-verdict.ts";

/** A run that goes on while tests wait, each for its own case. */
export interface BackgroundRun {
	/** What became of a case; undefined if the run or the test ended before it. */
	verdictOf(id: string, signal: AbortSignal): Promise<Told | undefined>;
	/** How it ended. Rejects with what kept the kit from going on. */
	readonly ended: Promise<RunEnding>;
	/** Ends it, if it goes on still, and clears up after it. */
	close(): Promise<void>;
}

export interface RunEnding {
	readonly code: ExitCode;
	/** What is wrong with entries of the expectations file, a line each. */
	readonly unmet: readonly string[];
}

/** What the run is of. */
export interface RunAbout {
	/** As `--target` takes it. */
	readonly target: string;
	readonly patterns: readonly string[];
	/** Ids of the cases whose tests are to run. */
	readonly wanted: ReadonlySet<string>;
	readonly corpus: Corpus;
	readonly environment: NodeJS.ProcessEnv;
	/** Prints what cannot wait for a test. */
	readonly err: Terminal["err"];
}

/** Begins a run. Rejects with what `run` refuses: bad input, a target that does not answer. */
export async function beginRun(options: ConformanceOptions, about: RunAbout): Promise<BackgroundRun> {
	const interrupt = new AbortController();
	// Every call under way listens to it.
	setMaxListeners(0, interrupt.signal);
	const verdicts = createMailbox<Told>();
	const { clauses } = about.corpus.vocabulary;
	let unmet: readonly string[] = [];
	let begin: () => void = () => undefined;
	const began = new Promise<void>((resolve) => {
		begin = resolve;
	});
	const follower: RunFollower = {
		corpus: about.corpus,
		wants: (id) => about.wanted.has(id),
		began: () => begin(),
		judged: (one) => verdicts.put(one.id, toldOf(one, clauses)),
		async tell(report, ...more) {
			unmet = report.frame.unmet ?? [];
			return wantsReports(options) ? tellReport(report, ...more) : exitCodeOf(report);
		},
	};
	const folder = options.out ?? (await mkdtemp(join(tmpdir(), "swf-conformance-")));
	const flags = { ...flagsOf(options), target: about.target, out: folder };
	const terminal: Terminal = { ...silent, err: about.err };
	const ended = runCommand(about.patterns, flags, terminal, interrupt.signal, about.environment, { follower })
		.then((code) => ({ code, unmet }))
		.finally(verdicts.close);
	const close = async () => {
		interrupt.abort(new Error("the tests are over"));
		await ended.catch(() => undefined);
		if (options.out === undefined) await clearAway(folder);
	};
	await Promise.race([began, ended]).catch(async (error: unknown) => {
		await close();
		throw error;
	});
	return { verdictOf: verdicts.take, ended, close };
}

const silent = { out: () => undefined, isLive: false, color: false, width: 100 };

const wantsReports = ({ out, reports }: ConformanceOptions): boolean => out !== undefined || reports !== undefined;

const flagsOf = ({ target: _target, cases: _cases, name: _name, environment: _environment, ...flags }: ConformanceOptions) => ({
	...flags,
	profile: [flags.profile ?? []].flat(),
	report: flags.reports ?? [],
	quiet: true,
});

/** What nobody asked for goes, but not the only list of what is left at a target. */
async function clearAway(folder: string): Promise<void> {
	if (!(await isAnythingLeft(ledgerIn(folder)))) await rm(folder, { recursive: true, force: true });
}
