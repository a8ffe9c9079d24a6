import type { Finding, Observation } from "../../reports/report.ts";
import type { Evidence, StepEvidence } from "../evidence.ts";
import { evaluate, type Seen, seenBy } from "../scenario/evaluate.ts";
import { allSteps, type Expectation, type Scenario, type Step } from "../scenario/scenario.ts";
import type { Check } from "./check.ts";

/** The scenario's own expectations, against what its steps saw. */
export const expectations: Check = (scenario, evidence) => {
	const findings: Finding[] = [];
	const observations: Observation[] = [];
	let reached = 0;
	const progress = new Map(evidence.steps.map((step) => [step.step, step]));
	for (const step of allSteps(scenario.steps)) {
		const came = progress.get(step.path);
		if (came === undefined || came.outcome === "unbound") continue;
		if (awaitsTask(step)) reached += 1;
		if (came.outcome === "missing-task") {
			findings.push(missingTask(step, came, scenario));
			continue;
		}
		const seen = seenIn(step, came, evidence);
		if (seen === undefined) continue;
		for (const expectation of step.expectations) {
			const found = evaluate(expectation.rule, expectation.ignoring, seen, evidence);
			if ("unbound" in found) continue;
			reached += 1;
			if (!found.holds) findings.push({ ...findingOf(step, came, expectation), ...found.difference });
			else if (found.reading !== undefined)
				observations.push({ step: step.path, clause: expectation.clause, reading: found.reading });
		}
	}
	return { findings, observations, reached };
};

/** A task that `decide` polls for is a check of its own; `decisionTask` and `activityTask` imply an answer instead. */
const awaitsTask = (step: Step) => step.action === "decide" && "execution" in step.task;

function missingTask(step: Step, came: StepEvidence, scenario: Scenario): Finding {
	const [clause] = scenario.clauses;
	return {
		check: "expectations",
		clause,
		level: scenario.level,
		message: came.note ?? "the task did not arrive",
		step: step.path,
		expected: step.action === "activityTask" ? "an activity task" : "a decision task",
		observed: "none",
		exchanges: came.final,
	};
}

const findingOf = (step: Step, came: StepEvidence, { clause, level }: Expectation) => ({
	check: "expectations" as const,
	clause,
	level,
	step: step.path,
	exchanges: came.final,
});

const hasHistory = (step: Step) =>
	step.action === "history" ||
	step.action === "decisionTask" ||
	(step.action === "operation" && (step.operation === "GetWorkflowExecutionHistory" || step.operation === "PollForDecisionTask"));

function seenIn(step: Step, { final }: StepEvidence, { exchanges }: Evidence): Seen | undefined {
	const seen = final.flatMap((index) => exchanges[index] ?? []);
	return seenBy(seen, hasHistory(step));
}
