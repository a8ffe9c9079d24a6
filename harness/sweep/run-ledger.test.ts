import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Sent } from "../clients/client.ts";
import type { Outcome } from "../evidence.ts";
import { createRunLedger, type LedgerLine } from "./run-ledger.ts";

const sent = (outcome: Outcome, status = outcome.kind === "answer" ? 200 : 400): Sent => ({
	request: { headers: {}, body: "" },
	response: { status, headers: {}, body: "" },
	outcome,
});
const answer = (output: JsonObject = {}) => sent({ kind: "answer", output });
const { signal } = new AbortController();

async function noted(...exchanges: readonly (readonly [operation: string, input: JsonObject, sent?: Sent])[]) {
	const lines: LedgerLine[] = [];
	const ledger = createRunLedger("token", async (line) => void lines.push(line));
	const page = ledger.page();
	for (const [operation, input, came] of exchanges) {
		const call = { operation, input, step: "1" };
		await page.before(call, signal);
		if (came !== undefined) await page.after(call, came, signal);
	}
	return { lines, ledger, page, states: ledger.entries.map(({ thing: { kind }, state }) => `${kind} ${state}`) };
}

const start: JsonObject = { domain: "d", workflowId: "w", workflowType: { name: "n", version: "1" } };
const type: JsonObject = { domain: "d", name: "n", version: "1" };
const childOf = (taskToken: string): JsonObject => ({
	taskToken,
	decisions: [{ startChildWorkflowExecutionDecisionAttributes: { workflowId: "child" } }, { decisionType: "StartTimer" }, null],
});

describe("a ledger", () => {
	test("has each thing written down before the request that makes it is sent", async () => {
		const { lines } = await noted(
			["RegisterDomain", { name: "d" }],
			["RegisterWorkflowType", type],
			["RegisterActivityType", type],
			["StartWorkflowExecution", start],
			["SignalWorkflowExecution", { domain: "d", workflowId: "w" }],
		);
		expect(lines).toEqual([
			{ entry: 0, asks: { kind: "domain", domain: "d" } },
			{ entry: 1, asks: { kind: "workflowType", domain: "d", name: "n", version: "1" } },
			{ entry: 2, asks: { kind: "activityType", domain: "d", name: "n", version: "1" } },
			{ entry: 3, asks: { kind: "execution", domain: "d", workflowId: "w" } },
		]);
	});

	test("does not let a request go before its line is kept", async () => {
		let kept: () => void = () => undefined;
		const { before } = createRunLedger("token", () => new Promise((done) => (kept = done))).page();
		let mayGo = false;
		const waiting = before({ operation: "RegisterDomain", input: { name: "d" }, step: "1" }, signal).then(() => (mayGo = true));
		await new Promise(setImmediate);
		expect(mayGo).toBe(false);
		kept();
		await waiting;
	});

	test("has the children of a decision, in the domain that its task was polled from", async () => {
		const { lines } = await noted(
			["PollForDecisionTask", { domain: "d" }, answer({ taskToken: "t" })],
			["RespondDecisionTaskCompleted", childOf("t"), answer()],
			["RespondDecisionTaskCompleted", childOf("forged")],
		);
		expect(lines).toEqual([{ entry: 0, asks: { kind: "execution", domain: "d", workflowId: "child" } }]);
	});

	test("knows what was granted, and what was refused", async () => {
		const { states, lines } = await noted(
			["RegisterDomain", { name: "d" }, answer()],
			["StartWorkflowExecution", start, sent({ kind: "fault", type: "WorkflowExecutionAlreadyStartedFault" })],
			["PollForDecisionTask", { domain: "d" }, answer({ taskToken: "t" })],
			["RespondDecisionTaskCompleted", childOf("t"), sent({ kind: "fault", type: "UnknownResourceFault" })],
		);
		expect(states).toEqual(["domain made", "execution refused", "execution refused"]);
		expect(lines.slice(1, 2)).toEqual([{ became: "made", entries: [0] }]);
	});

	test.each<[string, Sent]>([
		["a broken connection", { ...answer(), outcome: { kind: "transport", problem: "reset" } }],
		["an answer that nobody can read", sent({ kind: "garbage", problem: "html" }, 502)],
		["a crash of the target that has a name", sent({ kind: "fault", type: "InternalFailure" }, 500)],
	])("leaves open what became of a thing after %s", async (_, came) => {
		expect((await noted(["StartWorkflowExecution", start, came])).states).toEqual(["execution asked"]);
	});

	test("leaves open whether a child was started, which its decision only asks for", async () => {
		const { states } = await noted(
			["PollForDecisionTask", { domain: "d" }, answer({ taskToken: "t" })],
			["RespondDecisionTaskCompleted", childOf("t"), answer()],
		);
		expect(states).toEqual(["execution asked"]);
	});

	test("keeps what cases make apart, and knows on each page what became of it", async () => {
		const { ledger, page } = await noted(["RegisterDomain", { name: "d" }, answer()]);
		const other = ledger.page();
		await other.before({ operation: "StartWorkflowExecution", input: start, step: "1" }, signal);
		expect(other.entries.map(({ number, state }) => [number, state])).toEqual([[1, "asked"]]);
		ledger.cleared(page.entries);
		expect(page.entries.map(({ state }) => state)).toEqual(["cleared"]);
		expect(ledger.entries.map(({ state }) => state)).toEqual(["cleared", "asked"]);
	});

	test("takes members of other types for no things, as a target does that knows its contract", async () => {
		const { lines } = await noted(
			["RegisterDomain", { name: 5 }],
			["StartWorkflowExecution", { domain: "d", workflowId: {} }],
			["RegisterActivityType", { ...type, version: null }],
			["RespondDecisionTaskCompleted", { taskToken: 5, decisions: "none" }],
		);
		expect(lines).toEqual([]);
	});
});
