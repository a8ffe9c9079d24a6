import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../specs/wire/json.ts";
import { loadOwnCorpus, packageRoot } from "../cli/corpus.ts";
import { wireClients } from "../clients/wire.ts";
import type { Evidence } from "../evidence.ts";
import { json, type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { playAndJudge, scenarioOf, stageAt, targetAt } from "../fixtures/stage.ts";
import { createDomainPool } from "../play/fixtures.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { judgedCase } from "./load-case.ts";
import { makeRecipe } from "./make-recipe.ts";
import type { RecordedCase } from "./recorded-case.ts";
import { type ReproductionForm, reproductions } from "./reproductions.ts";

const execute = promisify(execFile);
const lacks = async (...tools: readonly string[]) => {
	const found = await Promise.all(
		tools.map((tool) =>
			execute(tool, ["--version"]).then(
				() => [],
				() => [tool],
			),
		),
	);
	return found.flat();
};
const missing = await lacks("bash", "curl", "jq");
/** The reason stands in the title of what is skipped. */
const withCurl = missing.length === 0 ? "" : ` (skipped: this machine has no ${missing.join(", ")})`;

let folder = "";
let server: Loopback | undefined;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "swf-conformance-reproduce-"));
	await symlink(join(packageRoot, "node_modules"), join(folder, "node_modules"));
});
afterEach(async () => {
	await server?.close();
	server = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a script as its reader would, in a folder where nothing may turn up. */
async function ran(as: "curl" | "sdk-js", script: string, endpoint: string): Promise<string> {
	const file = join(folder, as === "curl" ? "script.sh" : "script.mjs");
	await writeFile(file, script);
	const { PATH } = process.env;
	const { stdout } = await execute(as === "curl" ? "bash" : process.execPath, [file, endpoint], {
		cwd: folder,
		env: { PATH, NODE_NO_WARNINGS: "1", AWS_REGION: "us-east-1" },
	});
	return stdout;
}

const stageOn = (loopback: Loopback) =>
	stageAt(targetAt(loopback), wireClients(), { uniqueSuffix: "-0123456789-1", domains: createDomainPool("0123456789") });

async function recordedOn(replyTo: (request: Request) => Reply | Promise<Reply>, scenario: Scenario): Promise<RecordedCase> {
	server = await openLoopback(replyTo);
	const { evidence } = await playAndJudge(scenario, stageOn(server));
	return recorded(scenario, evidence, server.url);
}

const recorded = (scenario: Scenario, evidence: Evidence, endpoint: string): RecordedCase =>
	judgedCase(scenario, evidence, {
		header: {
			...{ evidence: "swf-conformance", format: 1, kit: "0", clock: "wall", started: "2026-01-01T00:00:00.000Z" },
			target: { name: endpoint, endpoint, region: "us-east-1" },
			client: { name: "wire", version: "1" },
		},
		clauses: new Map(),
		isModel: false,
	});

const write = (as: ReproductionForm, of: RecordedCase) => reproductions[as](makeRecipe(of), of);

/** A target that says of what was terminated that it was canceled. */
async function wrong({ operation, honest }: Request): Promise<Reply> {
	const answer = await honest();
	return operation === "DescribeWorkflowExecution"
		? { ...answer, body: answer.body.replace('"TERMINATED"', '"CANCELED"') }
		: answer;
}

const terminated = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - decide: $run
    decisions: [RecordMarker: { markerName: here }]
  - TerminateWorkflowExecution: { workflowId: $run.workflowId, runId: $run.runId }
  - DescribeWorkflowExecution: { execution: $run }
    expect: { answer: { executionInfo: { closeStatus: TERMINATED } } }
`);

const described = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - TerminateWorkflowExecution: { workflowId: $run.workflowId, runId: $run.runId, reason: literal }
  - DescribeWorkflowExecution: { execution: $run }
    expect: { answer: { executionInfo: { closeStatus: TERMINATED } } }
`);

describe.each([
	{ as: "curl", reason: withCurl, name: `curl${withCurl}` },
	{ as: "sdk-js", reason: "", name: "the SDK" },
] as const)("a script for $name", ({ as, reason }) => {
	const it = test.skipIf(reason !== "");

	it("shows the member that a wrong target gets wrong", async () => {
		const script = write(as, await recordedOn(wrong, terminated));
		const out = await ran(as, script, server?.url ?? "");
		expect(out.split("Expected beside observed:")[1]).toMatch(
			/at {8}executionInfo\.closeStatus\n {4}expected {2}"TERMINATED"\n {4}recorded {2}"CANCELED"\n {4}observed .*200 {2}"CANCELED"\n/,
		);
	});

	it("shows the right member on a target that has it right", async () => {
		const script = write(as, await recordedOn(wrong, terminated));
		await server?.close();
		server = await openLoopback(async ({ honest }) => honest());
		expect(await ran(as, script, server.url)).toMatch(/observed .*200 {2}"TERMINATED"\n/);
	});

	it("has names of its own each time, and takes tokens and runIds from what it is answered", async () => {
		const script = write(as, await recordedOn(wrong, terminated));
		const asked = async (): Promise<readonly Request[]> => {
			const before = server?.asked.length ?? 0;
			await ran(as, script, server?.url ?? "");
			return server?.asked.slice(before) ?? [];
		};
		const runs = [await asked(), await asked()];
		const starts = runs.map((requests) => requests.find(({ operation }) => operation === "StartWorkflowExecution")?.input);
		expect(starts[0]?.["workflowId"]).not.toEqual(starts[1]?.["workflowId"]);
		for (const requests of runs) expect(requests.map(({ operation }) => operation)).toContain("RespondDecisionTaskCompleted");
		const histories = runs.map(
			(requests) => requests.filter(({ operation }) => operation === "DescribeWorkflowExecution").at(-1)?.input,
		);
		expect(histories[0]?.["execution"]).toMatchObject({ runId: expect.any(String), workflowId: starts[0]?.["workflowId"] });
		expect(histories[0]).not.toEqual(histories[1]);
	});

	it("sends what a hostile target made it record to the letter, and runs none of it", async () => {
		const hostile = `'"\`touch pwned\`$(touch pwned)\${process.exit(1)}\\\nTEXT\nEXPECTED\n'; touch pwned; '\u2028*/ process.exit(1) /*\u009b31m\u0000%s`;
		// Not what an answer brought, so it is written out.
		const literal = `-${[...hostile].toReversed().join("")}${hostile.slice(1)}`;
		const lying = async ({ operation, honest }: Request): Promise<Reply> =>
			operation === "DescribeWorkflowExecution"
				? json({ executionInfo: { closeStatus: hostile, [hostile]: hostile }, __type: hostile })
				: operation === "StartWorkflowExecution"
					? json({ runId: hostile })
					: honest();
		const of = await recordedOn(lying, described);
		const given: RecordedCase = {
			...of,
			one: {
				...of.one,
				id: hostile,
				exchanges: of.one.exchanges.map((exchange) =>
					exchange.input?.["reason"] === "literal"
						? { ...exchange, input: { ...exchange.input, reason: literal, [literal]: literal } }
						: exchange,
				),
				findings: of.one.findings.map((finding) => ({ ...finding, message: hostile, clause: hostile, at: hostile })),
			},
			target: { name: hostile, endpoint: `http://127.0.0.1/${hostile}`, region: hostile },
			client: { name: hostile, version: hostile },
			clauses: { [hostile]: { id: hostile, text: hostile, sources: [hostile], standing: "documented", level: "MUST" } },
		};
		const before = server?.asked.length ?? 0;
		const out = await ran(as, write(as, given), server?.url ?? "");
		expect(out).toContain("Expected beside observed:");
		expect(out).not.toMatch(/[^\n\x20-\x7e]/);
		expect(await readdir(folder)).not.toContain("pwned");
		const inputs = server?.asked.slice(before).map(({ input }) => input) ?? [];
		const sent = inputs.find((input: JsonObject) => "reason" in input);
		expect(sent).toMatchObject({ reason: literal, runId: hostile, ...(as === "curl" && { [literal]: literal }) });
	});
});

test(`a request that no SDK would send is sent by curl to the letter, and by nothing else${withCurl}`, async ({ skip }) => {
	if (withCurl !== "") skip();
	const sends = scenarioOf(`
  - send: ListDomains
    body: '{"registrationStatus":"REGISTERED","x":"\`touch pwned\`$(touch pwned)''"}'
    headers: { x-odd: "'\`$(touch pwned)\`'" }
    expect: { answer: { domainInfos: { $absent: true } } }
`);
	const of = await recordedOn(async ({ honest }) => honest(), sends);
	for (const as of ["sdk-js", "aws-cli"] as const)
		expect(() => write(as, of)).toThrow(/step 1 sends a request that no SDK would send; say --as curl/);
	await ran("curl", write("curl", of), server?.url ?? "");
	const last = server?.asked.at(-1);
	expect(last?.headers["x-odd"]).toBe("'`$(touch pwned)`'");
	expect(last?.input).toEqual({ registrationStatus: "REGISTERED", x: "`touch pwned`$(touch pwned)'" });
	expect(await readdir(folder)).not.toContain("pwned");
});

test("cases of the suites leave no token, runId or name of their recording in a script", async () => {
	const { scenarios } = await loadOwnCorpus();
	server = await openLoopback(async ({ honest }) => honest());
	const stage = stageOn(server);
	const picked = scenarios.filter(
		({ id, serviceSeconds }) => /^(child-policies|missing-run-id|activity-cancellation)\//.test(id) && serviceSeconds === 0,
	);
	for (const scenario of picked.slice(0, 40)) {
		const { evidence } = await playAndJudge(scenario, stage);
		const script = write("sdk-js", recorded(scenario, evidence, server.url))
			.split("\nawait call(")
			.slice(1)
			.join("\n");
		const made = evidence.exchanges.flatMap(({ outcome }) =>
			outcome.kind === "answer"
				? [outcome.output["runId"], outcome.output["taskToken"]].flatMap((each) =>
						typeof each === "string" && each !== "" ? [each] : [],
					)
				: [],
		);
		for (const old of ["0123456789-1", ...made]) expect([scenario.id, script.includes(old)]).toEqual([scenario.id, false]);
	}
	expect(picked.length).toBeGreaterThan(20);
});
