import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import type { Evidence, Exchange } from "../evidence.ts";
import { exchangeOf } from "../fixtures/exchange.ts";
import { scenarioOf } from "../fixtures/stage.ts";
import { judge } from "../judge.ts";
import { contract, contractFindings } from "./contract.ts";

const evidenceOf = (exchanges: readonly Exchange[], more: Partial<Evidence> = {}): Evidence => ({
	...{ id: "a/case", digest: "d", steps: [], exchanges, bindings: {}, uniqueSuffix: "-1", histories: [], durationMs: 1 },
	...more,
});
const run = { operation: "StartWorkflowExecution", body: { runId: "" } };

describe("findings", () => {
	test("of one breach in several responses are one, with every position", () => {
		const exchanges = [run, { operation: "RegisterDomain" }, { ...run, step: "3" }, { ...run, body: {} }].map(exchangeOf);
		expect(contractFindings(exchanges, [])).toMatchObject([{ step: "1", at: "runId", exchanges: [0, 2] }]);
	});

	test("of one breach in several items are one, at the first", () => {
		const domain = { name: "d", status: "GONE" };
		const answer = exchangeOf({
			operation: "ListDomains",
			body: { domainInfos: [{ ...domain, status: "DEPRECATED" }, domain, domain] },
		});
		expect(contractFindings([answer], [])).toMatchObject([{ at: "domainInfos.1.status", observed: "GONE", exchanges: [0] }]);
	});

	test("that matter most stand first", () => {
		const answer = exchangeOf({ ...run, body: { unknown: 1, runId: "" } });
		expect(contractFindings([answer], []).map(({ level }) => level)).toEqual(["MUST", "MAY"]);
	});

	test("about what no client reads are information where the clause is not cited", () => {
		const answer = exchangeOf({ operation: "RegisterDomain", headers: { "x-amzn-requestid": "" } });
		const clause = "contract/responses-carry-a-request-id";
		expect(contractFindings([answer], [])).toMatchObject([{ clause, level: "MAY" }]);
		expect(contractFindings([answer], [clause])).toMatchObject([{ clause, level: "MUST" }]);
	});

	test("of a documentation sample are that one and no other", () => {
		const answer = exchangeOf({ operation: "DescribeDomain", body: { success: true, data: {} } });
		expect(contractFindings([answer], [])).toMatchObject([
			{ clause: "contract/answers-are-no-documentation-samples", level: "MUST" },
		]);
	});
});

test("an informational case that shows a breach is scored", () => {
	const steps = "  - StartWorkflowExecution: {}\n    expect: { answer: {}, level: MAY }";
	const input = { domain: "d", workflowId: "w", workflowType: { name: "w", version: "1" } };
	const judged = (runId: string) => judge(scenarioOf(steps), evidenceOf([exchangeOf({ ...run, input, body: { runId } })]));
	expect(judged("r").level).toBe("MAY");
	expect(judged("")).toMatchObject({ level: "MUST", verdict: "fail" });
});

describe("nothing is said of", () => {
	const broken = { operation: "DescribeDomain", status: 400, body: "<html>" };
	const { response: _, ...unanswered } = exchangeOf(broken);

	test.each<[string, Exchange]>([
		["a request without a response", { ...unanswered, outcome: { kind: "transport", problem: "no answer within 75 s" } }],
		["a server that failed", exchangeOf({ ...broken, status: 500 })],
		[
			"an operation that the target does not know",
			exchangeOf({ ...broken, body: { __type: "UnknownOperationException", message: null } }),
		],
		["an operation that SWF does not know", exchangeOf({ ...broken, operation: "OperationThatDoesNotExist" })],
		[
			"a request for another operation than the step's",
			exchangeOf({ ...broken, requestHeaders: { "x-amz-target": "SimpleWorkflowService.X" } }),
		],
		["a request of another content type", exchangeOf({ ...broken, requestHeaders: { "content-type": "text/plain" } })],
	])("%s", (_name, exchange) => {
		expect(contractFindings([exchange], [])).toEqual([]);
		expect(contractFindings([exchangeOf(broken)], [])).toHaveLength(1);
	});

	test("the page by which a target showed that it lacks an operation", () => {
		const missing = evidenceOf([exchangeOf(broken)], {
			trouble: { kind: "unsupported", message: "the target does not know DescribeDomain" },
		});
		expect(contract(scenarioOf("  - DescribeDomain: { name: d }"), missing).findings).toEqual([]);
	});
});

describe("a hostile body", () => {
	const deep = (open: string, close: string) => `${open.repeat(100_000)}1${close.repeat(100_000)}`;
	const answered = (operation: string, body: string): Exchange => {
		const honest = exchangeOf({ operation, body: "{}" });
		return { ...honest, response: { status: 200, headers: honest.response?.headers ?? {}, body } };
	};

	test.each([
		["nested lists", `{"count":${deep("[", "]")}}`, "count"],
		["nested objects", `{"count":${deep('{"a":', "}")}}`, "count"],
		["nested where a member is unknown", `{"more":${deep("[", "]")},"count":"1"}`, "count"],
		["a prototype", '{"__proto__":{"count":1}}', "count"],
		[
			"a hundred thousand unknown members",
			`{${Array.from({ length: 100_000 }, (_, index) => `"m${index}":1`).join()},"count":"1"}`,
			"count",
		],
		["a key twice, the last of which counts", '{"count":1,"count":"1"}', "count"],
		["bytes that are no UTF-8", `{"count":"${Buffer.from([0xff, 0xfe]).toString("utf8")}"}`, "count"],
	])("of %s is judged", (_name, body, at) => {
		const findings = contractFindings([answered("CountPendingActivityTasks", body)], []);
		expect(findings.filter(({ level }) => level === "MUST")).toMatchObject([{ at }]);
		expect(JSON.stringify(findings).length).toBeLessThan(5_000);
	});

	test("of sixteen megabytes of wrong items is judged, and is one finding for each rule", () => {
		const events = answered("GetWorkflowExecutionHistory", `{"events":[${"[],".repeat(5_500_000)}[]]}`);
		expect(contractFindings([events], []).map(({ at }) => at)).toEqual(["events", "events.0"]);
	});
});

