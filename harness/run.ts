import { randomBytes } from "node:crypto";
import type { Client, ClientKind } from "./clients/client.ts";
import type { WireClients } from "./clients/wire.ts";
import type { Evidence } from "./evidence.ts";
import type { Plan } from "./plan.ts";
import { deprecateDomains } from "./play/clear-up.ts";
import { createDomainPool } from "./play/fixtures.ts";
import { play } from "./play/play.ts";
import { createRecorder } from "./play/recorder.ts";
import { createSurvey, noSurvey } from "./play/survey.ts";
import type { Scenario } from "./scenario/scenario.ts";
import { settingsOf, type Target } from "./targets/target.ts";

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
}

/** Unique to the run: two runs on one account must not meet. */
const newRunToken = () => randomBytes(5).toString("hex");

/** Plays what was planned, several cases at once, and clears up after them. */
export async function run(planned: Plan["play"], target: Target, kind: ClientKind, options: RunOptions): Promise<void> {
	const runToken = newRunToken();
	const domains = createDomainPool(runToken, target.terms);
	const queue = planned.map((scenario, index) => ({ scenario, token: `${runToken}-${index.toString(36)}` }));
	const connect = (token: string): { session: ReturnType<Target["session"]>; client: Client } => {
		const session = target.session(token);
		return {
			session,
			client: kind.connect(settingsOf(target, session)),
		};
	};
	let loading: Promise<WireClients> | undefined;
	// The kit's own HTTP, whatever client the run is about; loaded when a step first needs it.
	const plainly = () => {
		loading ??= import("./clients/wire.ts").then(({ wireClients }) => wireClients());
		return loading;
	};
	const surveyor = async () => (await plainly()).connect(settingsOf(target, target.session(`${runToken}-survey`)));
	const survey =
		target.terms === undefined ? createSurvey(surveyor, runToken, options.interrupt, options.now, target.guard) : noSurvey;
	// Cases that are played one after another share a connection and, on a target of our own, an account; unique names keep them apart.
	const worker = async (_: unknown, lane: number) => {
		let { session, client } = connect(`${runToken}-${lane}`);
		for (let next = queue.shift(); next !== undefined && !options.interrupt.aborted; next = queue.shift()) {
			const { scenario, token } = next;
			const refusal = await target.terms?.admit(scenario);
			if (refusal !== undefined) {
				options.refused?.(scenario, refusal);
				continue;
			}
			if (target.session(`${runToken}-${lane}`).credentials !== session.credentials && target.terms !== undefined) {
				client.close();
				({ session, client } = connect(`${runToken}-${lane}`));
			}
			const raw = async () => (await plainly()).raw(settingsOf(target, session));
			const { guard, ephemeral } = target;
			const stage = {
				...{ client, raw, session, domains, survey, uniqueSuffix: `-${token}`, ephemeral, ...options },
				...(guard === undefined ? {} : { guard }),
			};
			const evidence = await play(scenario, stage);
			target.terms?.settle(scenario, evidence);
			await options.played(scenario, evidence);
		}
		client.close();
	};
	await Promise.all(Array.from({ length: Math.max(1, Math.min(options.concurrency, queue.length)) }, worker));
	if (!target.ephemeral) await survey.clear();
	if (!target.ephemeral && domains.registered.length > 0) {
		const { client } = connect(runToken);
		await deprecateDomains(
			createRecorder(client, options.interrupt, options.now, target.guard),
			domains.registered.map(({ name }) => name),
		);
		client.close();
	}
	(await loading)?.dispose();
}
