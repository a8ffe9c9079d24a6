import type { Json } from "../../specs/wire/json.ts";
import type { Client } from "../clients/client.ts";
import type { RawClient } from "../clients/raw.ts";
import type { Evidence, StepEvidence } from "../evidence.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { GaveUp, type Guard } from "../targets/guard.ts";
import type { Session } from "../targets/target.ts";
import type { Allowance } from "./allowance.ts";
import type { CaseContext } from "./case-context.ts";
import { createCaseEnd } from "./case-end.ts";
import { clearUp } from "./clear-up.ts";
import { createDeadlines, type Deadlines } from "./deadlines.ts";
import { readFinalHistories } from "./final-histories.ts";
import { type DomainPool, registerFixtures } from "./fixtures.ts";
import { playSteps } from "./play-steps.ts";
import { createRecorder } from "./recorder.ts";
import { isTransport } from "./refusals.ts";
import type { Survey } from "./survey.ts";
import { createInbox } from "./tasks.ts";

/** What a case is played with. */
export interface Stage {
	readonly client: Client;
	/** What sends requests that no client would. */
	readonly raw: () => Promise<RawClient>;
	readonly session: Session;
	readonly domains: DomainPool;
	readonly survey: Survey;
	/** Appended to every unique name of the case. */
	readonly uniqueSuffix: string;
	/** Nothing that the case made outlives the run. */
	readonly ephemeral: boolean;
	readonly patience: number;
	readonly interrupt: AbortSignal;
	readonly guard?: Guard;
	/** What the case may cost; as much as it takes where it is absent. */
	readonly allowance?: Allowance;
	/** Ends the case because the run is over for its target. */
	readonly over?: AbortSignal;
	readonly deadlines?: Deadlines;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
}

/** Plays one case and tells everything that was observed. Judges nothing, and never throws for what a target does. */
export async function play(scenario: Scenario, stage: Stage): Promise<Evidence> {
	const { client, raw, session, domains, survey, uniqueSuffix, ephemeral, patience, interrupt, now } = stage;
	const began = now();
	const end = createCaseEnd(interrupt, stage.over, stage.allowance);
	const deadlines = stage.deadlines ?? createDeadlines();
	const recorder = createRecorder(client, end.signal, now, stage.guard, { deadlines, weigh: end.weigh });
	const bindings: Record<string, Json> = {};
	const steps: StepEvidence[] = [];
	let trouble: Evidence["trouble"];
	const context: CaseContext = {
		recorder,
		raw,
		clock: session.clock,
		deadlines,
		inbox: createInbox(),
		survey,
		interrupt: end.signal,
		room: end.room,
		patience,
		now,
		environment: () => ({ bindings, uniqueSuffix }),
		bind: (name, value) => {
			bindings[name] = value;
		},
		bindAll: (found) => Object.assign(bindings, found),
		note: (step) => steps.push(step),
		trouble: (found) => {
			// A call that breaks off because somebody interrupted the run says nothing of the line.
			const isCut = end.signal.aborted && (found.kind === "transport" || found.kind === "interrupted");
			trouble ??= isCut ? end.trouble() : found;
		},
	};
	/** A defect of ours ends this case and no other. */
	const noteThrown = (error: unknown) => {
		if (end.signal.aborted) context.trouble(end.trouble());
		else if (error instanceof GaveUp) context.trouble({ kind: "transport", message: error.message });
		else
			context.trouble({ kind: "kit", message: `a defect of the kit: ${error instanceof Error ? error.message : String(error)}` });
	};
	let histories: Awaited<ReturnType<typeof readFinalHistories>> = [];
	try {
		const ready = await registerFixtures(scenario.fixtures, session.credentials.accessKeyId, domains, context);
		if (ready) await playSteps(scenario.steps, context);
		if (trouble === undefined || trouble.kind === "unsupported")
			histories = await readFinalHistories(recorder, session.clock.kind, end.signal);
		const last = recorder.exchanges.at(-1);
		// What could not be read could not be held against the laws of histories.
		if (last?.step === "history" && isTransport(last.outcome))
			context.trouble({ kind: "transport", message: `${last.operation}: ${last.outcome.problem}` });
		if (end.signal.aborted) context.trouble(end.trouble());
	} catch (error) {
		noteThrown(error);
	}
	try {
		const isWhole = trouble === undefined;
		if (!ephemeral) await clearUp(recorder, histories, isWhole, end.clear());
	} catch (error) {
		noteThrown(error);
	} finally {
		end.dispose();
	}
	return {
		id: scenario.id,
		digest: scenario.digest,
		steps,
		exchanges: recorder.exchanges,
		bindings,
		uniqueSuffix,
		histories: histories.map(({ workflowId, runId, events }) => ({ workflowId, runId, events })),
		durationMs: Math.round((now() - began) * 1000) / 1000,
		...(recorder.repeats === 0 ? {} : { repeats: recorder.repeats }),
		...(trouble === undefined ? {} : { trouble }),
	};
}
