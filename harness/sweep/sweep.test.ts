import { setMaxListeners } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OperationName } from "../../specs/wire/contract.ts";
import { isJsonObject, type Json, type JsonObject } from "../../specs/wire/json.ts";
import { type SweepFlags, sweepCommand } from "../cli/sweep-command.ts";
import { withLedger } from "../cli/with-ledger.ts";
import { wireClients } from "../clients/wire.ts";
import { type Loopback, openLoopback, type Reply, type Request } from "../fixtures/loopback.ts";
import { scenarioOf, targetAt } from "../fixtures/stage.ts";
import { standInForSts } from "../fixtures/sts-stand-in.ts";
import { accountOf } from "../mocks/http.ts";
import { run } from "../run.ts";
import type { Target } from "../targets/target.ts";
import type { Terms } from "../targets/terms.ts";

const place = { account: accountOf("AKIDEXAMPLE"), region: "us-east-1" };
const environment = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret-of-the-test" };
const never = new AbortController().signal;
setMaxListeners(0, never);

let folder = "";
let server: Loopback | undefined;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "sweep-"));
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await server?.close();
	server = undefined;
	await rm(folder, { recursive: true });
});

/** Leaves open: a second run of the execution, its child that outlives it, a task, an execution under anybody's name, and types. */
const untidy = scenarioOf(`
  - { StartWorkflowExecution: {}, as: run }
  - send: RegisterWorkflowType
    body: '{"domain":"\${domains.main}","name":"\${unique.type}","version":"1"}'
  - { RegisterActivityType: { name: x, version: "1" } }
  - { send: StartWorkflowExecution, each: [{ workflowId: x }] }
  - decide: $run
    decisions:
      - StartChildWorkflowExecution: { workflowId: $unique.child, childPolicy: ABANDON }
      - ScheduleActivityTask: { activityId: a }
  - { history: $run, within: 20, expect: { contains: [ChildWorkflowExecutionStarted] } }
  - { decide: $run, decisions: [ContinueAsNewWorkflowExecution] }
  - DescribeWorkflowExecution: { execution: $run }
`);

async function ask(at: Loopback, operation: OperationName, input: Json): Promise<JsonObject> {
	const outcome = await at.service.handle({ ...place, operation, input });
	if (outcome.kind === "fault") throw new Error(`${operation}: ${outcome.fault.type}`);
	return isJsonObject(outcome.output) ? outcome.output : {};
}

/** Somebody else's domain and things, of which some look like ours. */
async function populate(at: Loopback): Promise<void> {
	await ask(at, "RegisterDomain", { name: "shared", workflowExecutionRetentionPeriodInDays: "1" });
	const type = { domain: "shared", version: "1", defaultTaskList: { name: "l" }, defaultChildPolicy: "TERMINATE" };
	const timeouts = { defaultTaskStartToCloseTimeout: "60", defaultExecutionStartToCloseTimeout: "3600" };
	await ask(at, "RegisterWorkflowType", { ...type, ...timeouts, name: "workflow-somebody-else" });
	await ask(at, "RegisterActivityType", { domain: "shared", version: "1", name: "somebody-else" });
	await ask(at, "StartWorkflowExecution", {
		domain: "shared",
		workflowId: "execution-somebody-else",
		workflowType: { name: "workflow-somebody-else", version: "1" },
	});
}

const theirs = [
	"activity type somebody-else",
	"domain shared",
	"execution execution-somebody-else",
	"workflow type workflow-somebody-else",
];

/** The text that each item of a list in an answer has under these members. */
const textsIn = (answer: JsonObject, list: string, ...members: readonly string[]): readonly string[] =>
	((answer[list] ?? []) as readonly Json[]).map((item) =>
		String(members.reduce<Json | undefined>((value, member) => (isJsonObject(value) ? value[member] : undefined), item)),
	);

/** What is registered or open at the model behind a server. */
async function present(at: Loopback): Promise<readonly string[]> {
	const domains = async (registrationStatus: string) =>
		textsIn(await ask(at, "ListDomains", { registrationStatus }), "domainInfos", "name");
	const registered = await domains("REGISTERED");
	const found = registered.map((name) => `domain ${name}`);
	for (const domain of [...registered, ...(await domains("DEPRECATED"))]) {
		const types = { domain, registrationStatus: "REGISTERED" };
		const workflowTypes = textsIn(await ask(at, "ListWorkflowTypes", types), "typeInfos", "workflowType", "name");
		const activityTypes = textsIn(await ask(at, "ListActivityTypes", types), "typeInfos", "activityType", "name");
		const open = await ask(at, "ListOpenWorkflowExecutions", { domain, startTimeFilter: { oldestDate: 0 } });
		found.push(
			...workflowTypes.map((name) => `workflow type ${name}`),
			...activityTypes.map((name) => `activity type ${name}`),
			...textsIn(open, "executionInfos", "execution", "workflowId").map((id) => `execution ${id}`),
		);
	}
	return found.sort();
}

