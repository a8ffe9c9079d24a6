import { afterAll, afterEach, describe, expect, test } from "vitest";
import { sdkClients } from "../clients/sdk.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";

const kind = sdkClients();
afterAll(() => kind.dispose());
let server: Loopback | undefined;
afterEach(() => server?.close());

async function played(steps: string, replyTo: (request: Request) => Reply | Promise<Reply> = (request) => request.honest()) {
	server = await openLoopback(replyTo);
	return playAndJudge(scenarioOf(steps), stageAt(targetAt(server, { ephemeral: true }), kind));
}

describe("send", () => {
	test("sends what no SDK would, whatever the client", async () => {
		const { verdict, evidence } = await played(
			"  - { send: ListDomains, members: { registrationStatus: 5, more: null }, expect: { fault: SerializationException } }\n",
		);
		expect(verdict).toBe("pass");
		expect(server?.asked[0]?.input).toEqual({ registrationStatus: 5, more: null });
		expect(server?.asked[0]?.headers["user-agent"]).toBeUndefined();
		expect(evidence.exchanges[0]).toMatchObject({ operation: "ListDomains", input: { registrationStatus: 5 } });
	});

	test("fills in what the operation's own step would", async () => {
		await played("  - { send: SignalWorkflowExecution, members: { workflowId: w }, expect: { fault: ValidationException } }\n");
		expect(server?.asked.at(-1)?.input).toEqual({ domain: expect.stringMatching(/^swf-conformance-/), workflowId: "w" });
	});

	test("sends a body as it is written, in one piece", async () => {
		const { evidence } = await played(
			`  - { send: ListDomains, body: ['{"a":"', { $repeat: { text: x, times: 3 } }, '"}'], expect: { fault: ValidationException } }\n`,
		);
		expect(evidence.exchanges[0]?.request.body).toBe('{"a":"xxx"}');
		expect(evidence.exchanges[0]?.input).toEqual({});
	});

	test("sends one request for each of several, over what they have in common, and expects the same of all", async () => {
		const { verdict, evidence, findings } = await played(
			"  - { send: ListDomains, members: { registrationStatus: REGISTERED }, each: [{}, { maximumPageSize: -1 }], expect: { answer: {} } }\n",
		);
		expect(evidence.exchanges.map(({ step, input }) => [step, input])).toEqual([
			["1.1", { registrationStatus: "REGISTERED" }],
			["1.2", { registrationStatus: "REGISTERED", maximumPageSize: -1 }],
		]);
		expect(verdict).toBe("fail");
		expect(findings.map(({ step }) => step)).toEqual(["1.2"]);
	});

	test("goes on whatever was answered, and binds an answer", async () => {
		const { evidence } = await played(
			`  - { send: ListDomains, expect: { response: { status: 200 } } }
  - { send: ListDomains, members: { registrationStatus: REGISTERED }, as: found }
  - { send: ListDomains, members: { registrationStatus: REGISTERED, more: $found }, expect: { answer: {} } }\n`,
		);
		expect(evidence.steps.map(({ step }) => step)).toEqual(["1", "2", "3"]);
		expect(evidence.exchanges[2]?.input).toMatchObject({ more: { domainInfos: [] } });
	});

	test("says what is unknown to the target only of a request with its own headers", async () => {
		const unknown = () => json({ __type: "UnknownOperationException" }, 400);
		const step = "  - { send: ListDomains, expect: { fault: ValidationException }";
		expect((await played(`${step} }\n`, unknown)).verdict).toBe("unsupported");
		await server?.close();
		expect((await played(`${step}, headers: { x-amz-target: x } }\n`, unknown)).verdict).toBe("fail");
	});

	test("is told nothing by a broken line", async () => {
		expect((await played("  - { send: ListDomains, expect: { response: { status: 200 } } }\n", () => "close")).verdict).toBe(
			"inconclusive",
		);
	});
});
