import type { Finding } from "../../reports/report.ts";
import { type InvariantName, invariants as laws } from "../../specs/invariants/invariants.ts";
import type { Violation } from "../../specs/invariants/support/invariant.ts";
import type { Observed } from "../../specs/invariants/support/observed.ts";
import type { Exchange } from "../evidence.ts";
import type { Check } from "./check.ts";
import { observe } from "./observe.ts";

/** A law that is broken at every event is shown to be broken by so many of them. */
const mostOfOne = 10;

/** The laws of every history, against all that the target told of the executions of a case. */
export const invariants: Check = (_, { exchanges }) => ({
	findings: invariantFindings(observe(exchanges), exchanges),
	observations: [],
	reached: 0,
});

/**
 * What speaks against the laws of histories.
 *
 * @param exchanges that the positions in `observed` are of, for the step that each belongs to
 */
export function invariantFindings(observed: Observed, exchanges: readonly Pick<Exchange, "step">[]): readonly Finding[] {
	return (Object.keys(laws) as readonly InvariantName[]).flatMap((name) => {
		const violations = merged(laws[name].law(observed));
		const more = violations.length - mostOfOne;
		const several = observed.runs.length > 1;
		return violations.slice(0, mostOfOne).map((violation, index) => {
			const finding = findingOf(name, violation, several, exchanges);
			const isLast = index === mostOfOne - 1 && more > 0;
			return isLast ? { ...finding, message: `${finding.message}; and ${more} more of this kind` } : finding;
		});
	});
}

/** What several answers show alike is one violation. */
function merged(violations: readonly Violation[]): readonly Violation[] {
	const found = new Map<string, Violation>();
	for (const violation of violations) {
		const { run, exchanges, ...what } = violation;
		const key = JSON.stringify([run.domain, run.workflowId, run.runId, what]);
		const before = found.get(key);
		found.set(key, before === undefined ? violation : { ...before, exchanges: [...before.exchanges, ...exchanges] });
	}
	return [...found.values()];
}

function findingOf(
	name: InvariantName,
	{ run, at, message, expected, observed, exchanges: positions }: Violation,
	several: boolean,
	exchanges: readonly Pick<Exchange, "step">[],
): Finding {
	const step = exchanges[positions.at(-1) ?? -1]?.step;
	return {
		check: "invariants",
		clause: `histories/${name}`,
		level: laws[name].level,
		message: several ? `${message}, in ${run.workflowId}, run ${run.runId}` : message,
		...(step === undefined ? {} : { step }),
		...(at === undefined ? {} : { at }),
		...(expected === undefined ? {} : { expected }),
		...(observed === undefined ? {} : { observed }),
		exchanges: [...new Set(positions)],
	};
}
