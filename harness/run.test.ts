import { setMaxListeners } from "node:events";
import { afterEach, describe, expect, test } from "vitest";
import type { Verdict } from "../reports/report.ts";
import { isJsonObject, type Json } from "../specs/wire/json.ts";
import { packageRoot } from "./cli/corpus.ts";
import { clientKinds } from "./clients/client-kinds.ts";
import { wireClients } from "./clients/wire.ts";
import type { Evidence } from "./evidence.ts";
import { type Loopback, openLoopback, type Reply, type Request } from "./fixtures/loopback.ts";
import { scenarioOf, targetAt } from "./fixtures/stage.ts";
import { judge } from "./judge.ts";
import { accountOf } from "./mocks/http.ts";
import { plan } from "./plan.ts";
import { type RunOptions, run } from "./run.ts";
import { loadScenarios, loadVocabulary, scenarioFiles } from "./scenario/load-scenarios.ts";
import type { Scenario } from "./scenario/scenario.ts";
import { targetKinds } from "./targets/target-kinds.ts";

/** The signal of an interruption that does not come. Every call of a run listens to it. */
const never = new AbortController().signal;
setMaxListeners(0, never);

const options = (more: Partial<RunOptions> = {}): RunOptions => ({
	concurrency: 8,
	patience: 0.1,
	interrupt: never,
	played: () => undefined,
	now: () => performance.now(),
	...more,
});

type ClientName = keyof typeof clientKinds;

// On the mock, through the SDK, each is a test of its own in suites.test.ts.
describe("the model passes every scenario and gives the same verdicts", () => {
	const lanes: readonly (readonly ["mock" | "reference:virtual", ClientName])[] = [
		["mock", "wire"],
		["reference:virtual", "sdk"],
		["reference:virtual", "wire"],
	];

	async function verdictsOf(targetName: "mock" | "reference:virtual", clientName: ClientName, scenarios: readonly Scenario[]) {
		await using target = await targetKinds[targetName]();
		const kind = await clientKinds[clientName]();
		const verdicts = new Map<string, { readonly verdict: Verdict; readonly reason?: string }>();
		await run(plan(scenarios, target, { lacks: [], has: [] }).play, target, kind, {
			...options({ concurrency: target.concurrency, patience: target.patience }),
			played: (scenario, evidence) => {
				const { verdict, reason, findings } = judge(scenario, evidence);
				const why = reason ?? findings.map(({ message }) => message).join("; ");
				verdicts.set(scenario.id, { verdict, ...(why === "" ? {} : { reason: why }) });
			},
		});
		kind.dispose();
		return verdicts;
	}

	test("on mock and reference, through sdk and wire", { timeout: 240_000 }, async () => {
		const scenarios = await loadScenarios(await scenarioFiles(packageRoot), packageRoot, await loadVocabulary(packageRoot));
		expect(scenarios.length).toBeGreaterThan(200);
		for (const [target, client] of lanes) {
			// What a scenario sends as it is written is sent alike whatever the client.
			const played = client === "sdk" ? scenarios.filter(({ id }) => !id.startsWith("wire/")) : scenarios;
			const expected = new Map(played.map(({ id }) => [id, "pass" as Verdict]));
			const verdicts = await verdictsOf(target, client, played);
			const others = [...verdicts].filter(([, { verdict }]) => verdict !== "pass");
			expect({ target, client, others }).toEqual({ target, client, others: [] });
			expect(new Map([...verdicts].map(([id, { verdict }]) => [id, verdict] as const))).toEqual(expected);
		}
	});
});

const credentials = "AKIDEXAMPLE";
const place = { account: accountOf(credentials), region: "us-east-1" };

let server: Loopback | undefined;
afterEach(() => server?.close());

