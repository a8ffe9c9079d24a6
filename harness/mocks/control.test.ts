import { SWF } from "@aws-sdk/client-swf";
import { afterEach, expect, test } from "vitest";
import { type ModelServer, type RequestLog, type ServeOptions, serveModel } from "./serve.ts";

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(options: Partial<ServeOptions> = {}): Promise<ModelServer> {
	const server = await serveModel({ port: 0, host: "127.0.0.1", clock: "virtual", ...options });
	cleanups.push(() => server.close());
	return server;
}

function client({ url }: ModelServer, accessKeyId = "AKID", region = "us-east-1"): SWF {
	const credentials = { accessKeyId, secretAccessKey: "never to be logged" };
	const swf = new SWF({ region, credentials, endpoint: url, maxAttempts: 1 });
	cleanups.push(() => swf.destroy());
	return swf;
}

async function order({ url }: ModelServer, path: string, body?: unknown): Promise<{ status: number; text: string }> {
	const answer = await fetch(`${url}/_swf/${path}`, body === undefined ? {} : { method: "POST", body: JSON.stringify(body) });
	return { status: answer.status, text: await answer.text() };
}

const domain = { name: "d", workflowExecutionRetentionPeriodInDays: "7" };
const registered = { registrationStatus: "REGISTERED" } as const;
const poll = { domain: "d", taskList: { name: "l" } };

test("what there is can be listed, place by place", async () => {
	const server = await serve({ account: "210987654321" });
	await client(server).registerDomain(domain);
	await client(server, "OTHER", "eu-west-1").listDomains(registered);
	expect(JSON.parse((await order(server, "list")).text)).toMatchObject({
		places: [
			{ account: "210987654321", region: "us-east-1", domains: 1, openExecutions: 0, closedExecutions: 0, waitingPolls: 0 },
			{ account: "210987654321", region: "eu-west-1", domains: 0 },
		],
	});
});

test("one place, or all, can be emptied, and polls there are let go", async () => {
	const server = await serve();
	for (const region of ["us-east-1", "eu-west-1"]) await client(server, "AKID", region).registerDomain(domain);
	const waiting = client(server).pollForDecisionTask(poll);
	await order(server, "clock/elapse", { accessKeyId: "AKID", seconds: 0, parked: 1 });
	await order(server, "reset", { accessKeyId: "AKID", region: "us-east-1" });
	expect((await waiting).taskToken).toBe("");
	expect((await client(server).listDomains(registered)).domainInfos).toEqual([]);
	expect((await client(server, "AKID", "eu-west-1").listDomains(registered)).domainInfos).toHaveLength(1);
	await order(server, "reset", {});
	expect((await client(server, "AKID", "eu-west-1").listDomains(registered)).domainInfos).toEqual([]);
});

test("settings can be changed while it runs, and taken back", async () => {
	const server = await serve();
	await client(server).registerDomain(domain);
	await order(server, "configure", { limits: { domains: 1 } });
	await expect(client(server).registerDomain({ ...domain, name: "e" })).rejects.toThrow("at most 1 domains");
	await order(server, "configure", { limits: null });
	await client(server).registerDomain({ ...domain, name: "e" });
	const nobody = [{ name: "anna", accessKeyId: "AKIDANNA", policy: { Statement: [] } }];
	await order(server, "configure", { principals: nobody });
	for (const key of ["AKIDANNA", "AKIDOTHER"]) {
		await expect(client(server, key).listDomains(registered)).rejects.toMatchObject({ name: "OperationNotPermittedFault" });
	}
	await order(server, "configure", { principals: null, limits: { rates: { calls: { ListDomains: { size: 0, refill: 0 } } } } });
	await expect(client(server).listDomains(registered)).rejects.toMatchObject({
		...{ name: "ThrottlingException", message: "Rate exceeded" },
	});
});

