import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { linePrograms } from "../../fixtures/line-program.ts";
import type { ClientKind, Sent } from "../client.ts";
import { execClients } from "./exec.ts";

const programs = linePrograms();
afterEach(() => {
	vi.useRealTimers();
	programs.end();
});
afterAll(() => programs.remove());

const never = new AbortController().signal;
const settings = {
	endpoint: "http://127.0.0.1:1",
	region: "eu-west-1",
	credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "canary-secret-key", sessionToken: "canary-session-token" },
};

const open = (source: string, environment?: NodeJS.ProcessEnv): Promise<ClientKind> =>
	programs.open(programs.command(source), environment);

/** What a program is asked here tells it what to do. */
const ask = (kind: ClientKind, name: string, signal = never, departed?: () => void): Promise<Sent> =>
	kind.connect(settings).send("DescribeDomain", { name }, { signal, ...(departed === undefined ? {} : { departed }) });

const outputOf = ({ outcome }: Sent): { readonly [member: string]: unknown } => {
	if (outcome.kind !== "answer") throw new Error(JSON.stringify(outcome));
	return outcome.output;
};

describe("a program that is no client is refused, and told why:", () => {
	test.each<readonly [string, string, string]>([
		[
			"one that ends at once",
			'console.error("no Java here"); process.exit(3)',
			"ended with exit code 3; its last words: no Java here",
		],
		["one that a signal ends", 'process.kill(process.pid, "SIGTERM")', "was ended by SIGTERM"],
		["one that talks", 'say("Welcome!")', "printed a line that is no JSON: Welcome!"],
		["one that prints a list", "say([])", "printed a line that is no JSON object: []"],
		["one that says no hello", "say({ id: 1 })", 'printed a first line without "protocol", which is no hello: {"id":1}'],
		["one of another protocol", "say({ ...hello, protocol: 2 })", "printed a hello of protocol 2, and this kit speaks 1"],
		["one without a name", "say({ ...hello, name: 5 })", 'printed a hello without the texts "name" and "version"'],
		["one that takes nothing", "say({ ...hello, atOnce: 0 })", 'printed a hello whose "atOnce" is no whole number, 1 or more'],
		["one of odd packages", "say({ ...hello, packages: { a: 1 } })", 'printed a hello whose "packages" is no object of texts'],
		["one of odd departures", "say({ ...hello, departures: 1 })", 'printed a hello whose "departures" is neither true nor false'],
		[
			"one that does not end its line",
			'process.stdout.write("x".repeat(17 * 1024 * 1024)); setInterval(() => 0, 1e6)',
			"was ended: it printed a line of more than 16777216 bytes",
		],
	])("%s", async (_, source, problem) => {
		const command = programs.command(source);
		const opening = execClients(command, { environment: {}, interrupt: never });
		await expect(opening).rejects.toThrow(`--client exec:${command}: the client program ${problem}`);
	});

	test("one that is not there", async () => {
		const opening = execClients("/nowhere/adapter --flag", { environment: {}, interrupt: never });
		await expect(opening).rejects.toThrow("--client exec:/nowhere/adapter --flag: the client program cannot be started (ENOENT)");
	});

	test("an empty command", async () => {
		await expect(execClients(" ", { environment: {}, interrupt: never })).rejects.toThrow("expected a command");
	});

	test("one that says nothing, after half a minute", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const opening = expect(
			execClients(programs.command("setInterval(() => 0, 1e6)"), { environment: {}, interrupt: never }),
		).rejects.toThrow("the client program said no hello within 30 s");
		await vi.advanceTimersByTimeAsync(30_000);
		await opening;
	});

	test("one that says nothing until somebody interrupts the run", async () => {
		const interrupt = new AbortController();
		const opening = execClients(programs.command("setInterval(() => 0, 1e6)"), { environment: {}, interrupt: interrupt.signal });
		interrupt.abort();
		await expect(opening).rejects.toThrow("interrupted before the client program said hello");
	});
});

