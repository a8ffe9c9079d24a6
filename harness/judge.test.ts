import { describe, expect, test } from "vitest";
import type { Level } from "../reports/report.ts";
import type { Evidence, Exchange, Outcome, StepEvidence } from "./evidence.ts";
import { judge, levelOfCase } from "./judge.ts";
import type { Expectation, Rule, Scenario, Step } from "./scenario/scenario.ts";

const at = { line: 1, column: 1 };
const answer: Outcome = { kind: "answer", output: { runId: "r" } };
const fault: Outcome = { kind: "fault", type: "UnknownResourceFault" };

const expectation = (level: Level, rule: Rule, implied = false): Expectation => ({
	at,
	clause: `area/${level.toLowerCase()}`,
	level,
	ignoring: [],
	rule,
	implied,
});
const anAnswer: Rule = { kind: "answer", pattern: {} };
const aFault: Rule = { kind: "fault", type: "UnknownResourceFault" };
const refers: Rule = { kind: "answer", pattern: { runId: "$gone.runId" } };

const step = (path: string, ...expectations: readonly Expectation[]): Step => ({
	action: "operation",
	operation: "DescribeDomain",
	input: {},
	path,
	at,
	expectations,
});
const scenario = (...steps: readonly Step[]): Scenario => ({
	id: "a/b",
	file: "a/b.yaml",
	digest: "d",
	clauses: ["area/first"],
	level: "MUST",
	needs: [],
	fixtures: [],
	steps,
	serviceSeconds: 0,
	declaredChecks: steps.length,
});
const done = (path: string, ...final: readonly number[]): StepEvidence => ({ step: path, outcome: "done", final, task: [] });
const exchange = (outcome: Outcome): Exchange => ({
	step: "1",
	operation: "DescribeDomain",
	input: {},
	request: { headers: {}, body: "{}" },
	outcome,
	sentAfterMs: 0,
	durationMs: 1,
});
const evidence = (outcomes: readonly Outcome[], steps: readonly StepEvidence[], trouble?: Evidence["trouble"]): Evidence => ({
	id: "a/b",
	digest: "d",
	steps,
	exchanges: outcomes.map(exchange),
	bindings: {},
	uniqueSuffix: "-1",
	histories: [],
	durationMs: 1,
	...(trouble === undefined ? {} : { trouble }),
});
const trouble = (kind: NonNullable<Evidence["trouble"]>["kind"]): Evidence["trouble"] => ({ kind, message: `it was ${kind}` });

/** Two steps, of which the first breaks an expectation of this level; what happened at the second is up to the test. */
const broken = (level: Level) => scenario(step("1", expectation(level, aFault)), step("2", expectation("MUST", anAnswer)));
const whole = [done("1", 0), done("2", 1)];

describe("a verdict", () => {
	test("is pass when every expectation held to the last step", () => {
		const held = scenario(step("1", expectation("MUST", anAnswer)), step("2", expectation("MUST", aFault)));
		expect(judge(held, evidence([answer, fault], whole))).toEqual({
			verdict: "pass",
			level: "MUST",
			findings: [],
			observations: [],
			reached: 2,
		});
	});

	test.each([
		["MUST", "fail"],
		["SHOULD", "warn"],
		["MAY", "pass"],
	] as const)("of a case that breaks what it %s do is %s", (level, verdict) => {
		const judged = judge(broken(level), evidence([answer, answer], whole));
		expect(judged).toMatchObject({
			verdict,
			findings: [{ level, clause: `area/${level.toLowerCase()}`, step: "1", exchanges: [0] }],
		});
	});

	test.each([
		["MUST", "fail"],
		["SHOULD", "warn"],
		["MAY", "inconclusive"],
	] as const)("of a case that stopped early after breaking what it %s do is %s", (level, verdict) => {
		expect(judge(broken(level), evidence([answer], [done("1", 0)])).verdict).toBe(verdict);
	});

	test("of a case that stopped early says where", () => {
		const judged = judge(scenario(step("1", expectation("MUST", anAnswer)), step("2")), evidence([answer], [done("1", 0)]));
		expect(judged).toMatchObject({ verdict: "inconclusive", reason: "ended early at step 2" });
	});

	test.each([
		["kit", "error", "error"],
		["fixture", "error", "error"],
		["unsupported", "unsupported", "fail"],
		["interrupted", "skipped", "fail"],
		["transport", "inconclusive", "fail"],
	] as const)("of a case with %s trouble is %s, and %s after a finding of level MUST", (kind, alone, afterFinding) => {
		expect(judge(broken("MAY"), evidence([answer], [done("1", 0)], trouble(kind)))).toMatchObject({
			verdict: alone,
			reason: `it was ${kind}`,
		});
		expect(judge(broken("MUST"), evidence([answer], [done("1", 0)], trouble(kind))).verdict).toBe(afterFinding);
	});
});

