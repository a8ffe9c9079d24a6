import type { Evidence } from "../evidence.ts";
import { judge } from "../judge.ts";
import { flatten } from "../scenario/match-history.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** How often a case is played, before it is left undecided. */
const mostAttempts = 3;

/**
 * The cause for which a decision failed only because the account decided too often, which says nothing of the case.
 *
 * @see https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-limits.html
 */
function exceededRate({ histories }: Evidence): string | undefined {
	for (const event of histories.flatMap(({ events }) => events)) {
		const { cause } = flatten(event);
		if (typeof cause === "string" && cause.endsWith("_RATE_EXCEEDED")) return cause;
	}
	return undefined;
}

/** What came of the account's rates and not of the case: a decision that failed for them, or a failure behind a request that had to be asked again. */
function slowedBy(scenario: Scenario, evidence: Evidence): string | undefined {
	const cause = exceededRate(evidence);
	if (cause !== undefined || evidence.repeats === undefined) return cause;
	return judge(scenario, evidence).verdict === "pass" ? undefined : "throttling";
}

/** Says of each case that was played whether it is to be played again because others on the account used up a rate. */
export function createRateRetry(): (scenario: Scenario, evidence: Evidence) => Evidence | "again" {
	const attempts = new Map<string, number>();
	return (scenario, evidence) => {
		const cause = slowedBy(scenario, evidence);
		if (cause === undefined) return evidence;
		const attempt = (attempts.get(scenario.id) ?? 0) + 1;
		attempts.set(scenario.id, attempt);
		if (attempt < mostAttempts) return "again";
		const message = `others on the account left nothing of a rate: ${cause}, each of ${attempt} times`;
		// Its expectations are not judged: what they met is the rate.
		return { ...evidence, steps: [], trouble: evidence.trouble ?? { kind: "transport", message } };
	};
}
