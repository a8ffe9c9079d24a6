import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Outcome } from "../evidence.ts";
import type { Ask } from "./ask-patiently.ts";
import { createClearing } from "./clear-things.ts";
import { createRunLedger, type Entry } from "./run-ledger.ts";
import type { Thing } from "./things-made.ts";

const { signal } = new AbortController();
const done: Outcome = { kind: "answer", output: {} };
const fault = (type: string): Outcome => ({ kind: "fault", type });
const crash: Outcome = { kind: "garbage", problem: "HTTP 500 that names no fault" };
const reset: Outcome = { kind: "transport", problem: "reset" };

const domain = (name = "given"): Thing => ({ kind: "domain", domain: name });
const execution = (workflowId: string, of = "given"): Thing => ({ kind: "execution", domain: of, workflowId });
const type = (name: string, of = "given"): Thing => ({ kind: "workflowType", domain: of, name, version: "1" });

type State = Entry["state"];

/** Clears what is listed at a target that answers so, and tells what was asked and what came of it. */
async function clear(
	things: readonly (readonly [Thing, State, string?])[],
	answer: (operation: string, asked: number) => Outcome,
) {
	const earlier = things.map(([thing, state, runId], number) => ({
		number,
		thing,
		state,
		...(runId === undefined ? {} : { runId }),
	}));
	const ledger = createRunLedger("token", undefined, earlier);
	const asked: (readonly [string, JsonObject])[] = [];
	const ask: Ask = async (operation, input) => {
		asked.push([operation, input]);
		const outcome = answer(operation, asked.length);
		return { outcome, response: { status: outcome.kind === "answer" ? 200 : 400, headers: {}, body: "" } };
	};
	const clearing = createClearing(ledger, ask, signal);
	await clearing.clear(ledger.entries);
	return {
		asked,
		operations: asked.map(([operation]) => operation),
		tally: clearing.tally,
		left: clearing.left.map(({ why }) => why),
		states: ledger.entries.map(({ state }) => state),
		clearing,
		ledger,
	};
}