const inShared: Terms = {
	planOnly: false,
	domain: "shared",
	refusal: () => undefined,
	plan: () => "",
	begin: async () => undefined,
	admit: () => undefined,
	settle: (_, evidence) => evidence,
};

/** Plays with a ledger on disk. */
async function play(at: Loopback, more: Partial<Target>, interrupt: AbortSignal): Promise<readonly string[]> {
	const said: string[] = [];
	const kind = wireClients();
	const target = targetAt(at, { name: at.url, ...more });
	const options = {
		concurrency: 1,
		patience: 0.1,
		giveUpSeconds: 0,
		interrupt,
		played: () => undefined,
		now: () => performance.now(),
	};
	await withLedger({ target, out: folder, kit: "0", started: "2026", tell: (line) => said.push(line) }, (kept) =>
		run([untidy], target, kind, { ...options, ...kept }),
	);
	kind.dispose();
	return said;
}

async function sweep(file: string, flags: Partial<SweepFlags> = {}, interrupt = never, more: NodeJS.ProcessEnv = {}) {
	const said: string[] = [];
	const terminal = {
		out: (text: string) => said.push(text),
		err: (text: string) => said.push(text),
		isLive: false,
		color: false,
		width: 80,
	};
	const code = await sweepCommand(file, { dryRun: false, ...flags }, terminal, interrupt, { ...environment, ...more });
	return { code, said: said.join("") };
}

const ledger = () => join(folder, "ledger.ndjson");

/** Plays until a request is sent, where the run is killed: what its ledger says then is all that stays of it. Undefined where it ended before. */
async function killedAt(last: number, isDone: boolean, more: Partial<Target>) {
	let count = 0;
	let text: string | undefined;
	let isDead = false;
	const end = new AbortController();
	const at = await openLoopback(async (request): Promise<Reply> => {
		if (isDead) return "close";
		count += 1;
		if (count !== last) return request.honest();
		text = await readFile(ledger(), "utf8");
		if (isDone) await request.honest();
		isDead = true;
		end.abort(new Error("killed"));
		return "close";
	});
	server = at;
	await populate(at);
	await play(at, more, end.signal);
	isDead = false;
	if (text === undefined) return undefined;
	const file = join(folder, "killed.ndjson");
	await writeFile(file, text);
	return { at, file };
}

describe("a run that is killed, at whichever request, and swept", () => {
	test.each([
		["before the target does what it is asked, in a domain of its own", false, {}],
		["when the target has done what it was asked, in a domain of its own", true, {}],
		["before the target does what it is asked, in a domain of others", false, { terms: inShared }],
		["when the target has done what it was asked, in a domain of others", true, { terms: inShared }],
	])("%s, leaves nothing open or registered and touches nothing of others", { timeout: 120_000 }, async (_, isDone, more) => {
		let points = 0;
		for (let last = 1; ; last += 1) {
			const killed = await killedAt(last, isDone, more);
			if (killed === undefined) break;
			points += 1;
			const { code, said } = await sweep(killed.file);
			const found = (await present(killed.at)).filter((each) => !theirs.includes(each));
			expect((await present(killed.at)).filter((each) => theirs.includes(each))).toEqual(theirs);
			// Whose a thing under anybody's name is, only an answer could have told; it is left, and that is said.
			const unsure = said.includes("so that it may be somebody else's");
			expect({ last, found: found.filter((each) => !(unsure && / x$/.test(each))) }).toEqual({ last, found: [] });
			expect({ last, code }).toEqual({ last, code: unsure ? 1 : 0 });
			if (!("terms" in more)) expect({ last, unsure }).toEqual({ last, unsure: false });
			expect((await sweep(killed.file)).said).toContain(
				unsure ? "0 executions terminated, 0 types deprecated" : "nothing is left",
			);
			await killed.at.close();
			await rm(ledger());
		}
		expect(points).toBeGreaterThan(15);
	});
});

