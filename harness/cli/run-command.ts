import type { Profile } from "../../reports/profiles/profile.ts";
import type { Shard } from "../../reports/report.ts";
import type { ClientKind } from "../clients/client.ts";
import { clientForms, openClientKind } from "../clients/client-kinds.ts";
import {
	type ExpectationsFile,
	parseExpectationsFile,
	refuseStale,
	refuseUnversioned,
} from "../expectations/expectations-file.ts";
import { tagOf } from "../expectations/versions.ts";
import { plan } from "../plan.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { type Durations, shardOf } from "../shards/split.ts";
import type { Allowed, Target } from "../targets/target.ts";
import { openTarget, targetForms } from "../targets/target-kinds.ts";
import { agreeToTerms } from "./agree-to-terms.ts";
import { kitVersion, loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import { type Outputs, prepareOutputs } from "./outputs.ts";
import { playAndReport, type RunFollower } from "./play-and-report.ts";
import { durationsFor } from "./read-durations.ts";
import { readProfiles, withinProfiles } from "./read-profiles.ts";
import { readText } from "./read-text.ts";
import { refuseUnreachable } from "./refuse-unreachable.ts";
import { replayOptions } from "./replay-options.ts";
import type { TargetFlags } from "./target-flags.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";
import { type WantedTarget, wantedTarget } from "./wanted-target.ts";
import { parseWantedReport } from "./write-reports.ts";

export interface RunFlags extends TargetFlags, Allowed {
	/** `sdk` without it. */
	readonly client?: string;
	readonly report: readonly string[];
	readonly profile: readonly string[];
	readonly expectations?: string;
	readonly concurrency?: number;
	readonly maxWait?: number;
	readonly patience?: number;
	readonly deadline?: number;
	readonly giveUp?: number;
	readonly maxRun?: number;
	readonly shard?: Shard;
	/** A report whose durations the shards are split by. */
	readonly durations?: string;
	readonly out: string;
	readonly quiet: boolean;
}

const monotonic = () => performance.now();

/** Everything that the command line says, what the configuration says of the target included. */
type Flags = RunFlags & WantedTarget["defaults"] & { readonly client: string };

/** What a run has before it has a target. */
interface Preparation {
	readonly flags: Flags;
	readonly wanted: WantedTarget;
	readonly corpus: Corpus;
	/** Of the kit. */
	readonly version: string;
	readonly kind: ClientKind;
	readonly terminal: Terminal;
	readonly interrupt: AbortSignal;
	/** What was typed, without secrets. */
	readonly command: string | undefined;
	readonly follower: RunFollower | undefined;
}

/** `swf-conformance run`: plan, play, judge, report. Whatever happens, what was measured is written. */
export async function runCommand(
	patterns: readonly string[],
	given: RunFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	environment: NodeJS.ProcessEnv,
	{ command, follower }: { readonly command?: string; readonly follower?: RunFollower } = {},
): Promise<ExitCode> {
	given.report.map(parseWantedReport);
	const loading = Promise.all([follower?.corpus ?? loadOwnCorpus(), kitVersion()]);
	const features = async () => (await loading)[0].vocabulary.features;
	const wanted = await wantedTarget(given, environment, features);
	const flags = { client: "sdk", ...wanted.defaults, ...given };
	// The client's libraries load while the scenarios are read.
	const opening = unlessInterrupted(openClientKind(flags.client, { environment: wanted.environment, interrupt }), interrupt);
	const [[corpus, version], kind] = await Promise.all([loading, opening]);
	if (kind === "interrupted") return exitCodes.interrupted;
	if (kind === undefined)
		throw new UsageError(`--client ${flags.client}: expected ${clientForms.join(", ")}.${didYouMean(flags.client, clientForms)}`);
	try {
		return await runWith({ flags, wanted, corpus, version, kind, terminal, interrupt, command, follower }, patterns);
	} finally {
		kind.dispose();
	}
}

async function runWith(preparation: Preparation, patterns: readonly string[]): Promise<ExitCode> {
	const { flags, wanted, corpus, terminal, interrupt, follower } = preparation;
	const { form, environment, container } = wanted;
	const profiles = await readProfiles(flags.profile, corpus);
	const meant = withinProfiles(selectOrRefuse(corpus.scenarios, patterns), profiles);
	const selected = meant.filter(({ id }) => follower?.wants(id) ?? true);
	const expectations = await readExpectations(flags.expectations, corpus);
	const durations = await durationsFor(flags);
	const outputs = await prepareOutputs(flags, terminal);
	const opening = openTarget(form, {
		...{ environment, interrupt, container, out: flags.out },
		tell: (line) => (flags.quiet ? undefined : terminal.err(`${line}\n`)),
		allowed: flags,
	});
	const opened = await unlessInterrupted(opening, interrupt);
	if (opened === "interrupted") return exitCodes.interrupted;
	if (opened === undefined) throw new UsageError(`--target ${flags.target}: expected ${targetForms}`);
	await using target = form === flags.target ? opened : { ...opened, name: flags.target };
	return await runOn(target, preparation, { selected, profiles, expectations, durations, outputs });
}

/** What opening came to, unless somebody interrupted it: what it rejects with then is only that. */
const unlessInterrupted = <Opened>(opening: Promise<Opened>, interrupt: AbortSignal): Promise<Opened | "interrupted"> =>
	opening.catch((error: unknown) => {
		if (interrupt.aborted) return "interrupted" as const;
		throw error;
	});

async function runOn(
	target: Target,
	{ flags, corpus, version, kind, terminal, interrupt, command, follower }: Preparation,
	{
		selected,
		profiles,
		expectations,
		durations,
		outputs,
	}: {
		readonly selected: readonly Scenario[];
		readonly profiles: readonly Profile[];
		readonly expectations: ExpectationsFile | undefined;
		readonly durations: Durations;
		readonly outputs: Outputs;
	},
): Promise<ExitCode> {
	const targetVersion = flags.targetVersion ?? (target.image === undefined ? undefined : tagOf(target.image.name));
	if (expectations !== undefined) refuseUnversioned(expectations, targetVersion);
	const whole = plan(selected, target, {
		lacks: [...(flags.lacks ?? []), ...(expectations?.lacks ?? [])],
		has: [...(flags.has ?? []), ...(expectations?.has ?? [])],
		...(flags.maxWait === undefined ? {} : { maxWait: flags.maxWait }),
	});
	const planned = flags.shard === undefined ? whole : shardOf(whole, flags.shard, durations);
	if (!(await agreeToTerms(target, planned, flags, terminal))) return exitCodes.fine;
	await refuseUnreachable(target, kind, interrupt, flags.deadline);
	return playAndReport({
		...{ corpus, planned, target, targetVersion, kind, version, expectations, profiles, terminal, interrupt, outputs },
		...{ selected, shard: flags.shard },
		...{ command, quiet: flags.quiet, replayOptions: replayOptions(flags.target, flags.client, flags) },
		...(follower === undefined ? {} : { follower }),
		options: {
			concurrency: flags.concurrency ?? Math.min(target.concurrency, kind.concurrency ?? target.concurrency),
			patience: flags.patience ?? Math.max(target.patience, kind.patience ?? 0),
			...(flags.deadline === undefined ? {} : { callSeconds: flags.deadline }),
			...(flags.giveUp === undefined ? {} : { giveUpSeconds: flags.giveUp }),
			...(flags.maxRun === undefined ? {} : { mostSeconds: flags.maxRun }),
			now: monotonic,
		},
	});
}

/** Reads an expectations file and refuses entries that mean no case. */
export async function readExpectations(
	file: string | undefined,
	{ vocabulary, scenarios }: Corpus,
): Promise<ExpectationsFile | undefined> {
	if (file === undefined) return undefined;
	const text = await readText(file, "--expectations ");
	const expectations = parseExpectationsFile(text, file, vocabulary.features);
	refuseStale(
		expectations,
		scenarios.map(({ id }) => id),
	);
	return expectations;
}