describe("a law of histories that is broken", () => {
	const twoStarts = ["1", "2"].map((id) => ({
		eventId: Number(id),
		eventType: "WorkflowExecutionStarted",
		eventTimestamp: 1,
		workflowExecutionStartedEventAttributes: {
			childPolicy: "ABANDON",
			taskList: { name: "l" },
			workflowType: { name: "t", version: "1" },
		},
	}));
	const read: Exchange = {
		...exchange({ kind: "answer", output: { events: twoStarts } }),
		operation: "GetWorkflowExecutionHistory",
		input: { domain: "d", execution: { workflowId: "w", runId: "r" } },
	};
	const informational = scenario(step("1", expectation("MAY", anAnswer)));
	const seen = (more?: Evidence["trouble"]): Evidence => ({ ...evidence([], [done("1", 0)], more), exchanges: [read] });

	test("fails a case of any level, which is then scored", () => {
		expect(judge(informational, { ...seen(), exchanges: [exchange(answer)] })).toMatchObject({ verdict: "pass", level: "MAY" });
		expect(judge(informational, seen())).toMatchObject({ verdict: "fail", level: "MUST" });
	});

	test.each(["unsupported", "transport"] as const)("fails a case with %s trouble too", (kind) => {
		expect(judge(informational, seen(trouble(kind))).verdict).toBe("fail");
	});
});

describe("a task that did not come", () => {
	const wait: Step = { action: "decisionTask", execution: "$run", taskList: "l", path: "1", at, expectations: [] };
	const missing: StepEvidence = { step: "1", outcome: "missing-task", final: [0], task: [], note: "no decision task of w" };

	test("is a finding of the scenario's own clause and level", () => {
		expect(judge(scenario(wait), evidence([fault], [missing]))).toMatchObject({
			verdict: "fail",
			findings: [{ clause: "area/first", level: "MUST", message: "no decision task of w", exchanges: [0] }],
		});
	});
});

describe("what could not be judged", () => {
	test("is not counted as reached", () => {
		const judged = judge(scenario(step("1", expectation("MUST", refers))), evidence([answer], whole));
		expect(judged).toMatchObject({ reached: 0, findings: [] });
	});

	test("of a step that refers to nothing is neither reached nor passed", () => {
		const unbound: StepEvidence = { step: "1", outcome: "unbound", final: [], task: [], note: "$run" };
		const judged = judge(scenario(step("1", expectation("MUST", anAnswer))), evidence([], [unbound]));
		expect(judged).toMatchObject({ verdict: "inconclusive", reached: 0 });
	});
});

describe("a reading", () => {
	test("that was seen is an observation and no finding", () => {
		const readings: Rule = {
			kind: "readings",
			readings: [
				{ name: "refused", rule: aFault, ignoring: [] },
				{ name: "answered", rule: anAnswer, ignoring: [] },
			],
		};
		expect(judge(scenario(step("1", expectation("MAY", readings))), evidence([answer], whole))).toMatchObject({
			verdict: "pass",
			observations: [{ step: "1", clause: "area/may", reading: "answered" }],
		});
	});
});

describe("the level of a case", () => {
	test("is the strongest that it says in so many words", () => {
		expect(levelOfCase(scenario(step("1", expectation("MAY", anAnswer), expectation("SHOULD", anAnswer))))).toBe("SHOULD");
		expect(levelOfCase(scenario(step("1", expectation("MUST", anAnswer, true), expectation("MAY", anAnswer))))).toBe("MAY");
	});

	test("is the scenario's where it says nothing", () => {
		expect(levelOfCase(scenario(step("1", expectation("SHOULD", anAnswer, true))))).toBe("MUST");
	});
});
