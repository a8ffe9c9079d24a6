import { afterAll, afterEach, describe, expect, test } from "vitest";
import { wireClients } from "../clients/wire.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";

const kind = wireClients();
afterAll(() => kind.dispose());
let server: Loopback | undefined;
afterEach(() => server?.close());

async function played(
	steps: string,
	replyTo: (request: Request) => Reply | Promise<Reply> = (request) => request.honest(),
	patience = 1,
) {
	server = await openLoopback(replyTo);
	return playAndJudge(scenarioOf(steps), stageAt(targetAt(server, { ephemeral: true }), kind, { patience }));
}

const asked = (step?: string) =>
	(server?.asked ?? [])
		.map(({ operation }) => operation)
		.filter((operation) => !operation.startsWith("Register") && (step === undefined || operation === step));

describe("a task", () => {
	test("that arrives while another is waited for is kept for the step that wants it", async () => {
		const { verdict, evidence } = await played(`
  - { StartWorkflowExecution: { workflowId: $unique.one, taskList: { name: $unique.shared } }, as: one }
  - { StartWorkflowExecution: { workflowId: $unique.two, taskList: { name: $unique.shared } }, as: two }
  - { decide: $two, taskList: $unique.shared, decisions: [CompleteWorkflowExecution] }
  - { decide: $one, taskList: $unique.shared, decisions: [CompleteWorkflowExecution] }
`);
		expect(verdict).toBe("pass");
		expect(asked("PollForDecisionTask")).toHaveLength(2);
		expect(evidence.steps.map(({ step, task }) => [step, task.length])).toEqual([
			["1", 0],
			["2", 0],
			["3", 1],
			["4", 1],
		]);
	});

	test("with another activityId is kept as well", async () => {
		const { verdict } = await played(`
  - { StartWorkflowExecution: {}, as: run }
  - decide: $run
    decisions: [ScheduleActivityTask: { activityId: a }, ScheduleActivityTask: { activityId: b }]
  - { activityTask: $run, activityId: b, as: second, expect: { answer: { activityId: b } } }
  - { activityTask: $run, activityId: a, as: first, expect: { answer: { activityId: a } } }
  - RespondActivityTaskCompleted: { taskToken: $second.taskToken }
  - RespondActivityTaskCompleted: { taskToken: $first.taskToken }
`);
		expect(verdict).toBe("pass");
		expect(asked("PollForActivityTask")).toHaveLength(2);
	});

	test("of another run of the same workflowId is not taken for one of this run", async () => {
		let polls = 0;
		const { verdict } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - { decisionTask: $run, expect: { answer: { workflowExecution: $run } } }\n",
			(request) => {
				polls += request.operation === "PollForDecisionTask" ? 1 : 0;
				const other = {
					taskToken: "x",
					startedEventId: 1,
					events: [],
					workflowExecution: { workflowId: "run-run-1", runId: "another" },
					workflowType: { name: "w", version: "1" },
				};
				return request.operation === "PollForDecisionTask" && polls === 1 ? json(other) : request.honest();
			},
		);
		expect({ verdict, polls }).toEqual({ verdict: "pass", polls: 2 });
	});

	test("that does not come is a failure where the target answers when it is asked for the execution", async () => {
		const { verdict, findings, evidence } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - activityTask: $run\n",
			(request) => (request.operation === "PollForActivityTask" ? json({}) : request.honest()),
			0.01,
		);
		expect(verdict).toBe("fail");
		expect(findings[0]).toMatchObject({
			level: "MUST",
			step: "2",
			observed: "none",
			message: expect.stringMatching(/^no activity task of run-run-1 arrived within 0\.1 s/),
		});
		expect(evidence.exchanges.findLast(({ step }) => step === "2")?.operation).toBe("DescribeWorkflowExecution");
	});

	test("that does not come from a target that is dead is inconclusive", async () => {
		const { verdict, reason } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - decisionTask: $run\n",
			(request) =>
				request.operation.startsWith("Poll") ? json({}) : request.operation.startsWith("Describe") ? "close" : request.honest(),
			0.01,
		);
		expect(verdict).toBe("inconclusive");
		expect(reason).toContain("the target did not answer afterwards");
	});

	test("whose history breaks off between pages is inconclusive, and no finding", async () => {
		const { verdict, findings } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - decisionTask: $run\n",
			async (request) => {
				if (request.input["nextPageToken"] !== undefined) return "close";
				const { status, headers, body } = await request.honest();
				return {
					status,
					headers,
					body: request.operation === "PollForDecisionTask" ? body.replace(/^\{/, '{"nextPageToken":"more",') : body,
				};
			},
		);
		expect({ verdict, findings }).toEqual({ verdict: "inconclusive", findings: [] });
	});
});