describe("a sweep", () => {
	/** A ledger of a run that left something at a target that answers so. */
	async function leftAt(replyTo: (request: Request) => Reply | Promise<Reply>) {
		server = await openLoopback(replyTo);
		await populate(server);
		const text = [
			{
				ledger: "swf-conformance",
				format: 1,
				kit: "0",
				target: server.url,
				endpoint: server.url,
				region: "us-east-1",
				runToken: "token",
				started: "2026",
			},
			{ entry: 0, asks: { kind: "execution", domain: "shared", workflowId: "w-token" } },
			{ entry: 1, asks: { kind: "activityType", domain: "shared", name: "t-token", version: "1" } },
		];
		await writeFile(ledger(), `${text.map((line) => JSON.stringify(line)).join("\n")}\n{"entry":2,"as`);
		return server;
	}
	const dead = () => "close" as const;

	test("tells what it would clear and asks nobody, when that is asked for", async () => {
		const at = await leftAt((request) => request.honest());
		const { code, said } = await sweep(ledger(), { dryRun: true });
		expect({ code, asked: at.asked.length }).toEqual({ code: 0, asked: 0 });
		expect(said).toContain("execution w-token in shared\nactivity type t-token 1 in shared\n2 of these may be left");
	});

	test("is refused where the target is another", async () => {
		const at = await leftAt((request) => request.honest());
		const text = await readFile(ledger(), "utf8");
		for (const [member, value, message] of [
			["endpoint", "http://127.0.0.1:2", "at http://127.0.0.1:2"],
			["account", "********1234", "in account ********1234, and this is unknown"],
			["accessKey", "00000000", "with other credentials"],
		] as const) {
			const [header = "", ...rest] = text.split("\n");
			await writeFile(ledger(), [JSON.stringify({ ...JSON.parse(header), [member]: value }), ...rest].join("\n"));
			await expect(sweep(ledger())).rejects.toThrow(message);
		}
		expect(at.asked).toHaveLength(0);
	});

	test("of a ledger that is not there is refused", async () => {
		await expect(sweep(ledger())).rejects.toThrow("ledger.ndjson: cannot be read");
	});

	test("says that the target does not answer, and leaves the ledger as it was", async () => {
		await leftAt(dead);
		const before = await readFile(ledger(), "utf8");
		await expect(sweep(ledger())).rejects.toThrow("does not answer");
		expect(await readFile(ledger(), "utf8")).toBe(before);
	});

	test("ends with 1 where something is left, told on one line however the target puts it", async () => {
		await leftAt(({ operation, honest }) =>
			operation === "TerminateWorkflowExecution" ? { status: 400, body: '{"__type":"\\u001b[2J\\nfine"}' } : honest(),
		);
		const { code, said } = await sweep(ledger());
		expect(code).toBe(1);
		expect(said).toContain("left: execution w-token in shared: refused with \\u001b[2J\\nfine\n");
	});

	test("goes on where it was interrupted", async () => {
		const interrupt = new AbortController();
		const at = await leftAt(async (request) => {
			if (request.operation === "TerminateWorkflowExecution") interrupt.abort(new Error("interrupted"));
			return request.honest();
		});
		expect((await sweep(ledger(), {}, interrupt.signal)).code).toBe(130);
		expect((await sweep(ledger())).code).toBe(0);
		expect((await sweep(ledger())).said).toBe("nothing is left\n");
		expect(await present(at)).toEqual(theirs);
	});

	test("waits where the target throttles", async () => {
		let asked = 0;
		await leftAt(({ honest }) => {
			asked += 1;
			return asked % 2 === 0 ? { status: 400, body: '{"__type":"ThrottlingException"}' } : honest();
		});
		expect((await sweep(ledger())).code).toBe(0);
	});

	test("of a run on AWS goes to the region and the account of the run, and to no other account", async () => {
		const at = await leftAt((request) => request.honest());
		await using sts = await standInForSts("210987654321");
		for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
		const [header = "", ...rest] = (await readFile(ledger(), "utf8")).split("\n");
		const sweepAs = async (account: string) => {
			const first = { ...JSON.parse(header), target: "aws:us-east-1", account };
			await writeFile(ledger(), [JSON.stringify(first), ...rest].join("\n"));
			return sweep(ledger(), {}, never, { AWS_ENDPOINT_URL_SWF: at.url, AWS_ENDPOINT_URL_STS: sts.url });
		};
		await expect(sweepAs("********1111")).rejects.toThrow("in account ********1111, and this is ********4321");
		expect(at.asked).toHaveLength(0);
		expect((await sweepAs("********4321")).code).toBe(0);
	});
});
