import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { featuresFile } from "../scenario/load-scenarios.ts";
import { errorText } from "../unwritten.ts";
import { findCheckout } from "../watch/checkout.ts";
import type { PlayerSettings } from "../watch/messages.ts";
import { createPlayer } from "../watch/player.ts";
import { createRoundTeller } from "../watch/tell-rounds.ts";
import { watchFiles } from "../watch/watch-files.ts";
import { beginWatching, type WatchedExpectations } from "../watch/watch-session.ts";
import { corpusTrees, isOfCorpus, openWatchedCorpus, type WatchedCorpus } from "../watch/watched-corpus.ts";
import { openWatchedSources } from "../watch/watched-sources.ts";
import { built, packageRoot, selectOrRefuse } from "./corpus.ts";
import { replayOptions } from "./replay-options.ts";
import { readExpectations } from "./run-command.ts";
import type { TargetFlags } from "./target-flags.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";
import type { WantedTarget } from "./wanted-target.ts";
import { wantedTarget } from "./wanted-target.ts";

export interface WatchFlags extends TargetFlags {
	/** `sdk` without it. */
	readonly client?: string;
	readonly expectations?: string;
	readonly concurrency?: number;
	readonly maxWait?: number;
	readonly patience?: number;
	readonly deadline?: number;
}

/** `swf-conformance watch`: plays cases, and again when what they depend on changes, until a signal ends it. */
export async function watchCommand(
	patterns: readonly string[],
	given: WatchFlags,
	terminal: Terminal,
	signal: AbortSignal,
	environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
	const corpus = await openWatchedCorpus(packageRoot, built);
	const wanted = await wantedTarget(given, environment, async () => corpus.vocabulary().features);
	const flags = { ...wanted.defaults, ...given };
	if (wanted.form.startsWith("aws:"))
		throw new UsageError(`--target ${given.target}: nobody is asked before each round what it may cost; try run`);
	selectOrRefuse(corpus.scenarios(), patterns);
	const expectations = expectationsOf(flags.expectations, corpus);
	const checkout = isOfTheKit(wanted) ? findCheckout(packageRoot, compiled) : undefined;
	const sources = checkout && (await openWatchedSources(checkout));
	const teller = createRoundTeller(terminal);
	const player = createPlayer(playerSettings(flags, given.target, wanted), teller.note);
	const over = endOf(signal);
	const early: string[] = [];
	let take = async (paths: readonly string[]): Promise<unknown> => early.push(...paths);
	const close = await watchFiles({
		trees: [...corpusTrees(packageRoot), ...(checkout?.trees ?? [])],
		files: [featuresFile(packageRoot), ...(expectations === undefined ? [] : [expectations.path])],
		wants: (path) => isOfCorpus(path, packageRoot) || checkout?.isSource(path) === true,
		changed: (paths) => void take(paths).catch(over.fail),
		failed: over.fail,
	}).catch((error: unknown) => {
		throw new UsageError(`files cannot be watched: ${errorText(error)}`);
	});
	try {
		const options = { target: given.target, patterns, corpus, sources, expectations, player, teller, failed: over.fail };
		({ take } = await beginWatching(options));
		if (early.length > 0) await take(early);
		await over.promise;
	} finally {
		close();
		await player.end();
	}
	return exitCodes.fine;
}

/** The folder of the compiled code; the sources, where they are played as they are, need none. */
const compiled = import.meta.url.endsWith(".ts") ? undefined : fileURLToPath(new URL("../../", import.meta.url));

/** Whether a change of the kit's code changes what is played: only the model is played by the kit itself. */
const isOfTheKit = ({ form }: WantedTarget): boolean => /^(mock|reference)\b/.test(form);

const expectationsOf = (file: string | undefined, corpus: WatchedCorpus): WatchedExpectations | undefined =>
	file === undefined
		? undefined
		: {
				path: resolve(file),
				read: () => readExpectations(file, { vocabulary: corpus.vocabulary(), scenarios: corpus.scenarios() }),
			};

/** Settled by the signal, or by what nothing can be done about. */
function endOf(signal: AbortSignal): { readonly promise: Promise<void>; readonly fail: (error: unknown) => void } {
	let fail: (error: unknown) => void = () => undefined;
	const promise = new Promise<void>((resolve, reject) => {
		fail = reject;
		if (signal.aborted) resolve();
		signal.addEventListener("abort", () => resolve(), { once: true });
	});
	return { promise, fail };
}

function playerSettings(
	flags: Omit<WatchFlags, "target">,
	target: string,
	{ form, environment, container, defaults }: WantedTarget,
): PlayerSettings {
	const { client = "sdk", concurrency, patience, maxWait, deadline, targetVersion } = flags;
	return {
		...{ form, environment, container, client, lacks: defaults.lacks ?? [], has: defaults.has ?? [] },
		...(concurrency === undefined ? {} : { concurrency }),
		...(patience === undefined ? {} : { patience }),
		...(maxWait === undefined ? {} : { maxWait }),
		...(deadline === undefined ? {} : { deadline }),
		...(targetVersion === undefined ? {} : { targetVersion }),
		replayOptions: replayOptions(target, client, flags),
	};
}
