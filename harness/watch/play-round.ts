import { setMaxListeners } from "node:events";
import { redactCase } from "../../reports/redact-report.ts";
import type { CaseReport } from "../../reports/report.ts";
import { withinRoom } from "../../reports/within-room.ts";
import { type JudgeContext, reportCase, reportUnplayed } from "../assemble-report.ts";
import { kitVersion } from "../cli/corpus.ts";
import { refuseUnreachable } from "../cli/refuse-unreachable.ts";
import { UnreachableError, UsageError } from "../cli/terminal.ts";
import { withLedger } from "../cli/with-ledger.ts";
import type { ClientKind } from "../clients/client.ts";
import { clientForms, openClientKind } from "../clients/client-kinds.ts";
import { refuseUnversioned } from "../expectations/expectations-file.ts";
import { tagOf } from "../expectations/versions.ts";
import { plan } from "../plan.ts";
import { run } from "../run.ts";
import { didYouMean, InputError } from "../scenario/problem.ts";
import type { Target } from "../targets/target.ts";
import { openTarget, targetForms } from "../targets/target-kinds.ts";
import type { FromPlayer, PlayerSettings, Round } from "./messages.ts";
import { usesOf } from "./uses-of.ts";

/** Where the logs of containers and the ledgers of targets that outlive a watch go. */
const out = "reports/out";
const now = () => performance.now();

let kind: ClientKind | undefined;
/** A target that takes long to start is kept for the next round. */
let kept: Target | undefined;

/** Plays and judges cases, and tells of each when it is over. What keeps it from playing is in what it resolves with. */
export async function playRound(
	settings: PlayerSettings,
	round: Round,
	interrupt: AbortSignal,
	tell: (message: FromPlayer) => void,
): Promise<FromPlayer> {
	// Every call under way listens to it.
	setMaxListeners(0, interrupt);
	try {
		kind ??= await openClient(settings, interrupt);
		const target = kept ?? (await openWanted(settings, interrupt, tell));
		if (target.image !== undefined) kept = target;
		try {
			await playOn(target, kind, settings, round, interrupt, tell);
		} finally {
			if (kept === undefined) await target[Symbol.asyncDispose]();
		}
		return { kind: "done" };
	} catch (error) {
		if (interrupt.aborted) return { kind: "done" };
		if (error instanceof UnreachableError) return { kind: "trouble", about: "unreachable", message: error.message };
		if (error instanceof UsageError || error instanceof InputError)
			return { kind: "trouble", about: "usage", message: error.message };
		throw error;
	}
}

/** Ends what is kept. */
export async function closeTarget(): Promise<void> {
	kind?.dispose();
	await kept?.[Symbol.asyncDispose]();
}

async function openClient({ client, environment }: PlayerSettings, interrupt: AbortSignal): Promise<ClientKind> {
	const opened = await openClientKind(client, { environment, interrupt });
	if (opened === undefined)
		throw new UsageError(`--client ${client}: expected ${clientForms.join(", ")}.${didYouMean(client, clientForms)}`);
	return opened;
}

async function openWanted(
	{ form, environment, container }: PlayerSettings,
	interrupt: AbortSignal,
	tell: (message: FromPlayer) => void,
): Promise<Target> {
	const options = { environment, interrupt, out, container, tell: (line: string) => tell({ kind: "note", line }) };
	const opened = await openTarget(form, options);
	if (opened === undefined) throw new UsageError(`--target ${form}: expected ${targetForms}`);
	return opened;
}

async function playOn(
	target: Target,
	client: ClientKind,
	settings: PlayerSettings,
	{ scenarios, expectations }: Round,
	interrupt: AbortSignal,
	tell: (message: FromPlayer) => void,
): Promise<void> {
	await refuseUnreachable(target, client, interrupt, settings.deadline);
	const version = settings.targetVersion ?? (target.image === undefined ? undefined : tagOf(target.image.name));
	if (expectations !== undefined) refuseUnversioned(expectations, version);
	const started = new Date().toISOString();
	const { replayOptions } = settings;
	const context: JudgeContext = {
		...{ expectations, today: started.slice(0, 10), replayOptions },
		...(version === undefined ? {} : { version }),
	};
	const played = (report: CaseReport, uses: readonly string[]) =>
		tell({ kind: "played", played: { report: withinRoom(redactCase(report), 0), uses } });
	const planned = plan(scenarios, target, {
		lacks: [...settings.lacks, ...(expectations?.lacks ?? [])],
		has: [...settings.has, ...(expectations?.has ?? [])],
		...(settings.maxWait === undefined ? {} : { maxWait: settings.maxWait }),
	});
	for (const each of planned.skip) played(reportUnplayed(each, context), []);
	const options = {
		...{ interrupt, now, patience: settings.patience ?? Math.max(target.patience, client.patience ?? 0) },
		concurrency: settings.concurrency ?? Math.min(target.concurrency, client.concurrency ?? target.concurrency),
		...(settings.deadline === undefined ? {} : { callSeconds: settings.deadline }),
	};
	const told = { target, out, kit: await kitVersion(), started, tell: (line: string) => tell({ kind: "note", line }) };
	// What was planned is in the order of a whole run; here the first that changed comes first.
	const first = planned.play.toSorted((one, other) => scenarios.indexOf(one) - scenarios.indexOf(other));
	await withLedger(told, (ledger) =>
		run(first, target, client, {
			...{ ...options, ...ledger },
			played: (scenario, evidence) => {
				// What an interrupt cut short is played again.
				if (!interrupt.aborted) played(reportCase(scenario, evidence, context), usesOf(evidence));
			},
		}),
	);
}
