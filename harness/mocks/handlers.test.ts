import { SWF } from "@aws-sdk/client-swf";
import { setupServer } from "msw/node";
import { afterEach, expect, test } from "vitest";
import { swfHandlers } from "./handlers.ts";
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
	await expect(client({ endpoint: "http://elsewhere.local" }).registerDomain(domain)).rejects.toThrow();
});

test("other hosts are left alone", async () => {
	intercept(...swfHandlers());
	await expect(fetch("http://swf-lookalike.test/", { method: "POST" })).rejects.toThrow();
});

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
