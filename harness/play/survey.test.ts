import { afterAll, afterEach, describe, expect, test } from "vitest";
import { wireClients } from "../clients/wire.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";

const kind = wireClients();
afterAll(() => kind.dispose());
let server: Loopback | undefined;
afterEach(() => server?.close());

const crash: Reply = { status: 500, body: "<html>Internal Server Error</html>" };

/** An emulator that crashes for what it does not know, as some do; `answers` decides about everything else. */
async function played(steps: string, answers: (request: Request) => Reply | undefined) {
	server = await openLoopback(async (request) => {
		if (request.operation === "OperationThatDoesNotExist") return crash;
		return answers(request) ?? request.honest();
	});
	return playAndJudge(scenarioOf(steps), stageAt(targetAt(server, { ephemeral: true }), kind));
}

const signal =
	"  - { StartWorkflowExecution: {}, as: run }\n  - SignalWorkflowExecution: { workflowId: $run.workflowId, signalName: s }\n";
const marker =
	"  - { StartWorkflowExecution: {}, as: run }\n  - { decide: $run, decisions: [RecordMarker: { markerName: m }] }\n";

const hasMarker = ({ input }: Request) => JSON.stringify(input["decisions"] ?? "").includes("RecordMarker");
const surveyed = () => server?.asked.some(({ operation }) => operation === "OperationThatDoesNotExist");

describe("a target that crashes for what it does not know", () => {
	test("is unsupported where the simplest use of the operation crashes too", async () => {
		const { verdict, reason } = await played(signal, ({ operation }) =>
			operation === "SignalWorkflowExecution" ? crash : undefined,
		);
		expect({ verdict, reason }).toEqual({ verdict: "unsupported", reason: "the target does not know SignalWorkflowExecution" });
	});

	test("fails where only this use of the operation crashes", async () => {
		const { verdict } = await played(signal, ({ operation, input }) =>
			operation === "SignalWorkflowExecution" && input["input"] === undefined ? crash : undefined,
		);
		expect({ verdict, surveyed: surveyed() }).toEqual({ verdict: "fail", surveyed: true });
	});

	test("is unsupported where it lacks a decision, which is named", async () => {
		const { verdict, reason } = await played(marker, (request) => (hasMarker(request) ? crash : undefined));
		expect({ verdict, reason }).toEqual({ verdict: "unsupported", reason: "the target does not know RecordMarker" });
	});

	test("fails where it is asked for nothing but what it has", async () => {
		const { verdict } = await played(marker, (request) =>
			hasMarker(request) && !JSON.stringify(request.input).includes('"details"') ? crash : undefined,
		);
		expect(verdict).toBe("fail");
	});
});

describe("a target that says when it does not know an operation", () => {
	test("fails where it crashes", async () => {
		server = await openLoopback(async (request) => {
			if (request.operation === "OperationThatDoesNotExist") return json({ __type: "UnknownOperationException" }, 400);
			return request.operation === "SignalWorkflowExecution" ? crash : request.honest();
		});
		const { verdict } = await playAndJudge(scenarioOf(signal), stageAt(targetAt(server, { ephemeral: true }), kind));
		expect({ verdict, surveyed: surveyed() }).toEqual({ verdict: "fail", surveyed: true });
		expect(server.asked.filter(({ input }) => String(input["name"]).startsWith("survey"))).toEqual([]);
	});

	test("is not surveyed for a fault", async () => {
		const { verdict } = await played(signal, ({ operation }) =>
			operation === "SignalWorkflowExecution" ? json({ __type: "UnknownResourceFault" }, 400) : undefined,
		);
		expect({ verdict, surveyed: surveyed() }).toEqual({ verdict: "fail", surveyed: false });
	});
});

describe("a survey", () => {
	test("tries each operation once, however many cases ask", async () => {
		server = await openLoopback(async (request) =>
			request.operation === "OperationThatDoesNotExist" || request.operation === "SignalWorkflowExecution"
				? crash
				: request.honest(),
		);
		const stage = stageAt(targetAt(server, { ephemeral: true }), kind);
		const one = await playAndJudge(scenarioOf(signal), stage);
		const two = await playAndJudge(scenarioOf(signal), { ...stage, uniqueSuffix: "-run-2" });
		expect([one.verdict, two.verdict]).toEqual(["unsupported", "unsupported"]);
		expect(server.asked.filter(({ operation }) => operation === "OperationThatDoesNotExist")).toHaveLength(1);
		expect(server.asked.filter(({ operation }) => operation === "SignalWorkflowExecution")).toHaveLength(3);
	});
});
