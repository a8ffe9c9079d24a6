import { SWF } from "@aws-sdk/client-swf";
import { getResponse } from "msw";
import { setupServer } from "msw/node";
import { afterEach, expect, test } from "vitest";
import { swfHandlers } from "./handlers.ts";
import { accountOf } from "./http.ts";
import { createService } from "./service.ts";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const domain = { name: "d", workflowExecutionRetentionPeriodInDays: "7" };
const registered = { registrationStatus: "REGISTERED" } as const;

const cleanups: (() => void)[] = [];
afterEach(() => {
	for (const cleanup of cleanups.splice(0)) cleanup();
});

function intercept(...handlers: ReturnType<typeof swfHandlers>) {
	const server = setupServer(...handlers);
	server.listen({ onUnhandledRequest: "error" });
	cleanups.push(() => server.close());
	return server;
}

function client(given: { readonly endpoint?: string; readonly region?: string; readonly useFipsEndpoint?: boolean } = {}): SWF {
	const swf = new SWF({ region: "us-east-1", credentials, maxAttempts: 1, ...given });
	cleanups.push(() => swf.destroy());
	return swf;
}

test("SWF's hosts are answered for in every region, each by itself", async () => {
	intercept(...swfHandlers());
	await client().registerDomain(domain);
	expect((await client().listDomains(registered)).domainInfos).toHaveLength(1);
	expect((await client({ region: "cn-north-1" }).listDomains(registered)).domainInfos).toHaveLength(0);
	expect((await client({ useFipsEndpoint: true }).listDomains(registered)).domainInfos).toHaveLength(1);
});

test("an endpoint is answered for when it is named", async () => {
	intercept(...swfHandlers({ baseUrl: "http://swf.local:4566" }));
	await client({ endpoint: "http://swf.local:4566" }).registerDomain(domain);
	expect((await client({ endpoint: "http://swf.local:4566" }).listDomains(registered)).domainInfos).toHaveLength(1);
});

test.each(["https://swf-lookalike.us-east-1.amazonaws.com/", "https://sqs.us-east-1.amazonaws.com/", "http://swf.local:4566/"])(
	"%s is left alone",
	async (url) => {
		expect(await getResponse(swfHandlers(), new Request(url, { method: "POST", body: "{}" }))).toBeUndefined();
	},
);

test("two sets of handlers share nothing, unless they are given one service", async () => {
	const first = intercept(...swfHandlers());
	await client().registerDomain(domain);
	first.close();
	const service = createService({ clock: "virtual" });
	const second = intercept(...swfHandlers({ service }));
	expect((await client().listDomains(registered)).domainInfos).toHaveLength(0);
	await client().registerDomain(domain);
	second.close();
	intercept(...swfHandlers({ service }));
	expect((await client().listDomains(registered)).domainInfos).toHaveLength(1);
});

test("a poll that its caller gave up takes no task", async () => {
	const service = createService({ clock: "virtual" });
	intercept(...swfHandlers({ service }));
	const swf = client();
	await swf.registerDomain(domain);
	await swf.registerWorkflowType({
		...{ domain: "d", name: "t", version: "1", defaultTaskList: { name: "l" }, defaultChildPolicy: "TERMINATE" },
		...{ defaultExecutionStartToCloseTimeout: "100", defaultTaskStartToCloseTimeout: "30" },
	});
	const hangUp = new AbortController();
	const poll = { domain: "d", taskList: { name: "l" } };
	const place = { account: accountOf("AKID"), region: "us-east-1" };
	const gone = swf.pollForDecisionTask(poll, { abortSignal: hangUp.signal });
	await service.elapse(place, 0, 1);
	hangUp.abort();
	await expect(gone).rejects.toThrow();
	await swf.startWorkflowExecution({ domain: "d", workflowId: "w", workflowType: { name: "t", version: "1" } });
	expect((await swf.pollForDecisionTask(poll)).workflowExecution?.workflowId).toBe("w");
});
