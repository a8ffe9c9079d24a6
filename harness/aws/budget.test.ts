import { expect, test } from "vitest";
import { exchangeOf } from "../fixtures/exchange.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import { createBudget } from "./budget.ts";

/** One execution costs a dollar, and nothing else costs anything. */
const budgetOf = (cap: number) => createBudget(cap, ({ executions }) => executions);
const starting = (id: string) => scenarioOf("  - StartWorkflowExecution: {}", id);
const started = {
	exchanges: [exchangeOf({ operation: "StartWorkflowExecution", input: { workflowId: "w" }, body: { runId: "r" } })],
};
const refused = {
	exchanges: [
		exchangeOf({
			...{ operation: "StartWorkflowExecution", input: { workflowId: "w" }, status: 400 },
			body: { __type: "com.amazonaws.swf.base.model#TypeDeprecatedFault" },
		}),
	],
};

test("cases set out until what they may cost at most is more than is left", () => {
	const budget = budgetOf(2);
	expect(budget.admit(starting("a"))).toBeUndefined();
	expect(budget.admit(starting("b"))).toBeUndefined();
	expect(budget.admit(starting("c"))).toBe("stopped at --accept-cost 2: $0.0000 of it is left, and the case may cost $1.0000");
});

test("what a case did not cost is there for others again", () => {
	const budget = budgetOf(1);
	const first = starting("a");
	budget.admit(first);
	budget.settle(first, refused);
	expect(budget.spent).toBe(0);
	expect(budget.admit(starting("b"))).toBeUndefined();
});

test("what a case cost is spent", () => {
	const budget = budgetOf(1);
	const first = starting("a");
	budget.admit(first);
	budget.settle(first, started);
	expect(budget.spent).toBe(1);
	expect(budget.admit(starting("b"))).toMatch("stopped");
});

test("an amount that is just the estimate is enough, whatever the rounding", () => {
	const cases = Array.from({ length: 1000 }, (_, index) => starting(String(index)));
	const budget = createBudget(cases.length * 0.1, ({ executions }) => executions * 0.1);
	for (const each of cases) {
		expect(budget.admit(each)).toBeUndefined();
		budget.settle(each, started);
	}
});
