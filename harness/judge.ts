import type { Finding, Level, Observation, Verdict } from "../reports/report.ts";
import type { Check, CheckResult } from "./checks/check.ts";
import { checks } from "./checks/checks.ts";
import type { Evidence } from "./evidence.ts";
import { allSteps, type Scenario } from "./scenario/scenario.ts";

/** What is said of one case before an expectations file is looked at. */
export interface Judgement {
	readonly verdict: Verdict;
	readonly level: Level;
	readonly reason?: string;
	readonly findings: readonly Finding[];
	readonly observations: readonly Observation[];
	readonly reached: number;
}

const strength: readonly Level[] = ["MAY", "SHOULD", "MUST"];
const stronger = (one: Level, other: Level): Level => (strength.indexOf(one) >= strength.indexOf(other) ? one : other);

/** The strongest level among what a case says in so many words; a case of level MAY is informational. */
export const levelOfCase = ({ steps, level }: Scenario): Level =>
	allSteps(steps)
		.flatMap(({ expectations }) => expectations.filter(({ implied }) => !implied).map((expectation) => expectation.level))
		.reduce<Level | undefined>((strongest, each) => (strongest === undefined ? each : stronger(strongest, each)), undefined) ??
	level;

/** Judges what was observed of one case. Pure: evidence recorded once can be judged again by later rules. */
export function judge(scenario: Scenario, evidence: Evidence): Judgement {
	const results = Object.values<Check>(checks).map((check) => check(scenario, evidence));
	const findings = results.flatMap((result) => result.findings);
	return {
		...verdictOf(scenario, evidence, findings, results),
		level: findings.some(isBrokenLaw) ? "MUST" : levelOfCase(scenario),
		findings,
		observations: results.flatMap((result) => result.observations),
		reached: results.reduce((sum, result) => sum + result.reached, 0),
	};
}

/** What no target may do whatever a case is about: an informational case that shows it is scored with the others. */
const isBrokenLaw = ({ check, level }: Finding) => check !== "expectations" && level === "MUST";

function verdictOf(
	scenario: Scenario,
	evidence: Evidence,
	findings: readonly Finding[],
	results: readonly CheckResult[],
): Pick<Judgement, "verdict" | "reason"> {
	const { trouble } = evidence;
	const defect = results.find((result) => result.defect !== undefined)?.defect;
	const misled = results.find((result) => result.misled !== undefined)?.misled;
	if (trouble?.kind === "kit" || trouble?.kind === "fixture") return { verdict: "error", reason: trouble.message };
	if (defect !== undefined) return { verdict: "error", reason: defect };
	if (findings.some(({ level }) => level === "MUST")) return { verdict: "fail" };
	if (trouble?.kind === "unsupported") return { verdict: "unsupported", reason: trouble.message };
	if (trouble?.kind === "interrupted") return { verdict: "skipped", reason: trouble.message };
	if (trouble !== undefined) return { verdict: "inconclusive", reason: trouble.message };
	if (misled !== undefined) return { verdict: "inconclusive", reason: misled };
	if (findings.some(({ level }) => level === "SHOULD")) return { verdict: "warn" };
	const stopped = stoppedAt(scenario, evidence);
	return stopped === undefined ? { verdict: "pass" } : { verdict: "inconclusive", reason: `ended early at step ${stopped}` };
}

/** The step at which a case ended before its time, if it did. */
function stoppedAt({ steps }: Scenario, evidence: Evidence): string | undefined {
	const done = new Set(evidence.steps.filter(({ outcome }) => outcome === "done").map(({ step }) => step));
	return allSteps(steps).find((step) => step.action !== "elapse" && step.action !== "together" && !done.has(step.path))?.path;
}
