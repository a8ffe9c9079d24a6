import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { scenarioOf } from "../fixtures/stage.ts";
import { type StsStandIn, standInForSts } from "../fixtures/sts-stand-in.ts";
import { openAws } from "./aws.ts";
import type { Allowed, TargetOptions } from "./target.ts";

const account = "210987654321";
let sts: StsStandIn;
beforeEach(async () => {
	sts = await standInForSts(account);
	vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDKIT");
	vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret-of-the-test");
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await sts[Symbol.asyncDispose]();
});

const options = (allowed: Allowed, environment: NodeJS.ProcessEnv = {}): TargetOptions => ({
	environment: { AWS_ENDPOINT_URL_STS: sts.url, ...environment },
	interrupt: new AbortController().signal,
	out: ".",
	tell: () => undefined,
	allowed,
});
const start = scenarioOf("  - StartWorkflowExecution: {}");

test.each(["", "us-east", "http://x", "us-east-1/", "US-EAST-1"])("%j is no region", async (region) => {
	expect(await openAws(region, options({ acceptCost: 1 }))).toBeUndefined();
});

test("nothing is opened for which no cost was accepted, and nobody is asked", async () => {
	await expect(openAws("us-east-1", options({}))).rejects.toThrow("--accept-cost");
	expect(sts.asked).toEqual([]);
});

test("nothing is opened in a region of unknown prices", async () => {
	await expect(openAws("cn-north-1", options({ acceptCost: 1 }))).rejects.toThrow("what SWF costs there is not known");
});

test("an endpoint of the environment that is no address, or holds a password, is refused", async () => {
	for (const address of ["ftp://x", "x", "http://me:password@127.0.0.1:1"])
		await expect(openAws("us-east-1", options({ acceptCost: 1 }, { AWS_ENDPOINT_URL_SWF: address }))).rejects.toThrow(
			/^AWS_ENDPOINT_URL for SWF: expected an address as http:\/\/127.0.0.1:5000, without a password$/,
		);
});