describe("a step with within", () => {
	test("is repeated until its expectations hold, and judged by the last answer", async () => {
		let reads = 0;
		const { findings, evidence } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - { DescribeWorkflowExecution: { execution: $run }, within: 5, expect: { answer: { openCounts: { openTimers: 3 } } } }\n",
			async (request) => {
				const { body, ...honest } = await request.honest();
				if (request.operation !== "DescribeWorkflowExecution") return { body, ...honest };
				reads += 1;
				return { body: body.replace('"openTimers":0', `"openTimers":${reads}`), ...honest };
			},
		);
		// The counts are made up, and the laws of histories say so.
		expect({ unmet: findings.filter(({ check }) => check === "expectations"), reads }).toEqual({ unmet: [], reads: 3 });
		expect(evidence.steps[1]?.final).toHaveLength(1);
	});

	test("fails with the last answer when the time is up", async () => {
		const { verdict, findings } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - { DescribeWorkflowExecution: { execution: $run }, within: 5, expect: { answer: { openCounts: { openTimers: 1 } } } }\n",
			undefined,
			0.01,
		);
		expect(verdict).toBe("fail");
		expect(findings[0]).toMatchObject({ at: "openCounts.openTimers", expected: 1, observed: 0 });
		expect(asked("DescribeWorkflowExecution").length).toBeGreaterThan(1);
	});
});

test("a step with within is asked for less often where its answers are long, and judged when its time is up", async () => {
	server = await openLoopback(async (request) => {
		const { body, ...honest } = await request.honest();
		const isLong = request.operation === "DescribeWorkflowExecution";
		return { body: isLong ? body.replace("{", `{"latestExecutionContext":"${"x".repeat(50_000)}",`) : body, ...honest };
	});
	const scenario = scenarioOf(
		"  - { StartWorkflowExecution: {}, as: run }\n  - { DescribeWorkflowExecution: { execution: $run }, within: 1, expect: { answer: { openCounts: { openTimers: 1 } } } }\n",
	);
	const allowance = { weight: 220_000, milliseconds: 60_000 };
	const stage = stageAt(targetAt(server, { ephemeral: true }), kind, { patience: 1, allowance });
	const { verdict, reason } = await playAndJudge(scenario, stage);
	expect({ verdict, reason }).toEqual({ verdict: "fail", reason: undefined });
	expect(asked("DescribeWorkflowExecution").length).toBeLessThan(5);
});

describe("a case stops", () => {
	test("at a fault that no expectation speaks of, and plays nothing after it", async () => {
		const { verdict } = await played(
			"  - { StartWorkflowExecution: {}, as: run }\n  - TerminateWorkflowExecution: { workflowId: $unique.none }\n  - DescribeWorkflowExecution: { execution: $run }\n",
		);
		expect({ verdict, played: asked() }).toEqual({
			verdict: "fail",
			played: ["StartWorkflowExecution", "TerminateWorkflowExecution", "GetWorkflowExecutionHistory"],
		});
	});

	test("not at an expectation that is not met", async () => {
		const { verdict, reached } = await played(
			"  - { StartWorkflowExecution: {}, as: run, expect: { answer: { runId: other } } }\n  - DescribeWorkflowExecution: { execution: $run }\n",
		);
		expect({ verdict, reached }).toEqual({ verdict: "fail", reached: 2 });
	});

	test("at a step that refers to what could not be bound", async () => {
		const { verdict, evidence } = await played(
			"  - { StartWorkflowExecution: {}, as: run, expect: { readings: { a: { answer: {} }, b: { fault: TypeDeprecatedFault } } } }\n  - DescribeWorkflowExecution: { execution: $run }\n",
			(request) => (request.operation.startsWith("Start") ? json({ __type: "TypeDeprecatedFault" }, 400) : request.honest()),
		);
		expect({ verdict, last: evidence.steps.at(-1) }).toMatchObject({
			verdict: "inconclusive",
			last: { step: "2", outcome: "unbound", note: "$run" },
		});
	});
});

