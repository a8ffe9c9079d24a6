import { describe, expect, test } from "vitest";
import type { Exchange, History } from "../evidence.ts";
import type { Entry } from "./run-ledger.ts";
import { settledExecutions } from "./settled-executions.ts";

const entry = (number: number, more: { readonly domain?: string; readonly runId?: string } = {}): Entry => ({
	...{ number, state: "made", thing: { kind: "execution", domain: more.domain ?? "d", workflowId: "w" } },
	...(more.runId === undefined ? {} : { runId: more.runId }),
});
const history = (runId: string, lastType: string): History => ({ workflowId: "w", runId, events: [{ eventType: lastType }] });
const closed = (runId: string) => history(runId, "WorkflowExecutionCompleted");
const open = (runId: string) => history(runId, "DecisionTaskScheduled");
const continued = (runId: string) => history(runId, "WorkflowExecutionContinuedAsNew");
const terminated = (input: object, type?: string): Exchange => ({
	...{
		step: "clearing",
		operation: "TerminateWorkflowExecution",
		request: { headers: {}, body: "" },
		sentAfterMs: 0,
		durationMs: 0,
	},
	input: { domain: "d", workflowId: "w", ...input },
	outcome: type === undefined ? { kind: "answer", output: {} } : { kind: "fault", type },
});

type Row = readonly [string, readonly Entry[], readonly History[], readonly Exchange[], boolean];

describe("an execution", () => {
	test.each<Row>([
		["whose history ends with its close is settled", [entry(0, { runId: "r" })], [closed("r")], [], true],
		["that is open is not", [entry(0, { runId: "r" })], [open("r")], [], false],
		["that was open and is terminated is", [entry(0, { runId: "r" })], [open("r")], [terminated({ runId: "r" })], true],
		["that nobody saw is not", [entry(0)], [], [], false],
		["that nobody saw and that is terminated, whatever its run, is", [entry(0)], [], [terminated({})], true],
		["that is said not to be there is", [entry(0)], [], [terminated({}, "UnknownResourceFault")], true],
		["whose termination is denied is not", [entry(0)], [], [terminated({}, "OperationNotPermittedFault")], false],
		["that was started twice and seen once is not", [entry(0, { runId: "r" }), entry(1)], [closed("r")], [], false],
		["whose successor is closed is", [entry(0, { runId: "r" })], [continued("r"), closed("s")], [], true],
		["whose successor nobody saw is not", [entry(0, { runId: "r" })], [continued("r")], [], false],
		[
			"of two domains is not, since what is seen names none",
			[entry(0), entry(1, { domain: "e" })],
			[closed("r"), closed("s")],
			[],
			false,
		],
	])("%s", (_, entries, histories, exchanges, isSettled) => {
		expect(settledExecutions(entries, { histories, exchanges })).toEqual(isSettled ? entries : []);
	});
});
