import type { Evidence } from "../evidence.ts";
import { flatten } from "../scenario/match-history.ts";

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

/** Says of each case that was played whether it is to be played again because others on the account used up a rate of decisions. */
export function createRateRetry(): (id: string, evidence: Evidence) => Evidence | "again" {
	const attempts = new Map<string, number>();
	return (id, evidence) => {
		const cause = exceededRate(evidence);
		if (cause === undefined) return evidence;
		const attempt = (attempts.get(id) ?? 0) + 1;
		attempts.set(id, attempt);
		if (attempt < mostAttempts) return "again";
		const message = `others on the account left nothing of a rate: ${cause}, each of ${attempt} times`;
		// Its expectations are not judged: what they met is the rate.
		return { ...evidence, steps: [], trouble: evidence.trouble ?? { kind: "transport", message } };
	};
}
