import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../specs/model/outcome.ts";
import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json } from "../../specs/wire/json.ts";
import { createService, type Place } from "./service.ts";

const place: Place = { account: "1", region: "us-east-1" };
const lists = ["l1", "l2"];

const move = fc.oneof(
	fc.record({ kind: fc.constant("start" as const), list: fc.constantFrom(...lists) }),
	fc.record({ kind: fc.constant("poll" as const), list: fc.constantFrom(...lists) }),
	fc.record({ kind: fc.constant("hangUp" as const), which: fc.nat(5) }),
	fc.record({ kind: fc.constant("elapse" as const), seconds: fc.constantFrom(1, 30, 61) }),
);

interface Poll {
	readonly list: string;
	readonly hangUp: AbortController;
	outcome?: Outcome;
}

const workflowIdOf = (outcome: Outcome | undefined): string | undefined => {
	const execution = outcome?.kind === "answer" ? outcome.output?.["workflowExecution"] : undefined;
	return isJsonObject(execution) ? String(execution["workflowId"]) : undefined;
};

test("whoever polls and hangs up when, each task reaches one caller who is there, and none waits beside a task", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(move, { maxLength: 40, size: "max" }), async (moves) => {
			const service = createService({ clock: "virtual" });
			const call = (operation: OperationName, input: Json, signal?: AbortSignal) =>
				service.handle({ ...place, operation, input }, signal);
			await call("RegisterDomain", { name: "d", workflowExecutionRetentionPeriodInDays: "7" });
			await call("RegisterWorkflowType", {
				...{ domain: "d", name: "t", version: "1", defaultChildPolicy: "TERMINATE" },
				...{ defaultExecutionStartToCloseTimeout: "100000", defaultTaskStartToCloseTimeout: "NONE" },
			});
			const polls: Poll[] = [];
			const started: string[] = [];
			for (const step of moves) {
				if (step.kind === "elapse") await service.elapse(place, step.seconds);
				if (step.kind === "hangUp") polls.filter(({ outcome }) => outcome === undefined)[step.which]?.hangUp.abort();
				if (step.kind === "start") {
					const workflowId = `${step.list}-${started.length}`;
					started.push(workflowId);
					const input = { domain: "d", workflowId, workflowType: { name: "t", version: "1" }, taskList: { name: step.list } };
					expect((await call("StartWorkflowExecution", input)).kind).toBe("answer");
				}
				if (step.kind === "poll") {
					const poll: Poll = { list: step.list, hangUp: new AbortController() };
					polls.push(poll);
					const answered = call("PollForDecisionTask", { domain: "d", taskList: { name: step.list } }, poll.hangUp.signal);
					answered.then(
						(outcome) => {
							poll.outcome = outcome;
						},
						() => undefined,
					);
				}
				await new Promise(setImmediate);
				for (const list of lists) {
					const pending = await call("CountPendingDecisionTasks", { domain: "d", taskList: { name: list } });
					const isWaiting = polls.some((poll) => poll.list === list && poll.outcome === undefined);
					if (isWaiting) expect(pending).toMatchObject({ output: { count: 0 } });
				}
			}
			const delivered = polls.flatMap(({ outcome, list, hangUp }) => {
				const workflowId = workflowIdOf(outcome);
				if (hangUp.signal.aborted) expect(workflowId).toBeUndefined();
				if (workflowId !== undefined) expect(workflowId.startsWith(list)).toBe(true);
				return workflowId === undefined ? [] : [workflowId];
			});
			expect(new Set(delivered).size).toBe(delivered.length);
			let left = 0;
			for (const list of lists) {
				const pending = await call("CountPendingDecisionTasks", { domain: "d", taskList: { name: list } });
				if (pending.kind === "answer") left += Number(pending.output?.["count"]);
			}
			expect(delivered.length + left).toBe(started.length);
			service.close();
		}),
	);
});
