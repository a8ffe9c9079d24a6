import { afterEach, expect, test } from "vitest";
import type { ClientKind } from "../clients/client.ts";
import { wireClients } from "../clients/wire.ts";
import { type Loopback, openLoopback } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";

const wire = wireClients();
let server: Loopback | undefined;
afterEach(async () => {
	wire.dispose();
	await server?.close();
});

/** A client that has no words for one operation. */
const without = (operation: string): ClientKind => ({
	...wire,
	connect(settings) {
		const client = wire.connect(settings);
		return {
			...client,
			send: async (asked, input, options) =>
				asked === operation
					? { request: { headers: {}, body: "" }, outcome: { kind: "inexpressible", problem: "it has no such command" } }
					: client.send(asked, input, options),
		};
	},
});

const whole = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - { decide: $run, decisions: [ScheduleActivityTask: { activityId: a }] }
  - { activityTask: $run, as: work }
  - RespondActivityTaskCompleted: { taskToken: $work.taskToken }
`);

test.each([
	"RegisterWorkflowType",
	"StartWorkflowExecution",
	"PollForDecisionTask",
	"RespondDecisionTaskCompleted",
	"PollForActivityTask",
	"RespondActivityTaskCompleted",
])("a case is unsupported where its client cannot express %s", async (operation) => {
	server = await openLoopback((request) => request.honest());
	const { verdict, reason, evidence } = await playAndJudge(whole, stageAt(targetAt(server), without(operation)));
	expect({ verdict, reason }).toEqual({
		verdict: "unsupported",
		reason: `the client cannot express ${operation}: it has no such command`,
	});
	expect(evidence.exchanges.filter((exchange) => exchange.operation === operation)).toHaveLength(1);
	expect(server.asked.map((request) => request.operation)).not.toContain(operation);
});

test("a case is judged as ever where its client has no words only for reading the histories at the end", async () => {
	server = await openLoopback((request) => request.honest());
	const { verdict } = await playAndJudge(whole, stageAt(targetAt(server), without("GetWorkflowExecutionHistory")));
	expect(verdict).toBe("pass");
});
