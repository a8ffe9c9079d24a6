import { setMaxListeners } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OperationName } from "../../specs/wire/contract.ts";
import type { Json } from "../../specs/wire/json.ts";
import { loadOwnCorpus } from "../cli/corpus.ts";
import { sdkClients } from "../clients/sdk.ts";
import { type StsStandIn, standInForSts } from "../fixtures/sts-stand-in.ts";
import { judge } from "../judge.ts";
import { type ModelServer, serveModel } from "../mocks/serve.ts";
import { plan, select } from "../plan.ts";
import { run } from "../run.ts";
import { openAws } from "../targets/aws.ts";
import type { Allowed } from "../targets/target.ts";

const place = { account: "210987654321", region: "us-east-1" };
const secretAccessKey = "secret-of-the-test";
const interrupt = new AbortController().signal;
setMaxListeners(0, interrupt);

let sts: StsStandIn;
let server: ModelServer;
const faults: string[] = [];

/** An account as hard as one can be: signatures, quotas and rates far below the documented ones, so that pacing alone is not enough, and lists that lag. */
beforeEach(async () => {
	sts = await standInForSts(place.account);
	const few = { size: 2, refill: 20 };
	faults.length = 0;
	server = await serveModel({
		...{ port: 0, host: "127.0.0.1", clock: "wall", ...place, auth: "verify", visibilityLag: { listings: 1 } },
		principals: [{ name: "kit", accessKeyId: "AKIDKIT", secretAccessKey }],
		limits: { domains: 3 },
		rates: {
			calls: {
				RegisterWorkflowType: few,
				StartWorkflowExecution: few,
				TerminateWorkflowExecution: few,
				DescribeWorkflowExecution: few,
			},
			callsPerExecution: {},
			decisions: { StartTimer: { size: 6, refill: 20 } },
		},
		log: ({ fault }) => fault !== undefined && faults.push(fault),
	});
	vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDKIT");
	vi.stubEnv("AWS_SECRET_ACCESS_KEY", secretAccessKey);
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await server.close();
	await sts[Symbol.asyncDispose]();
});

const ask = async (operation: OperationName, input: Json) => {
	const outcome = await server.service.handle({ ...place, operation, input });
	if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type}`);
	return outcome.output;
};

/** Plays cases as `run --target aws:us-east-1` does, and tells what became of each. */
async function playOnAws(patterns: readonly string[], allowed: Allowed): Promise<Readonly<Record<string, string>>> {
	const environment = { AWS_ENDPOINT_URL_STS: sts.url, AWS_ENDPOINT_URL_SWF: server.url };
	await using target = await openAws(place.region, { environment, interrupt, out: ".", tell: () => undefined, allowed });
	if (target === undefined) throw new Error("us-east-1 is a region");
	await target.terms?.begin();
	const { scenarios } = await loadOwnCorpus();
	const kind = sdkClients();
	const became: Record<string, string> = {};
	const left = await run(plan(select(scenarios, patterns), target, { lacks: [] }).play, target, kind, {
		...{ concurrency: target.concurrency, patience: target.patience, interrupt, now: () => performance.now() },
		refused: ({ id }, reason) => void Object.assign(became, { [id]: reason }),
		played(scenario, evidence) {
			const { verdict, reason = "" } = judge(scenario, evidence);
			became[scenario.id] = `${verdict} ${reason}`.trim();
		},
	});
	kind.dispose();
	expect(left).toEqual([]);
	return became;
}

/** How many cases became what. */
function counted(became: Readonly<Record<string, string>>): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const each of Object.values(became)) counts[each] = (counts[each] ?? 0) + 1;
	return counts;
}

const type = { domain: "shared", name: "theirs", version: "1" };

/** A domain in which somebody else is at work. */
async function share(): Promise<void> {
	await ask("RegisterDomain", { name: "shared", workflowExecutionRetentionPeriodInDays: "3" });
	await ask("RegisterWorkflowType", {
		...type,
		...{ defaultTaskList: { name: "l" }, defaultChildPolicy: "TERMINATE" },
		...{ defaultTaskStartToCloseTimeout: "60", defaultExecutionStartToCloseTimeout: "3600" },
	});
	await ask("StartWorkflowExecution", {
		...{ domain: "shared", workflowId: "theirs", workflowType: { name: "theirs", version: "1" }, tagList: ["tag"] },
	});
}

const since = { startTimeFilter: { oldestDate: 0 } };

test("two runs at once in the domain of somebody else pass, are throttled, and leave it as it was", {
	timeout: 180_000,
}, async () => {
	await share();
	const patterns = ["termination/an-open-*", "timers/**", "domains/**"];
	const [one, other] = await Promise.all([1, 2].map(() => playOnAws(patterns, { acceptCost: 1, domain: "shared" })));
	expect(counted(one ?? {})).toEqual({ pass: Object.keys(one ?? {}).length });
	expect(other).toEqual(one);
	expect(Object.keys(one ?? {}).length).toBeGreaterThan(20);
	expect(faults).toContain("ThrottlingException");
	await vi.waitFor(async () => {
		expect(await ask("CountOpenWorkflowExecutions", { domain: "shared", ...since })).toMatchObject({ count: 1 });
	}, 5_000);
	expect(await ask("ListWorkflowTypes", { domain: "shared", registrationStatus: "REGISTERED" })).toMatchObject({
		typeInfos: [{ workflowType: { name: "theirs" } }],
	});
	expect(await ask("ListDomains", { registrationStatus: "DEPRECATED" })).toEqual({ domainInfos: [] });
});

test("at the accepted cost a run plays no more cases, says so of each, and clears up all the same", {
	timeout: 180_000,
}, async () => {
	const patterns = ["timers/**"];
	const all = await playOnAws(patterns, { acceptCost: 1 });
	expect(counted(all)).toEqual({ pass: Object.keys(all).length });
	const some = await playOnAws(patterns, { acceptCost: 0.001 });
	const { pass = 0, ...refused } = counted(some);
	expect(pass).toBeGreaterThan(0);
	expect(pass).toBeLessThan(Object.keys(all).length);
	for (const reason of Object.keys(refused))
		expect(reason).toMatch(/^stopped at --accept-cost 0.001: \$0\.00\d\d of it is left, and the case may cost \$0\.00\d\d$/);
	expect(server.service.places()).toMatchObject([{ domains: 2, openExecutions: 0 }]);
	expect(await ask("ListDomains", { registrationStatus: "REGISTERED" })).toEqual({ domainInfos: [] });
});

test.each([
	["nowhere", undefined, "there is none of that name in us-east-1"],
	["closed", "1", "it is deprecated"],
	["forgetful", "0", "it keeps no closed executions"],
])("no run plays in a domain that cannot serve: %s", async (name, retention, why) => {
	if (retention !== undefined) await ask("RegisterDomain", { name, workflowExecutionRetentionPeriodInDays: retention });
	if (name === "closed") await ask("DeprecateDomain", { name });
	await expect(playOnAws(["timers/**"], { acceptCost: 1, domain: name })).rejects.toThrow(why);
});