test("of an answer that asks to be called less often nothing is told, whatever its form", () => {
	const throttled = (type: string) =>
		exchangeOf({ ...run, status: 400, headers: { "x-amzn-requestid": "" }, body: { __type: type } });
	const of = (type: string) =>
		contract(scenarioOf("  - ListDomains: { registrationStatus: REGISTERED }"), evidenceOf([throttled(type)])).findings;
	expect(of("Teapot")).not.toEqual([]);
	expect(of("ThrottlingException")).toEqual([]);
});

describe("a request of our own that breaks the contract", () => {
	const steps =
		"  - StartWorkflowExecution: {}\n    as: run\n  - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: '' }";
	const start = exchangeOf({
		operation: "StartWorkflowExecution",
		input: { domain: "d", workflowId: "w", workflowType: { name: "w", version: "1" } },
		body: { runId: "r" },
	});
	const signal = { operation: "SignalWorkflowExecution", input: { domain: "d", workflowId: "w", signalName: "" }, step: "2" };

	test("is an error of the kit, whatever the target made of it", () => {
		const refused = exchangeOf({ ...signal, status: 400, body: { __type: "com.amazon.coral.validate#ValidationException" } });
		const done = ["1", "2"].map((step, index) => ({ step, outcome: "done" as const, final: [index], task: [] }));
		const { verdict, reason } = judge(scenarioOf(steps), evidenceOf([start, refused], { steps: done }));
		expect({ verdict, reason }).toMatchObject({
			verdict: "error",
			reason: expect.stringMatching(/kit sent a SignalWorkflowExecution .* at step 2: .*'signalName'/),
		});
	});

	test("is meant by a step that reckons with a fault", () => {
		const scenario = scenarioOf(`${steps}\n    expect: { fault: ValidationException }`);
		expect(contract(scenario, evidenceOf([start, exchangeOf(signal)])).defect).toBeUndefined();
	});

	test("is no defect of ours where an answer before broke the contract", () => {
		const tainted = { ...start, response: { status: 200, headers: start.response?.headers ?? {}, body: '{"runId":""}' } };
		const { defect, misled, findings } = contract(scenarioOf(steps), evidenceOf([tainted, exchangeOf(signal)]));
		expect([defect, misled, findings[0]?.level]).toEqual([undefined, undefined, "MUST"]);
	});

	describe("because the target had given us what is bad about it", () => {
		const answering = (output: JsonObject) => ({ ...start, outcome: { kind: "answer" as const, output } });
		const done = ["1", "2"].map((step, index) => ({ step, outcome: "done" as const, final: [index], task: [] }));
		const read = {
			...{ operation: "GetWorkflowExecutionHistory", step: "2" },
			input: { domain: "d", execution: { workflowId: "w", runId: null } },
		};
		const scenario = scenarioOf(
			"  - StartWorkflowExecution: {}\n    as: run\n  - GetWorkflowExecutionHistory: { execution: $run }\n    expect: { answer: { events: [] } }",
		);
		const refused = { status: 400, body: { __type: "com.amazon.coral.validate#ValidationException" } };

		test("is no defect of ours, and fails what it was to show", () => {
			const exchanges = [answering({ runId: null }), exchangeOf({ ...read, ...refused })];
			expect(judge(scenario, evidenceOf(exchanges, { steps: done })).verdict).toBe("fail");
		});

		test("shows nothing where the target takes it", () => {
			const exchanges = [answering({ runId: null }), exchangeOf({ ...read, body: { events: [] } })];
			const { verdict, reason } = judge(scenario, evidenceOf(exchanges, { steps: done }));
			expect({ verdict, reason }).toMatchObject({
				verdict: "inconclusive",
				reason: expect.stringMatching(/the target gave .*runId/),
			});
		});

		test("is known by what an answer was bound to, where the answer lacks it", () => {
			const lacking = exchangeOf({ ...read, input: { domain: "d", execution: { workflowId: "w" } } });
			const of = (bindings: JsonObject) => contract(scenario, evidenceOf([answering({}), lacking], { bindings }));
			expect(of({ run: { workflowId: "w" } })).toMatchObject({ misled: expect.stringContaining("execution.runId") });
			expect(of({ run: { workflowId: "v" } })).toMatchObject({ defect: expect.stringContaining("execution.runId") });
		});

		test("is known by the name that it had in a list", () => {
			const answered = { operation: "RespondDecisionTaskCompleted", input: { taskToken: [1] }, step: "2" };
			expect(contract(scenario, evidenceOf([answering({ tasks: [{ taskToken: [1] }] }), exchangeOf(answered)])).misled).toContain(
				"'taskToken'",
			);
		});

		test("does not hide what is bad by our own making", () => {
			const exchanges = [answering({ runId: null }), exchangeOf({ ...read, body: { events: [] } }), exchangeOf(signal)];
			expect(contract(scenario, evidenceOf(exchanges)).defect).toContain("signalName");
		});
	});

	test("is none that was never sent", () => {
		const unsent = { ...exchangeOf(signal), request: { headers: {}, body: "" } };
		expect(contract(scenarioOf(steps), evidenceOf([start, unsent])).defect).toBeUndefined();
	});
});
