import type { ClientKind } from "../clients/client.ts";
import { judge } from "../judge.ts";
import { plan } from "../plan.ts";
import { run } from "../run.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { openReference } from "../targets/reference.ts";
import type { Difference } from "./difference.ts";

/** Plays the suites with both builds against the reference model behind a port, each build with its own HTTP handler, and tells which verdicts differ. */
export async function compareOnTheSuites(
	baseline: ClientKind,
	candidate: ClientKind,
	scenarios: readonly Scenario[],
	interrupt: AbortSignal,
): Promise<readonly Difference[]> {
	const before = await verdictsWith(baseline, scenarios, interrupt);
	const after = await verdictsWith(candidate, scenarios, interrupt);
	interrupt.throwIfAborted();
	return scenarios.flatMap(({ id }): readonly Difference[] => {
		const [one, other] = [before.get(id), after.get(id)];
		if (one === undefined || other === undefined || one.verdict === other.verdict) return [];
		const why = other.reason ?? one.reason;
		return [
			{
				...{ probe: `suites/${id}`, aspect: "verdict", baseline: one.verdict, candidate: other.verdict },
				...(why === undefined ? {} : { at: why }),
			},
		];
	});
}

interface Said {
	readonly verdict: string;
	readonly reason?: string;
}

async function verdictsWith(
	kind: ClientKind,
	scenarios: readonly Scenario[],
	interrupt: AbortSignal,
): Promise<ReadonlyMap<string, Said>> {
	await using target = await openReference("virtual");
	const said = new Map<string, Said>();
	await run(plan(scenarios, target, { lacks: [] }).play, target, kind, {
		// More patient than a run: what a busy machine delays must not look like a difference between the builds.
		...{ concurrency: target.concurrency, patience: 1, interrupt, now: () => performance.now() },
		played: (scenario, evidence) => {
			const { verdict, reason, findings } = judge(scenario, evidence);
			const why = reason ?? findings[0]?.message;
			said.set(scenario.id, { verdict, ...(why === undefined ? {} : { reason: why }) });
		},
	});
	kind.dispose();
	return said;
}