test("orders that make no sense are refused with the reason", async () => {
	const server = await serve();
	expect(await order(server, "configure", { limit: {} })).toEqual({
		...{ status: 400, text: expect.stringContaining(`configure:1:2: the settings has no key "limit"`) },
	});
	expect((await order(server, "clock/elapse", { seconds: -1 })).status).toBe(400);
	expect((await order(server, "reset", { region: 1 })).text).toBe("region is a text");
	expect((await order(server, "reset", [])).text).toBe("expected a JSON object");
	expect((await order(server, "dance", {})).status).toBe(404);
	const wall = await serve({ clock: "wall" });
	expect((await order(wall, "clock/elapse", { seconds: 1 })).text).toContain("wall clock");
});

test("principals share the account, and each may do what its policy says", async () => {
	const policy = { Statement: { Effect: "Allow", Action: "swf:List*", Resource: "*" } } as const;
	const server = await serve({
		principals: [
			{ name: "owner", accessKeyId: "OWNER" },
			{ name: "reader", accessKeyId: "READER", policy },
		],
	});
	await client(server, "OWNER").registerDomain(domain);
	expect((await client(server, "READER").listDomains(registered)).domainInfos).toHaveLength(1);
	await expect(client(server, "READER").registerDomain(domain)).rejects.toMatchObject({ name: "OperationNotPermittedFault" });
});

test("a list takes no more polls than its limit", async () => {
	const server = await serve({ limits: { pollersPerTaskList: 1 } });
	await client(server).registerDomain(domain);
	const first = client(server).pollForDecisionTask(poll);
	await order(server, "clock/elapse", { accessKeyId: "AKID", seconds: 0, parked: 1 });
	await expect(client(server).pollForDecisionTask(poll)).rejects.toMatchObject({
		...{ name: "LimitExceededFault", message: "Limit on maximum concurrent poll requests per task list reached" },
	});
	await order(server, "clock/elapse", { accessKeyId: "AKID", seconds: 60 });
	expect((await first).taskToken).toBe("");
});

test("a poll that is woken in vain is counted once", async () => {
	const rates = { calls: { PollForDecisionTask: { size: 1, refill: 0 } }, callsPerExecution: {}, decisions: {} };
	const server = await serve({ rates });
	const swf = client(server);
	await swf.registerDomain(domain);
	await swf.registerWorkflowType({
		...{ domain: "d", name: "t", version: "1", defaultTaskList: { name: "l" }, defaultChildPolicy: "TERMINATE" },
		...{ defaultExecutionStartToCloseTimeout: "100", defaultTaskStartToCloseTimeout: "30" },
	});
	const waiting = swf.pollForDecisionTask(poll);
	await order(server, "clock/elapse", { accessKeyId: "AKID", seconds: 0, parked: 1 });
	await swf.startWorkflowExecution({ domain: "d", workflowId: "w", workflowType: { name: "t", version: "1" } });
	expect((await waiting).workflowExecution?.workflowId).toBe("w");
});

test("closing answers what is under way and waits for that", async () => {
	const server = await serve();
	await client(server).registerDomain(domain);
	const waiting = client(server).pollForDecisionTask(poll);
	await order(server, "clock/elapse", { accessKeyId: "AKID", seconds: 0, parked: 1 });
	await server.close();
	expect((await waiting).taskToken).toBe("");
	await expect(fetch(server.url)).rejects.toThrow();
});

test("the log has a line for each request and nothing of what it carried", async () => {
	const lines: RequestLog[] = [];
	const server = await serve({ log: (line) => lines.push(line), principals: [{ name: "anna", accessKeyId: "AKID" }] });
	await client(server).registerDomain({ ...domain, description: "not for the log" });
	await client(server)
		.describeDomain({ name: "none" })
		.catch(() => undefined);
	await order(server, "list");
	await expect.poll(() => lines.length).toBe(3);
	expect(lines).toMatchObject([
		{ method: "POST", path: "/", status: 200, operation: "RegisterDomain", principal: "anna", region: "us-east-1" },
		{ status: 400, operation: "DescribeDomain", fault: "UnknownResourceFault", account: "123456789012" },
		{ method: "GET", path: "/_swf/list", status: 200 },
	]);
	expect(JSON.stringify(lines)).not.toMatch(/not for the log|never to be logged|Signature|AWS4/);
});