/** What of a run is still there at a target, by asking the model behind it. */
async function leftovers({ service, asked }: Loopback): Promise<readonly string[]> {
	const ask = async (
		operation: "ListDomains" | "ListOpenWorkflowExecutions" | "ListWorkflowTypes" | "ListActivityTypes",
		input: Json,
	) => {
		const outcome = await service.handle({ ...place, operation, input });
		return outcome.kind === "answer" && isJsonObject(outcome.output) ? outcome.output : {};
	};
	const names = [
		...new Set(asked.flatMap(({ operation, input }) => (operation === "RegisterDomain" ? [String(input["name"])] : []))),
	];
	const left: string[] = [];
	for (const domain of names) {
		const registered = { domain, registrationStatus: "REGISTERED" };
		for (const [what, found] of [
			["open", (await ask("ListOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } }))["executionInfos"]],
			["workflow type", (await ask("ListWorkflowTypes", registered))["typeInfos"]],
			["activity type", (await ask("ListActivityTypes", registered))["typeInfos"]],
		] as const)
			for (const each of (found ?? []) as readonly Json[]) left.push(`${what} ${JSON.stringify(each)}`);
	}
	const domains = (await ask("ListDomains", { registrationStatus: "REGISTERED" }))["domainInfos"];
	return [...left, ...((domains ?? []) as readonly Json[]).map((each) => `domain ${JSON.stringify(each)}`)];
}

/** Leaves open: a second run of the execution, its child that outlives it, a decision task and an activity task. */
const untidy = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - decide: $run
    decisions:
      - StartChildWorkflowExecution: { workflowId: $unique.child, childPolicy: ABANDON }
      - ScheduleActivityTask: { activityId: a }
  - { history: $run, within: 20, expect: { contains: [ChildWorkflowExecutionStarted] } }
  - { decide: $run, decisions: [ContinueAsNewWorkflowExecution] }
  - DescribeWorkflowExecution: { execution: $run }
`);

async function runUntidy(replyTo: (request: Request) => Reply | Promise<Reply>, more: Partial<RunOptions> = {}) {
	server = await openLoopback(replyTo);
	const seen: Evidence[] = [];
	const kind = wireClients();
	const left = await run([untidy], targetAt(server), kind, {
		...options({ concurrency: 1, played: (_, evidence) => void seen.push(evidence) }),
		...more,
	});
	kind.dispose();
	return { server, seen, left };
}

describe("on a target that outlives the run", () => {
	test("everything that a case left is closed and deprecated", async () => {
		const { server: at, seen } = await runUntidy((request) => request.honest());
		expect(seen.map((evidence) => judge(untidy, evidence).verdict)).toEqual(["pass"]);
		expect(await leftovers(at)).toEqual([]);
		// What histories show to be closed is not asked for again, and every type is gone for good.
		const asked = (what: RegExp) => at.asked.filter(({ operation }) => what.test(operation)).length;
		expect({ terminations: asked(/^Terminate/), deletions: asked(/^Delete/) }).toEqual({ terminations: 2, deletions: 2 });
	});

	test("everything is closed and deprecated wherever an interruption comes", async () => {
		const { server: whole } = await runUntidy((request) => request.honest());
		const steps = whole.asked.findIndex(({ operation }) => operation.startsWith("Terminate"));
		expect(steps).toBeGreaterThan(10);
		await whole.close();
		for (let last = 1; last <= steps; last += 1) {
			const interrupt = new AbortController();
			let count = 0;
			const { server: at, seen } = await runUntidy(
				async (request) => {
					count += 1;
					const isLast = count === last;
					// The target has done what it was asked, and the answer does not arrive.
					const answer = await request.honest();
					if (isLast) interrupt.abort(new Error("interrupted"));
					return answer;
				},
				{ interrupt: interrupt.signal },
			);
			expect({ last, left: await leftovers(at) }).toEqual({ last, left: [] });
			// After its last step a case can be judged as if nothing had happened.
			for (const evidence of seen) expect(["skipped", "pass"]).toContain(judge(untidy, evidence).verdict);
			await at.close();
		}
	});

	test("what a survey made is closed and deprecated too", async () => {
		const { server: at, seen } = await runUntidy(({ operation, honest }) =>
			/^(OperationThatDoesNotExist|DescribeWorkflowExecution)$/.test(operation) ? { status: 500, body: "<html>" } : honest(),
		);
		expect(seen.map((evidence) => judge(untidy, evidence).verdict)).toEqual(["unsupported"]);
		expect(at.asked.some(({ input }) => String(input["name"]).startsWith("survey-"))).toBe(true);
		expect(await leftovers(at)).toEqual([]);
	});

	test("a target that dies meanwhile is given up soon, and what is left is told", async () => {
		let dead = false;
		const {
			server: at,
			seen,
			left,
		} = await runUntidy((request) => {
			dead ||= request.operation === "DescribeWorkflowExecution";
			return dead ? "close" : request.honest();
		});
		expect(seen[0]?.trouble?.kind).toBe("transport");
		expect(at.asked.filter(({ operation }) => /^(Terminate|Delete|Deprecate)/.test(operation)).length).toBeLessThan(6);
		expect(left.map(({ thing: { kind } }) => kind)).toEqual(["domain", "workflowType", "activityType", "execution", "execution"]);
	});
});

describe("a run", () => {
	test("plays no more cases once it is interrupted, and tells those that it played", async () => {
		server = await openLoopback((request) => request.honest());
		const interrupt = new AbortController();
		const played: string[] = [];
		const cases = ["a/1", "a/2", "a/3"].map((id) => scenarioOf("  - StartWorkflowExecution: {}\n", id));
		const kind = wireClients();
		await run(cases, targetAt(server), kind, {
			...options({ concurrency: 1, interrupt: interrupt.signal }),
			played: ({ id }) => {
				played.push(id);
				interrupt.abort(new Error("interrupted"));
			},
		});
		kind.dispose();
		expect(played).toEqual(["a/1"]);
		expect(await leftovers(server)).toEqual([]);
	});

	test("shares a domain among its cases and nothing else", async () => {
		server = await openLoopback((request) => request.honest());
		const kind = wireClients();
		const cases = ["a/1", "a/2", "a/3"].map((id) => scenarioOf("  - StartWorkflowExecution: {}\n", id));
		await run(cases, targetAt(server), kind, options({ concurrency: 3 }));
		kind.dispose();
		const registered = (operation: string) => server?.asked.filter((request) => request.operation === operation) ?? [];
		expect(registered("RegisterDomain")).toHaveLength(1);
		expect(new Set(registered("RegisterWorkflowType").map(({ input }) => input["name"])).size).toBe(3);
		expect(new Set(registered("StartWorkflowExecution").map(({ input }) => input["workflowId"])).size).toBe(3);
	});
});