describe("a program", () => {
	test("is named with its version and packages", async () => {
		const kind = await open('say({ ...hello, packages: { urllib3: "2" } }); asked(() => 0)');
		expect(kind).toMatchObject({ version: "stand-in 1.2", packages: { urllib3: "2" }, apart: true });
		expect(kind.name).toMatch(/^exec:/);
	});

	test("is given the operation, its input, and where and as whom to send it", async () => {
		const kind = await open("say(hello); asked((request) => say({ id: request.id, answer: request }))");
		expect(outputOf(await ask(kind, "ä\n"))).toEqual({
			id: 1,
			operation: "DescribeDomain",
			input: { name: "ä\n" },
			...settings,
			credentials: { ...settings.credentials, secretAccessKey: "[redacted]", sessionToken: "[redacted]" },
		});
	});

	test("is started with nothing that would lead an AWS client elsewhere, and no secret on its command line", async () => {
		const kind = await open(
			"say(hello); asked(({ id }) => say({ id, answer: { environment: process.env, words: process.argv } }))",
			{
				AWS_PROFILE: "p",
				AWS_SECRET_ACCESS_KEY: "canary-of-the-machine",
				https_proxy: "http://elsewhere",
				AWS_CA_BUNDLE: "/ca.pem",
				JAVA_HOME: "/java",
			},
		);
		const { environment, words } = outputOf(await ask(kind, "x"));
		expect(environment).toMatchObject({ JAVA_HOME: "/java", AWS_CA_BUNDLE: "/ca.pem", AWS_CONFIG_FILE: "/dev/null" });
		expect(JSON.stringify([environment, words])).not.toMatch(/canary|elsewhere|AWS_PROFILE/);
	});

	const withLine = (line: string) => open(`say(hello); asked(({ id }) => say({ id, ...${line} }))`);

	test.each<readonly [string, string, Sent["outcome"]]>([
		["an answer", "{ answer: { a: [1, null] } }", { kind: "answer", output: { a: [1, null] } }],
		["a fault", '{ fault: { type: "F", message: "m" } }', { kind: "fault", type: "F", message: "m" }],
		["a fault without a message", '{ fault: { type: "F" } }', { kind: "fault", type: "F" }],
		["that it cannot say it", '{ cannot: "no such command" }', { kind: "inexpressible", problem: "no such command" }],
		["that no response came", '{ transport: "refused" }', { kind: "transport", problem: "refused" }],
		["that the response made no sense", '{ garbage: "HTML" }', { kind: "garbage", problem: "HTML" }],
		[
			"an answer without a bottom",
			'{ answer: JSON.parse(\'{"a":\'.repeat(200) + 1 + "}".repeat(200)) }',
			{ kind: "garbage", problem: "an answer that is nested deeper than 100" },
		],
	])("may tell %s", async (_, line, outcome) => {
		expect((await ask(await withLine(line), "x")).outcome).toEqual(outcome);
	});

	test("may tell what passed, of which no secret is kept wherever it stands", async () => {
		const { request, response, outcome } = await ask(
			await withLine(`{
				answer: { echoed: "<canary-secret-key>" },
				request: { headers: { "X-Amz-Target": "t", Authorization: "canary" }, body: "canary-session-token" },
				response: { status: 200, headers: { Date: "canary-secret-key" }, body: "canary-secret-key" },
			}`),
			"x",
		);
		expect(request).toEqual({ headers: { "x-amz-target": "t", authorization: "[redacted]" }, body: "[redacted]" });
		expect(response).toEqual({ status: 200, headers: { date: "[redacted]" }, body: "[redacted]" });
		expect(outcome).toEqual({ kind: "answer", output: { echoed: "<[redacted]>" } });
	});

	test("may print its lines in any pieces", async () => {
		const kind = await open(`say(hello); asked(async ({ id }) => {
			for (const byte of Buffer.from(JSON.stringify({ id, answer: { text: "größer ✓" } }) + "\\n")) await new Promise((done) => process.stdout.write(Buffer.of(byte), done));
		})`);
		expect(outputOf(await ask(kind, "x"))).toEqual({ text: "größer ✓" });
	});
});
