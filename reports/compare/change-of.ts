import type { Verdict } from "../report.ts";

/**
 * What became of a case between two reports, by its verdicts. `docs/compare.md` has the table.
 *
 * - `regression`: what the base report shows to work does not any more.
 * - `accepted`: the same, but the expectations file of the head report says that it is known.
 * - `fix`: what was broken, or unknown to the target, works now.
 * - `changed`: another verdict that proves neither.
 * - `undecided`: the base report could tell, the head report could not.
 * - `unplayed`: one of the two did not play it, so there is nothing to compare.
 * - `same`: the same verdict.
 */
export type Change = "regression" | "accepted" | "fix" | "changed" | "undecided" | "unplayed" | "same";

/**
 * How well the target did at worst and at best: 2 where rules of level MUST and SHOULD held, 1 where those of level MUST did, 0 where not even they.
 * Whoever lacks an operation does no better or worse than who fails at it. A pass that nobody expected may have been a warning.
 */
const standings: { readonly [verdict in Verdict]: { readonly worst: number; readonly best: number } | "untold" | "unplayed" } = {
	pass: { worst: 2, best: 2 },
	"unexpected-pass": { worst: 1, best: 2 },
	warn: { worst: 1, best: 1 },
	unsupported: { worst: 0, best: 0 },
	fail: { worst: 0, best: 0 },
	"expected-failure": { worst: 0, best: 0 },
	inconclusive: "untold",
	error: "untold",
	skipped: "unplayed",
};

/** How a case with these verdicts changed. */
export function changeOf(base: Verdict, head: Verdict): Change {
	const [before, after] = [standings[base], standings[head]];
	if (before === "unplayed" || after === "unplayed") return "unplayed";
	if (base === head) return "same";
	if (before === "untold") return "changed";
	if (after === "untold") return "undecided";
	if (after.worst > before.best) return "fix";
	if (after.best >= before.worst) return "changed";
	return head === "expected-failure" ? "accepted" : "regression";
}
