import picomatch from "picomatch";
import type { Scenario } from "./scenario/scenario.ts";
import type { Target } from "./targets/target.ts";

export interface Plan {
	readonly play: readonly Scenario[];
	readonly skip: readonly { readonly scenario: Scenario; readonly verdict: "skipped" | "unsupported"; readonly reason: string }[];
}

export interface PlanOptions {
	/** Service time in seconds that a case may let pass on a wall clock. */
	readonly maxWait?: number;
	/** Features that somebody says the target lacks. */
	readonly lacks: readonly string[];
	/** And those that it has, of which its kind is taken to lack some. */
	readonly has?: readonly string[];
}

/** Whether a pattern means a case: a glob over ids, where a scenario's id means all rows of its table. */
export function selects(pattern: string): (id: string) => boolean {
	const matches = picomatch(pattern, { nonegate: true, noextglob: true });
	return (id) => matches(id) || matches(id.split(":")[0] ?? id);
}

/** The cases that at least one of the patterns means; all without patterns. */
export const select = <Case extends Pick<Scenario, "id">>(
	scenarios: readonly Case[],
	patterns: readonly string[],
): readonly Case[] => {
	const selectors = patterns.map(selects);
	return selectors.length === 0 ? scenarios : scenarios.filter(({ id }) => selectors.some((selected) => selected(id)));
};

/** Decides what to play on a target and what not, and why. Long cases set out first, so that the run is as short as the longest. */
export function plan(
	scenarios: readonly Scenario[],
	target: Pick<Target, "clock" | "lacks" | "terms">,
	{ maxWait, lacks, has = [] }: PlanOptions,
): Plan {
	const missing = [...lacks, ...target.lacks.filter((feature) => !has.includes(feature))];
	const decided = scenarios.map((scenario) => ({ scenario, refusal: refusal(scenario) }));
	return {
		play: decided
			.flatMap(({ scenario, refusal: refused }) => (refused === undefined ? [scenario] : []))
			.sort((one, other) => other.serviceSeconds - one.serviceSeconds),
		skip: decided.flatMap(({ scenario, refusal: refused }) => (refused === undefined ? [] : [{ scenario, ...refused }])),
	};

	function refusal(scenario: Scenario): { verdict: "skipped" | "unsupported"; reason: string } | undefined {
		const { needs, serviceSeconds } = scenario;
		const lacking = needs.filter((feature) => missing.includes(feature));
		if (lacking.length > 0) return { verdict: "unsupported", reason: `the target is said to lack ${lacking.join(", ")}` };
		if (target.clock === "wall" && maxWait !== undefined && serviceSeconds > maxWait) {
			return { verdict: "skipped", reason: `it lets ${serviceSeconds} s of service time pass, more than --max-wait ${maxWait}` };
		}
		const reason = target.terms?.refusal(scenario);
		return reason === undefined ? undefined : { verdict: "skipped", reason };
	}
}
