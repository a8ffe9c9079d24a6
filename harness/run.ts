import { randomBytes } from "node:crypto";
import { setMaxListeners } from "node:events";
import type { Client, ClientKind } from "./clients/client.ts";
import type { WireClients } from "./clients/wire.ts";
import type { Evidence } from "./evidence.ts";
import type { Plan } from "./plan.ts";
import { allowanceOf } from "./play/allowance.ts";
import { createDeadlines } from "./play/deadlines.ts";
import { createDomainPool } from "./play/fixtures.ts";
import { play } from "./play/play.ts";
import { probe } from "./play/probe.ts";
import { createRecorder } from "./play/recorder.ts";
import { createSurvey, noSurvey } from "./play/survey.ts";
import { unplayed } from "./play/unplayed.ts";
import { createWatch } from "./play/watch.ts";
import type { Scenario } from "./scenario/scenario.ts";
import type { Left } from "./sweep/clear-things.ts";
import { asking, createRunClearing } from "./sweep/run-clearing.ts";
import { createRunLedger, type LedgerPage, type RunLedger } from "./sweep/run-ledger.ts";
import { allGuards } from "./targets/all-guards.ts";
import { type Session, settingsOf, type Target } from "./targets/target.ts";

export interface RunOptions {
	/** How many cases are played at once; at least 1. */
	readonly concurrency: number;
	/** Multiplies every patience that scenarios name. */
	readonly patience: number;
	readonly interrupt: AbortSignal;
	/** Called as each case ends, in the order in which they end. */
	readonly played: (scenario: Scenario, evidence: Evidence) => void | Promise<void>;
	/** Called with each case that the target's terms kept from setting out. */
	readonly refused?: (scenario: Scenario, reason: string) => void;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
	/** Seconds for which a target that stopped answering is looked for, before what is left of the run is inconclusive. */
	readonly giveUpSeconds?: number;
	/** Seconds after which the run ends, and what is left of it is inconclusive. */
	readonly mostSeconds?: number;
	/** Seconds that an answer may take. */
	readonly callSeconds?: number;
	/** Where what the run makes is written down; in memory only without it. */
	readonly ledger?: RunLedger;
}

const giveUpSeconds = 30;
/** All of the suites take a few minutes on a target of four cases at once. */
const mostSeconds = 3600;

/** Unique to the run: two runs on one account must not meet. */
export const newRunToken = () => randomBytes(5).toString("hex");

/** Plays what was planned, several cases at once, and clears up after them. Returns what it could not clear. */
export async function run(
	planned: Plan["play"],
	target: Target,
	kind: ClientKind,
	options: RunOptions,
): Promise<readonly Left[]> {
	const ledger = options.ledger ?? createRunLedger(newRunToken());
	const { runToken } = ledger;
	const domains = createDomainPool(runToken, target.terms);
	const queue = planned.map((scenario, index) => ({ scenario, token: `${runToken}-${index.toString(36)}` }));
	const connect = (token: string): { session: Session; client: Client } => {
		const session = target.session(token);
		return { session, client: kind.connect(settingsOf(target, session)) };
	};
	let loading: Promise<WireClients> | undefined;
	// The kit's own HTTP, whatever client the run is about; loaded when a step first needs it.
	const plainly = () => {
		loading ??= import("./clients/wire.ts").then(({ wireClients }) => wireClients());
		return loading;
	};
	const surveyor = async () => (await plainly()).connect(settingsOf(target, target.session(`${runToken}-survey`)));
	const outlives = !target.ephemeral;
	const guardOf = (page: LedgerPage) => (outlives ? allGuards(target.guard, page) : target.guard);
	const survey =
		target.terms === undefined
			? createSurvey(surveyor, runToken, options.interrupt, options.now, guardOf(ledger.page()))
			: noSurvey;
	const deadlines = createDeadlines({
		atOnce: options.concurrency,
		...(options.callSeconds === undefined ? {} : { call: options.callSeconds }),
	});
	const watch = createWatch({
		probe: async (signal) => {
			const { client } = connect(`${runToken}-watch`);
			const recorder = createRecorder(client, signal, options.now, target.guard, { deadlines });
			// Whoever guards the target may refuse the call, which says nothing of the target.
			return probe(recorder)
				.catch(() => undefined)
				.finally(() => client.close());
		},
		giveUpSeconds: options.giveUpSeconds ?? giveUpSeconds * options.patience,
		// Whoever guards a target paces the run, for as long as it takes.
		...(target.guard === undefined || options.mostSeconds !== undefined
			? { mostSeconds: options.mostSeconds ?? mostSeconds * Math.max(1, options.patience) }
			: {}),
		...(target.gone === undefined ? {} : { gone: target.gone }),
		...{ interrupt: options.interrupt, now: options.now },
	});
	const never = new AbortController().signal;
	// Every case that is cleared up after listens to it.
	setMaxListeners(0, never);
	const cleaner = async () => (await plainly()).connect(settingsOf(target, target.session(runToken)));
	const ask = asking(async () => createRecorder(await cleaner(), never, options.now, target.guard, { deadlines }));
	const clearing = createRunClearing(ledger, ask, watch.over, target.guard !== undefined);
	// Cases that are played one after another share a connection and, on a target of our own, an account; unique names keep them apart.
	const worker = async (_: unknown, lane: number) => {
		let { session, client } = connect(`${runToken}-${lane}`);
		for (let next = queue.shift(); next !== undefined && !options.interrupt.aborted; next = queue.shift()) {
			await watch.ready();
			const { scenario, token } = next;
			if (watch.over.aborted) {
				await options.played(scenario, unplayed(scenario, watch.over));
				continue;
			}
			const refusal = target.terms?.admit(scenario);
			if (refusal !== undefined) {
				options.refused?.(scenario, refusal);
				continue;
			}
			if (session.credentials.accessKeyId !== target.session(`${runToken}-${lane}`).credentials.accessKeyId) {
				client.close();
				({ session, client } = connect(`${runToken}-${lane}`));
			}
			const raw = async () => (await plainly()).raw(settingsOf(target, session));
			const page = ledger.page();
			const guard = guardOf(page);
			const stage = {
				...{ client, raw, session, domains, survey, uniqueSuffix: `-${token}`, ephemeral: target.ephemeral, ...options },
				...{ deadlines, over: watch.over, allowance: allowanceOf(scenario, options.concurrency, options.patience) },
				...(guard === undefined ? {} : { guard }),
			};
			const evidence = await play(scenario, stage);
			const settled = target.terms?.settle(scenario, evidence) ?? evidence;
			if (settled === "again") queue.push({ scenario, token: `${token}-again` });
			else await options.played(scenario, settled);
			if (outlives) await clearing.afterCase(page, evidence);
			if (evidence.trouble?.kind === "transport" && !watch.over.aborted) await watch.look();
		}
		client.close();
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(options.concurrency, queue.length)) }, worker));
	watch.stop();
	survey.close();
	const left = outlives ? await clearing.afterRun() : [];
	(await loading)?.dispose();
	return left;
}
