import { request } from "node:http";
import { SWF } from "@aws-sdk/client-swf";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ModelServer, serveModel } from "./serve.ts";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const region = "eu-west-1";
const domain = "d";
const workflowType = { name: "t", version: "1" };
const taskList = { name: "l" };

let server: ModelServer;
let swf: SWF;

beforeEach(async () => {
	server = await serveModel({ port: 0, host: "127.0.0.1", clock: "virtual" });
	swf = new SWF({ region, credentials, endpoint: server.url, maxAttempts: 1 });
	await swf.registerDomain({ name: domain, workflowExecutionRetentionPeriodInDays: "7" });
	await swf.registerWorkflowType({
		...{ domain, ...workflowType, defaultTaskList: taskList, defaultChildPolicy: "TERMINATE" },
		...{ defaultExecutionStartToCloseTimeout: "100", defaultTaskStartToCloseTimeout: "30" },
	});
});

afterEach(async () => {
	swf.destroy();
	await server.close();
});

const elapse = (seconds: number, parked = 0) =>
	fetch(`${server.url}/_swf/clock/elapse`, {
		method: "POST",
		body: JSON.stringify({ accessKeyId: "AKID", region, seconds, parked }),
	});

describe("the model behind a port", () => {
	test("serves the SDK from start to close", async () => {
		const { runId } = await swf.startWorkflowExecution({ domain, workflowId: "w", workflowType });
		const { taskToken } = await swf.pollForDecisionTask({ domain, taskList });
		await swf.respondDecisionTaskCompleted({ taskToken, decisions: [{ decisionType: "CompleteWorkflowExecution" }] });
		const { executionInfo } = await swf.describeWorkflowExecution({ domain, execution: { workflowId: "w", runId } });
		expect(executionInfo?.closeStatus).toBe("COMPLETED");
		expect(executionInfo?.startTimestamp).toBeInstanceOf(Date);
	});

	test("gives the SDK typed faults", async () => {
		await expect(swf.describeDomain({ name: "none" })).rejects.toMatchObject({
			name: "UnknownResourceFault",
			message: "Unknown domain: none",
		});
	});

	test("moves its clock on request, which lets a poll expire", async () => {
		const idle = swf.pollForDecisionTask({ domain, taskList });
		expect((await elapse(60, 1)).status).toBe(200);
		expect((await idle).taskToken).toBe("");
	});

	test("forgets the poll of a caller that hangs up", async () => {
		const body = JSON.stringify({ domain, taskList });
		const authorization = `AWS4-HMAC-SHA256 Credential=AKID/20260101/${region}/swf/aws4_request, SignedHeaders=host, Signature=0`;
		const headers = { "x-amz-target": "SimpleWorkflowService.PollForDecisionTask", authorization };
		const abandoned = request(server.url, { method: "POST", headers });
		const hungUp = new Promise((resolve) => abandoned.once("error", resolve));
		abandoned.end(body);
		await elapse(0, 1);
		abandoned.destroy(new Error("hung up"));
		await hungUp;
		const patient = swf.pollForDecisionTask({ domain, taskList });
		await elapse(0, 2);
		await swf.startWorkflowExecution({ domain, workflowId: "w", workflowType });
		expect((await patient).workflowExecution?.workflowId).toBe("w");
	});

	test("tells that it is well, and what it does not serve", async () => {
		expect((await fetch(`${server.url}/_swf/health`)).status).toBe(200);
		expect((await fetch(server.url, { method: "PUT" })).status).toBe(404);
		expect((await fetch(`${server.url}/_swf/clock/elapse`, { method: "POST", body: "{}" })).status).toBe(400);
		expect((await fetch(`${server.url}/_swf/clock/elapse`, { method: "POST", body: "{" })).status).toBe(400);
	});

	test("refuses a body that is too large", async () => {
		const headers = { "x-amz-target": "SimpleWorkflowService.DescribeDomain" };
		const answer = await fetch(server.url, { method: "POST", headers, body: "x".repeat(2 * 1024 * 1024) });
		expect(answer.status).toBe(413);
	});
});