describe("clearing", () => {
	test("terminates executions, then deprecates and deletes types, then deprecates domains", async () => {
		const { operations, tally, states } = await clear(
			[
				[domain("swf-token"), "made"],
				[type("t-token"), "made"],
				[execution("e-token"), "made"],
			],
			() => done,
		);
		expect(operations).toEqual(["TerminateWorkflowExecution", "DeprecateWorkflowType", "DeleteWorkflowType", "DeprecateDomain"]);
		expect(tally).toMatchObject({ executionsTerminated: 1, typesDeprecated: 1, typesDeleted: 1, domainsDeprecated: 1 });
		expect(states).toEqual(["cleared", "cleared", "cleared"]);
	});

	test("asks for nothing that was refused or is cleared already, and once for what was asked for twice", async () => {
		const { operations, states } = await clear(
			[
				[execution("a-token"), "refused"],
				[execution("b-token"), "cleared"],
				[execution("c-token"), "made"],
				[execution("c-token"), "asked"],
			],
			() => done,
		);
		expect(operations).toHaveLength(1);
		expect(states).toEqual(["refused", "cleared", "cleared", "cleared"]);
	});

	test.each<[string, Thing, string]>([
		["a closed execution", execution("e-token"), "UnknownResourceFault"],
		["a type that is gone", type("t-token"), "UnknownResourceFault"],
		["a domain that is deprecated", domain("token"), "DomainDeprecatedFault"],
	])("takes %s for cleared", async (_, thing, named) => {
		const { states, tally, left } = await clear([[thing, "made"]], () => fault(named));
		expect({ states, gone: tally.goneBefore, left }).toEqual({ states: ["cleared"], gone: 1, left: [] });
	});

	test("deletes a type that is deprecated already", async () => {
		const { operations, states } = await clear([[type("t-token"), "made"]], (operation) =>
			operation.startsWith("Deprecate") ? fault("TypeDeprecatedFault") : done,
		);
		expect({ operations, states }).toEqual({ operations: ["DeprecateWorkflowType", "DeleteWorkflowType"], states: ["cleared"] });
	});

	test.each([
		["says that it does not know how", fault("UnknownOperationException")],
		["crashes over it", crash],
	])("only deprecates at a target that cannot delete and %s, and asks no second time", async (_, answer) => {
		const { operations, states } = await clear(
			[
				[type("a-token"), "made"],
				[{ kind: "activityType", domain: "given", name: "b-token", version: "1" }, "made"],
			],
			(operation) => (operation.startsWith("Delete") ? answer : done),
		);
		expect(operations.filter((each) => each.startsWith("Deprecate"))).toHaveLength(2);
		expect(states).toEqual(["cleared", "cleared"]);
	});

	test("leaves a type to be deleted later where a target that can delete crashes once", async () => {
		let deletions = 0;
		const { states, left } = await clear(
			["a", "b", "c", "d", "e", "f"].map((name) => [type(`${name}-token`), "made"] as const),
			(operation) => {
				if (operation.startsWith("Delete")) deletions += 1;
				return operation.startsWith("Delete") && deletions === 3 ? crash : done;
			},
		);
		expect(states.filter((state) => state === "made")).toHaveLength(1);
		expect(left).toEqual(["HTTP 500 that names no fault"]);
	});

	test("tells what the target refuses, and leaves it in the ledger", async () => {
		const { states, left } = await clear([[execution("e-token"), "made"]], () => fault("OperationNotPermittedFault"));
		expect({ states, left }).toEqual({ states: ["made"], left: ["refused with OperationNotPermittedFault"] });
	});

	test.each(["ThrottlingException", "RequestThrottled"])("goes on where the target throttles by the name of %s", async (type) => {
		const { states, operations } = await clear([[execution("e-token"), "made"]], (_, asked) => (asked < 3 ? fault(type) : done));
		expect({ states, asked: operations.length }).toEqual({ states: ["cleared"], asked: 3 });
	});

	test("stops at a target that answers nothing any more", async () => {
		const things = Array.from({ length: 20 }, (_, index) => [execution(`${index}-token`), "made"] as const);
		const { operations, left } = await clear(things, () => reset);
		// Those that were under way at once count too.
		expect(operations.length).toBeLessThanOrEqual(6);
		expect(new Set(left)).toEqual(new Set(["reset", "the target does not answer (reset)"]));
	});

	test("asks for nothing once it is interrupted", async () => {
		const ledger = createRunLedger("token", undefined, [{ number: 0, thing: execution("e-token"), state: "made" }]);
		const never: Ask = () => Promise.reject(new Error("asked"));
		const clearing = createClearing(ledger, never, AbortSignal.abort());
		await clearing.clear(ledger.entries);
		expect(clearing.left.map(({ why }) => why)).toEqual(["it was interrupted"]);
	});
});

describe("what is perhaps somebody else's is not touched", () => {
	const unsure = "no answer told that this run made it, so that it may be somebody else's";

	test.each([
		["an execution", execution("x")],
		["a type", type("x")],
		["a domain", domain("x")],
	])("%s under a name that others may use, and whose request was not answered", async (_, thing) => {
		const { operations, left } = await clear([[thing, "asked"]], () => done);
		expect({ operations, left }).toEqual({ operations: [], left: [unsure] });
	});

	test("an execution under such a name is terminated by the runId that its start was answered with", async () => {
		const { asked } = await clear([[execution("x"), "made", "run"]], () => done);
		expect(asked.map(([, input]) => input)).toEqual([
			{ domain: "given", workflowId: "x", runId: "run", childPolicy: "TERMINATE" },
		]);
	});

	test("an execution under a name of ours is terminated in whichever run it is", async () => {
		const { asked } = await clear([[execution("x-token"), "made", "run"]], () => done);
		expect(asked.map(([, input]) => input)).toEqual([{ domain: "given", workflowId: "x-token", childPolicy: "TERMINATE" }]);
	});

	test("any name is ours in a domain that the run registered", async () => {
		const { asked } = await clear(
			[
				[domain("arn"), "made"],
				[execution("x", "arn"), "asked"],
				[execution("y", "swf-token-1"), "asked"],
			],
			() => done,
		);
		expect(asked.map(([operation]) => operation)).toEqual([
			"TerminateWorkflowExecution",
			"TerminateWorkflowExecution",
			"DeprecateDomain",
		]);
	});
});
