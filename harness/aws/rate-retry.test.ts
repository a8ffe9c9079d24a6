import { expect, test } from "vitest";
import type { Evidence } from "../evidence.ts";
import { exchangeOf } from "../fixtures/exchange.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { createRateRetry } from "./rate-retry.ts";
import { withoutAccount } from "./without-account.ts";

const evidenceOf = (cause: string): Evidence => ({
	...{ id: "a/case", digest: "d", exchanges: [], bindings: {}, uniqueSuffix: "-x", durationMs: 1 },
	steps: [{ step: "1", outcome: "done", final: [], task: [] }],
	histories: [
		{
			...{ workflowId: "w", runId: "r" },
			events: [{ eventId: 5, eventType: "StartTimerFailed", startTimerFailedEventAttributes: { timerId: "t", cause } }],
		},
	],
});
const [a, b] = ["a", "b"].map((id) => scenarioOf("  - StartWorkflowExecution: {}", id)) as [Scenario, Scenario];
const slowed = evidenceOf("TIMER_CREATION_RATE_EXCEEDED");

test("a case that met a rate of decisions is played again, and left undecided after the third time", () => {
	const retried = createRateRetry();
	expect([retried(a, slowed), retried(b, slowed), retried(a, slowed)]).toEqual(["again", "again", "again"]);
	const last = retried(a, slowed);
	expect(last).toMatchObject({
		steps: [],
		trouble: {
			kind: "transport",
			message: "others on the account left nothing of a rate: TIMER_CREATION_RATE_EXCEEDED, each of 3 times",
		},
	});
});

test("a case whose decisions failed for another cause is judged", () => {
	const failed = evidenceOf("TIMER_ID_ALREADY_IN_USE");
	expect(createRateRetry()(a, failed)).toBe(failed);
});

test("a case is played again that did not pass and had to ask again, and not one that passed", () => {
	const input = { domain: "d", workflowId: "w", workflowType: { name: "n", version: "1" } };
	const exchanges = [exchangeOf({ operation: "StartWorkflowExecution", input, body: { runId: "r" } })];
	const passed: Evidence = {
		...evidenceOf("x"),
		id: "a",
		histories: [],
		exchanges,
		repeats: 1,
		steps: [{ step: "1", outcome: "done", final: [0], task: [] }],
	};
	expect(createRateRetry()(a, passed)).toBe(passed);
	expect(createRateRetry()(a, { ...passed, steps: [] })).toBe("again");
	const { repeats: _, ...never } = passed;
	expect(createRateRetry()(a, { ...never, steps: [] })).not.toBe("again");
});

test("an account number is taken out wherever it stands", () => {
	const arn = (account: string) => `arn:aws:swf:us-east-1:${account}:/domain/main`;
	const evidence = { ...slowed, bindings: { main: { domainInfo: { arn: arn("210987654321") } } } };
	expect(withoutAccount(evidence, "210987654321").bindings).toEqual({ main: { domainInfo: { arn: arn("000000000000") } } });
	expect(withoutAccount(slowed, "210987654321")).toBe(slowed);
});

test("an account number that a target sends as a number, or as a name, is taken out too", () => {
	const evidence = { ...slowed, bindings: { main: { count: 210987654321, more: [1.5, { "of 210987654321": true }] } } };
	expect(withoutAccount(evidence, "210987654321").bindings).toEqual({
		main: { count: 0, more: [1.5, { "of 000000000000": true }] },
	});
});
