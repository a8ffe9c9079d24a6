import { afterAll, afterEach, expect, test } from "vitest";
import { wireClients } from "./clients/wire.ts";
import type { Evidence } from "./evidence.ts";
import { type Loopback, openLoopback, type Reply, type Request } from "./fixtures/loopback.ts";
import { scenarioOf, targetAt } from "./fixtures/stage.ts";
import { type RunOptions, run } from "./run.ts";
import type { Target } from "./targets/target.ts";

const kind = wireClients();
afterAll(() => kind.dispose());
let server: Loopback | undefined;
afterEach(() => server?.close());

const scenarios = ["a", "b", "c", "d"].map((name) =>
	scenarioOf(`  - StartWorkflowExecution: { workflowId: $unique.${name} }\n`, `cases/${name}`),
);

async function runOf(
	replyTo: (request: Request) => Reply | Promise<Reply>,
	options: Partial<RunOptions> = {},
	more: Partial<Target> = {},
) {
	server = await openLoopback(replyTo);
	const seen: Evidence[] = [];
	await run(scenarios, targetAt(server, { ephemeral: true, ...more }), kind, {
		...{ concurrency: 1, patience: 1, interrupt: new AbortController().signal, now: () => performance.now() },
		played: (_, evidence) => void seen.push(evidence),
		...options,
	});
	return seen.map(({ id, trouble }) => [id, trouble?.kind, trouble?.message]);
}

const isStartOf = (request: Request, name: string) =>
	request.operation === "StartWorkflowExecution" && String(request.input["workflowId"]).startsWith(`${name}-`);

test("what is left of a run is inconclusive once its target is given up, and no more is asked for it", async () => {
	let isDead = false;
	const seen = await runOf(
		(request) => {
			isDead ||= isStartOf(request, "b");
			return isDead ? "close" : request.honest();
		},
		{ giveUpSeconds: 0 },
	);
	const givenUp = expect.stringMatching(/^the target stopped answering \(.*\) and was given up after 0 s$/);
	expect(seen).toEqual([
		["cases/a", undefined, undefined],
		["cases/b", "transport", expect.stringMatching(/^StartWorkflowExecution: /)],
		["cases/c", "transport", givenUp],
		["cases/d", "transport", givenUp],
	]);
	expect(server?.asked.at(-1)?.operation).toBe("ListDomains");
});

test("a run goes on when its target comes back", async () => {
	let away = 0;
	const seen = await runOf((request) => {
		if (isStartOf(request, "b")) away = 3;
		away -= 1;
		return away >= 0 ? "close" : request.honest();
	});
	expect(seen.map(([id, trouble]) => [id, trouble])).toEqual([
		["cases/a", undefined],
		["cases/b", "transport"],
		["cases/c", undefined],
		["cases/d", undefined],
	]);
});

test("a run ends at its time, in the middle of a case", async () => {
	const seen = await runOf((request) => (isStartOf(request, "b") ? "hang" : request.honest()), { mostSeconds: 1 });
	const over = "the run was not over within 1 s";
	expect(seen.slice(1)).toEqual([
		["cases/b", "transport", over],
		["cases/c", "transport", over],
		["cases/d", "transport", over],
	]);
});

test("a run ends when its target says that it is gone", async () => {
	const gone = new AbortController();
	const seen = await runOf(
		(request) => {
			if (!isStartOf(request, "b")) return request.honest();
			gone.abort(new Error("the container ended with 137"));
			return "hang";
		},
		{},
		{ gone: gone.signal },
	);
	const why = "the target is gone: the container ended with 137";
	expect(seen.map(([, , message]) => message)).toEqual([undefined, why, why, why]);
});

test("a poll that is refused is not repeated for as long as a task is waited for", async () => {
	const polls: string[] = [];
	const waiting = scenarioOf("  - { StartWorkflowExecution: {}, as: run }\n  - decisionTask: $run\n    within: 600\n");
	server = await openLoopback((request) => {
		if (!request.operation.startsWith("Poll")) return request.honest();
		polls.push(request.operation);
		return { status: 400, body: '{"__type":"com.amazonaws.swf.base.model#OperationNotPermittedFault"}' };
	});
	const seen: Evidence[] = [];
	await run([waiting], targetAt(server, { ephemeral: true }), kind, {
		...{ concurrency: 1, patience: 1, interrupt: new AbortController().signal, now: () => performance.now() },
		played: (_, evidence) => void seen.push(evidence),
	});
	expect(polls).toHaveLength(8);
	expect(seen[0]?.steps.at(-1)).toMatchObject({
		outcome: "missing-task",
		note: expect.stringContaining("PollForDecisionTask was refused with OperationNotPermittedFault, 8 times in a row"),
	});
}, 20_000);

test("a target that throttles tells nothing, and fails no case", async () => {
	const throttled = {
		status: 400,
		body: '{"__type":"com.amazon.coral.availability#ThrottlingException","message":"Rate exceeded"}',
	};
	const seen = await runOf((request) => (request.operation === "StartWorkflowExecution" ? throttled : request.honest()));
	expect(seen.map(([, trouble, message]) => [trouble, message])).toEqual(
		scenarios.map(() => ["transport", "StartWorkflowExecution: the target throttles (ThrottlingException)"]),
	);
});
