import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { loadOwnCorpus } from "../cli/corpus.ts";
import { sdkClients } from "../clients/sdk.ts";
import type { Evidence } from "../evidence.ts";
import { exchangeOf } from "../fixtures/exchange.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import { select } from "../plan.ts";
import { run } from "../run.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { openMock } from "../targets/mock.ts";
import { estimate } from "./estimate.ts";
import { pricesIn } from "./price-table.ts";
import { costOf, noUsage, sumOf, type Usage, usageOfExchange } from "./usage.ts";

const charged = [
	...["ActivityTaskScheduled", "DecisionTaskScheduled", "LambdaFunctionScheduled"],
	...["TimerStarted", "MarkerRecorded", "WorkflowExecutionSignaled"],
];

/** What the histories of a case say that it used. */
const usedBy = ({ histories }: Evidence): Usage => ({
	executions: histories.length,
	tasks: histories
		.flatMap(({ events }) => events)
		.filter((event: Json) => isJsonObject(event) && charged.includes(String(event["eventType"]))).length,
});

/** Where all that costs anything is done, in every way that there is. */
const costly = [
	...["activities", "activity-cancellation", "child-policies", "children", "closing", "continue-as-new", "decision-tasks"],
	...["decisions", "external-cancels", "external-signals", "lambda", "markers", "signals", "termination", "timeouts", "timers"],
].map((subject) => `${subject}/**`);

test("no case costs more than its exchanges tell, nor these more than was estimated, and all of them not half of it", async () => {
	const { scenarios } = await loadOwnCorpus();
	const played: { readonly scenario: Scenario; readonly evidence: Evidence }[] = [];
	await using target = await openMock();
	const kind = sdkClients();
	const interrupt = new AbortController().signal;
	// Every call of a run listens to it.
	setMaxListeners(0, interrupt);
	await run(select(scenarios, costly), target, kind, {
		...{ concurrency: target.concurrency, patience: target.patience, interrupt },
		now: () => performance.now(),
		played: (scenario, evidence) => void played.push({ scenario, evidence }),
	});
	kind.dispose();
	expect(played.length).toBeGreaterThan(300);
	const each = played.map(({ scenario, evidence }) => ({
		id: scenario.id,
		...{ estimated: estimate([scenario]).usage, settled: sumOf(evidence.exchanges.map(usageOfExchange)), used: usedBy(evidence) },
	}));
	const exceeds = (one: Usage, other: Usage) => one.executions > other.executions || one.tasks > other.tasks;
	expect(each.filter(({ settled, used }) => exceeds(used, settled))).toEqual([]);
	expect(each.filter(({ estimated, settled }) => exceeds(settled, estimated))).toEqual([]);
	const prices = pricesIn("us-east-1");
	if (prices === undefined) throw new Error("us-east-1 has prices");
	const cost = (usages: readonly Usage[]) => costOf(sumOf(usages), prices, 1);
	expect(cost(each.map(({ estimated }) => estimated))).toBeLessThan(2 * cost(each.map(({ used }) => used)));
}, 60_000);

test("an estimate counts each request once, with fixtures and clearing up", () => {
	const scenario = scenarioOf(`  - StartWorkflowExecution: {}
    as: run
  - decide: $run
    decisions: [ScheduleActivityTask: { activityId: a }, CompleteWorkflowExecution]
  - history: $run
`);
	expect(estimate([scenario, scenario])).toEqual({
		calls: {
			...{ RegisterWorkflowType: 2, DeprecateWorkflowType: 2, DeleteWorkflowType: 2 },
			...{ RegisterActivityType: 2, DeprecateActivityType: 2, DeleteActivityType: 2 },
			...{ StartWorkflowExecution: 2, TerminateWorkflowExecution: 2, GetWorkflowExecutionHistory: 4 },
			...{ PollForDecisionTask: 2, RespondDecisionTaskCompleted: 2, RegisterDomain: 1, DeprecateDomain: 1 },
		},
		usage: { executions: 2, tasks: 10 },
		domains: [""],
	});
});

test.each([
	[
		"an execution that was refused",
		{ operation: "StartWorkflowExecution", input: { workflowId: "w" }, status: 400, body: { __type: "f#F" } },
		noUsage,
	],
	[
		"an execution asked for by a body written out",
		{ operation: "StartWorkflowExecution", body: { runId: "r" } },
		{ executions: 1, tasks: 1 },
	],
	["a poll that brought nothing", { operation: "PollForDecisionTask", input: { domain: "d" }, body: { taskToken: "" } }, noUsage],
	[
		"a poll that brought a task",
		{ operation: "PollForDecisionTask", input: { domain: "d" }, body: { taskToken: "t" } },
		{ executions: 0, tasks: 1 },
	],
	[
		"a later page of its history",
		{ operation: "PollForDecisionTask", input: { nextPageToken: "p" }, body: { taskToken: "t" } },
		noUsage,
	],
])("is charged for what it came to: %s", (_, sample, usage) => {
	expect(usageOfExchange(exchangeOf(sample))).toEqual(usage);
});

test.each([
	["us-east-1", 0.0001],
	["eu-central-1", 0.0001],
	["us-gov-west-1", 0.000_12],
	["cn-north-1", undefined],
])("an execution costs in %s: %s", (region, price) => {
	expect(pricesIn(region)?.execution).toBe(price);
});
