import { beforeAll, describe, expect, test } from "vitest";
import { domainRefusal } from "../aws/one-domain.ts";
import { packageRoot } from "../cli/corpus.ts";
import { wireClients } from "../clients/wire.ts";
import { judge } from "../judge.ts";
import type { KeyHolder } from "../mocks/identities.ts";
import { type ModelServer, serveModel } from "../mocks/serve.ts";
import { run } from "../run.ts";
import { loadScenarios, loadVocabulary, scenarioFiles } from "../scenario/load-scenarios.ts";
import { allSteps, type Scenario } from "../scenario/scenario.ts";
import type { Target } from "../targets/target.ts";
import { type Action, actionsOf, actionsUsed } from "./actions-used.ts";
import { type IamPolicy, leastPolicy } from "./least-policy.ts";

const [region, account] = ["us-east-1", "123456789012"];
const credentials = { accessKeyId: "AKIDPRINCIPAL", secretAccessKey: "secret-of-the-test" };
const never = new AbortController().signal;

let cases: readonly Scenario[] = [];
beforeAll(async () => {
	cases = await loadScenarios(await scenarioFiles(packageRoot), packageRoot, await loadVocabulary(packageRoot));
}, 60_000);

const runner = (policy: IamPolicy): KeyHolder => ({ name: "runner", ...credentials, policy });

/** The model behind a port with one principal in it, who may do no more than this. */
async function serve(policy: IamPolicy): Promise<{ readonly server: ModelServer; readonly target: Target }> {
	const server = await serveModel({
		...{ port: 0, host: "127.0.0.1", clock: "virtual", region, account, auth: "verify" },
		principals: [runner(policy)],
	});
	const target: Target = {
		...{ name: server.url, endpoint: server.url, region, inProcess: false, clock: "virtual", lacks: [], ephemeral: false },
		...{ patience: 0.1, concurrency: 1 },
		session: () => ({
			credentials,
			clock: { kind: "virtual", elapse: (seconds, parked) => server.service.elapse({ account, region }, seconds, parked) },
		}),
		[Symbol.asyncDispose]: () => server.close(),
	};
	return { server, target };
}

/** The cases that do not pass, with what came of them, and what is left. */
async function play(played: readonly Scenario[], target: Target, patience = 0.1) {
	const kind = wireClients();
	const bad: string[] = [];
	const left = await run(played, target, kind, {
		...{ concurrency: 1, patience, interrupt: never, now: () => performance.now() },
		played(scenario, evidence) {
			const { verdict, reason, findings } = judge(scenario, evidence);
			if (verdict !== "pass") bad.push(`${scenario.id}: ${verdict} ${reason ?? findings[0]?.message}`);
		},
	});
	kind.dispose();
	return { bad, left: left.map(({ why }) => why) };
}

const policyOf = (of: readonly Scenario[]) => leastPolicy(of, { region, account: "*" });

const without = ({ Statement, ...policy }: IamPolicy, action: string): IamPolicy => ({
	...policy,
	Statement: Statement.map((each) => ({ ...each, Action: each.Action.filter((name) => name !== `swf:${action}`) })),
});

/** Whether some case does not pass. One that waits in vain for what is denied is not waited for. */
async function isMissed(some: readonly Scenario[], target: Target): Promise<boolean> {
	for (const scenario of some) if ((await play([scenario], target, 0.01)).bad.length > 0) return true;
	return false;
}

/** Some cases that take an action themselves. */
const taking = (action: Action): readonly Scenario[] =>
	cases.filter(({ steps }) => allSteps(steps).some((step) => actionsOf(step).includes(action))).slice(0, 3);

describe("the least policy", () => {
	test("has no action too few and none too many: with it cases pass, and without any one of its actions some do not", {
		timeout: 240_000,
	}, async () => {
		const { server, target } = await serve(policyOf(cases));
		await using _ = target;
		const examples = actionsUsed(cases, false).map((action) => ({ action, some: taking(action) }));
		const { bad: lacking } = await play([...new Set(examples.flatMap(({ some }) => some))], target);
		const useless: string[] = [];
		for (const { action, some } of examples) {
			server.service.configure({ principals: [runner(without(policyOf(cases), action))] });
			if (!(await isMissed(some, target))) useless.push(action);
		}
		expect({ lacking, useless }).toEqual({ lacking: [], useless: notControlledByTheModel });
	});

	test("names the domains that runs register and those that cases name, and no others", () => {
		const [first] = policyOf(cases).Statement;
		expect(first?.Resource).toContain("arn:aws:swf:us-east-1:*:/domain/swf-conformance-*");
		expect(first?.Resource).toContain("arn:aws:swf:us-east-1:*:/domain/short-??????????-*");
		expect(first?.Resource.filter((resource) => /\/domain\/\*|\$/.test(resource))).toEqual([]);
	});

	test("is scoped to the one domain that is given, and registers and deprecates none", () => {
		const there = cases.filter((scenario) => domainRefusal(scenario, true, false) === undefined);
		const { Statement } = leastPolicy(there, { region: "us-gov-west-1", account, domain: "mine" });
		const [first] = Statement;
		expect(first?.Resource).toContain("arn:aws-us-gov:swf:us-gov-west-1:123456789012:/domain/mine");
		expect(first?.Resource.filter((resource) => resource.includes("swf-conformance"))).toEqual([]);
		expect(first?.Action).not.toContain("swf:RegisterDomain");
		expect(first?.Action).toContain("swf:StartTimer");
	});
});

/** The API reference has it controlled; the contract has no cause by which it could fail for that. */
const notControlledByTheModel = ["ScheduleLambdaFunction"];