test.each([
	["us-east-1", {}, "https://swf.us-east-1.amazonaws.com"],
	["us-gov-west-1", {}, "https://swf.us-gov-west-1.amazonaws.com"],
	["us-east-1", { AWS_ENDPOINT_URL: "http://127.0.0.1:1" }, "http://127.0.0.1:1"],
	["us-east-1", { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_ENDPOINT_URL_SWF: "http://127.0.0.1:2" }, "http://127.0.0.1:2"],
	[
		...(["us-east-1", { AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" }] as const),
		"https://swf.us-east-1.amazonaws.com",
	],
])("in %s with %j requests go to SWF at the address that every AWS tool would take", async (region, environment, endpoint) => {
	expect((await openAws(region, options({ dryRun: true }, environment)))?.endpoint).toBe(endpoint);
});

test("a plan asks nobody, and tells what is not known", async () => {
	const target = await openAws("us-east-1", options({ dryRun: true }));
	expect(target?.terms?.planOnly).toBe(true);
	expect(target?.terms?.plan([start])).toBe(`account     not asked for
region      us-east-1, https://swf.us-east-1.amazonaws.com
cases       1
domain      one is registered, and counts for good among the 100 of the account
calls       8, and more where a case waits; paced, so that they take 0 s at least
  DeleteWorkflowType                      1
  DeprecateDomain                         1
  DeprecateWorkflowType                   1
  GetWorkflowExecutionHistory             1
  RegisterDomain                          1
  RegisterWorkflowType                    1
  StartWorkflowExecution                  1
  TerminateWorkflowExecution              1
executions  1 at most, kept for a day
tasks       1 at most, with timers, markers and signals
cost        $0.0001 at most, by the prices of 2026-11-22 (https://aws.amazon.com/swf/pricing/); nothing accepted yet: --accept-cost AMOUNT
`);
	expect(sts.asked).toEqual([]);
});

test("a plan for a domain that was given reckons with the longest time that it may keep executions", async () => {
	const target = await openAws("us-east-1", options({ dryRun: true, domain: "shared" }));
	const text = target?.terms?.plan([start]) ?? "";
	expect(text).toContain("domain      shared\n");
	expect(text).not.toContain("RegisterDomain");
	expect(text).toContain("executions  1 at most, kept for as long as the domain says, reckoned with 90 days\n");
	expect(text).toContain("cost        $0.0006 at most");
});

test("a plan for a domain that was given counts the domains that cases register besides, and no other", async () => {
	const target = await openAws("us-east-1", options({ dryRun: true, domain: "shared", ownDomains: true }));
	const register = scenarioOf('  - RegisterDomain: { name: $unique.x, workflowExecutionRetentionPeriodInDays: "1" }');
	const text = target?.terms?.plan([register]) ?? "";
	expect(text).toContain("domain      shared; besides, one is registered, and counts for good among the 100 of the account\n");
	expect(text).toMatch(/RegisterDomain +1\n/);
});

test("the account is asked of STS, and only its last digits are shown", async () => {
	const target = await openAws("us-east-1", options({ acceptCost: 0.000_01 }));
	expect(sts.asked).toEqual(["AKIDKIT"]);
	expect(target?.account).toBe("********4321");
	const text = target?.terms?.plan([start]) ?? "";
	expect(text).toContain("account     ********4321\n");
	expect(text).toContain("$0.0000 accepted, so that the run may end before its last case");
	expect(text).not.toContain(account);
});

test("an STS that does not answer, or refuses, ends it before anything is sent", async () => {
	await expect(openAws("us-east-1", options({ acceptCost: 1 }, { AWS_ENDPOINT_URL_STS: "http://127.0.0.1:1" }))).rejects.toThrow(
		"STS does not answer",
	);
	sts.refuse();
	await expect(openAws("us-east-1", options({ acceptCost: 1 }))).rejects.toThrow(
		"STS refuses the AWS credentials: ExpiredTokenException",
	);
});

describe("credentials that run out", () => {
	let container: Server;
	let given = 0;
	beforeEach(async () => {
		given = 0;
		container = createServer((_, response) => {
			given += 1;
			// Those with less than five minutes left are renewed.
			const left = given === 1 ? 60_000 : 3_600_000;
			const Expiration = new Date(Date.now() + left).toISOString();
			response.end(JSON.stringify({ AccessKeyId: `ASIA${given}`, SecretAccessKey: "s", Token: "t", Expiration }));
		});
		await new Promise<void>((listening) => container.listen(0, "127.0.0.1", listening));
		vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
		vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
		const { port } = container.address() as AddressInfo;
		vi.stubEnv("AWS_CONTAINER_CREDENTIALS_FULL_URI", `http://127.0.0.1:${port}/`);
		vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
		vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
	});
	afterEach(() => new Promise<void>((closed) => container.close(() => closed())));

	test("are renewed before a request, for the cases to come", async () => {
		const target = await openAws("us-east-1", options({ acceptCost: 1 }));
		const keyOf = () => target?.session("case").credentials.accessKeyId;
		expect(keyOf()).toBe("ASIA1");
		const call = { operation: "ListDomains", input: {}, step: "1" };
		const { signal } = new AbortController();
		// The provider chain fetches new ones beside what it still has to give.
		await vi.waitFor(async () => {
			await target?.guard?.before(call, signal);
			expect(keyOf()).toBe("ASIA2");
		});
		expect(given).toBe(2);
	});

	test("leave a case undecided when they ran out all the same", async () => {
		const target = await openAws("us-east-1", options({ acceptCost: 1 }));
		const outcome = { kind: "fault", type: "ExpiredTokenException" } as const;
		const call = { operation: "ListDomains", input: {}, step: "1" };
		const sent = { request: { headers: {}, body: "" }, outcome };
		await expect(target?.guard?.after(call, sent, new AbortController().signal)).rejects.toThrow("the credentials ran out");
	});
});