describe("together", () => {
	test("sets branches out in their order, each when the first request of the one before is on its way", async () => {
		const order: string[] = [];
		let release: (() => void) | undefined;
		const held = new Promise<void>((free) => {
			release = free;
		});
		const { verdict } = await played(
			`
  - { StartWorkflowExecution: {}, as: run }
  - together:
      - - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: one }
        - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: three }
      - - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: two }
  - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: four }
`,
			async (request) => {
				if (request.operation !== "SignalWorkflowExecution") return request.honest();
				const name = String(request.input["signalName"]);
				order.push(name);
				// The first is not answered before the second has come: they are in flight at once.
				if (name === "one") await held;
				if (name === "two") release?.();
				return request.honest();
			},
		);
		expect({ verdict, order }).toEqual({ verdict: "pass", order: ["one", "two", "three", "four"] });
	});

	test("lets a poll wait while another branch makes its task come", async () => {
		const { verdict, evidence } = await played(`
  - { StartWorkflowExecution: {}, as: run }
  - { decide: $run }
  - together:
      - - { decisionTask: $run, as: task }
      - - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: go }
  - { decide: $task, decisions: [CompleteWorkflowExecution] }
`);
		expect(verdict).toBe("pass");
		const started = (operation: string) =>
			evidence.exchanges.findLast((exchange) => exchange.operation === operation)?.sentAfterMs ?? 0;
		expect(started("PollForDecisionTask")).toBeLessThan(started("SignalWorkflowExecution"));
	});

	test("ends the case when one of its branches does", async () => {
		const { verdict } = await played(`
  - { StartWorkflowExecution: {}, as: run }
  - together:
      - - TerminateWorkflowExecution: { workflowId: $unique.none }
      - - DescribeWorkflowExecution: { execution: $run }
  - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: never }
`);
		expect({ verdict, signals: asked("SignalWorkflowExecution") }).toEqual({ verdict: "fail", signals: [] });
	});
});

describe("elapse", () => {
	test("moves the target's clock through what falls due on the way", async () => {
		const { verdict } = await played(`
  - { StartWorkflowExecution: { executionStartToCloseTimeout: "60" }, as: run }
  - elapse: 61
  - { history: $run, expect: { endsWith: [WorkflowExecutionTimedOut] } }
`);
		expect(verdict).toBe("pass");
	});
});

describe("fixtures", () => {
	test("that the target refuses are trouble of the harness, told by name", async () => {
		const { verdict, reason } = await played("  - StartWorkflowExecution: {}\n", (request) =>
			request.operation === "RegisterWorkflowType" ? json({ __type: "LimitExceededFault" }, 400) : request.honest(),
		);
		expect({ verdict, reason }).toEqual({ verdict: "error", reason: "RegisterWorkflowType was refused: LimitExceededFault" });
	});

	test("that the target does not know make the case unsupported", async () => {
		const { verdict } = await played("  - StartWorkflowExecution: {}\n", (request) =>
			request.operation === "RegisterWorkflowType" ? json({ __type: "UnknownOperationException" }, 400) : request.honest(),
		);
		expect(verdict).toBe("unsupported");
	});

	test("that no step uses are not registered", async () => {
		await played("  - ListDomains: { registrationStatus: REGISTERED }\n");
		expect(server?.asked.map(({ operation }) => operation)).toEqual(["ListDomains"]);
	});
});
