import { SWF } from "@aws-sdk/client-swf";
import { setupServer } from "msw/node";
import { accountOf, createService, playLambda, swfHandlers } from "swf-conformance/msw";
import { afterAll, beforeAll, expect, test } from "vitest";

// With a virtual clock a test decides how much time passes; without a service of one's own the clock is that of the machine.
const service = createService({
	clock: "virtual",
	invokeLambda: playLambda({ charge: { result: { paid: true } } }),
});
const server = setupServer(...swfHandlers({ service }));

const region = "us-east-1";
const credentials = { accessKeyId: "test", secretAccessKey: "test" };
const swf = new SWF({ region, credentials });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => {
	service.close();
	server.close();
	swf.destroy();
});

test("a workflow that nobody decides times out after an hour", async () => {
	await swf.registerDomain({ name: "shop", workflowExecutionRetentionPeriodInDays: "1" });
	await swf.registerWorkflowType({
		domain: "shop",
		name: "order",
		version: "1",
		defaultChildPolicy: "TERMINATE",
		defaultExecutionStartToCloseTimeout: "3600",
		defaultTaskList: { name: "orders" },
		defaultTaskStartToCloseTimeout: "10",
	});
	const { runId } = await swf.startWorkflowExecution({
		domain: "shop",
		workflowId: "order-1",
		workflowType: { name: "order", version: "1" },
	});
	await service.elapse({ account: accountOf(credentials.accessKeyId), region }, 3600);
	const { executionInfo } = await swf.describeWorkflowExecution({
		domain: "shop",
		execution: { workflowId: "order-1", runId },
	});
	expect(executionInfo?.closeStatus).toBe("TIMED_OUT");
});
