import { parseArgsStringToArgv } from "string-argv";
import { redactHeaders, redactText } from "../../../reports/redact.ts";
import type { OperationName } from "../../../specs/wire/contract.ts";
import type { Json, JsonObject } from "../../../specs/wire/json.ts";
import { UsageError } from "../../cli/terminal.ts";
import type { RecordedRequest } from "../../evidence.ts";
import type { ClientKind, ClientOptions, ClientSettings, SendOptions, Sent } from "../client.ts";
import { redactJson, secretsOf, transportProblem } from "../http.ts";
import type { Hello, Told } from "./messages.ts";
import { openPool, type Pool } from "./pool.ts";

/** Seconds until a program must have said who it is. */
const helloSeconds = 30;
/** A program that takes one request at a time is good for so many cases at once: each of them costs a process. */
const casesOfSimpleProgram = 4;

/**
 * A program of the user's as client: it is given one request a line and answers one line each, as `harness/clients/adapters/README.md` says. Throws a
 * UsageError where the command starts no such program.
 */
export async function execClients(command: string, options: ClientOptions): Promise<ClientKind> {
	const words = parseArgsStringToArgv(command);
	if (words.length === 0) throw new UsageError('--client exec: expected a command, as exec:"python3 adapter.py"');
	const secrets = new Set<string>();
	const { pool, hello } = await open(words, options, () => [...secrets]).catch((error: unknown) => {
		throw new UsageError(`--client exec:${command}: ${error instanceof Error ? error.message : String(error)}`);
	});
	return {
		name: `exec:${command}`,
		version: `${hello.name} ${hello.version}`,
		apart: true,
		patience: 1,
		packages: hello.packages,
		...(hello.atOnce === 1 ? { concurrency: casesOfSimpleProgram } : {}),
		dispose: pool.end,
		connect(settings) {
			for (const secret of secretsOf(settings.credentials)) secrets.add(secret);
			return {
				send: (operation, input, options) => send(pool, settings, operation, input, options),
				// The processes belong to the kind and outlive the client.
				close: () => undefined,
			};
		},
	};
}

/** Starts a program and waits until it has said who it is. Rejects with an Error that says what it did instead. */
function open(
	words: readonly string[],
	{ environment, interrupt }: ClientOptions,
	known: () => readonly string[],
): Promise<{ readonly pool: Pool; readonly hello: Hello }> {
	return new Promise((resolve, reject) => {
		let isOpen = false;
		const fail = (error: Error) => {
			if (isOpen) return;
			pool.end();
			forget();
			reject(error);
		};
		const stop = () => fail(new Error("interrupted before the client program said hello"));
		const late = setTimeout(
			() => fail(new Error(`the client program said no hello within ${helloSeconds} s`)),
			helloSeconds * 1000,
		);
		const forget = () => {
			clearTimeout(late);
			interrupt.removeEventListener("abort", stop);
		};
		const pool = openPool(words, environmentFor(environment), known, {
			hello(hello) {
				isOpen = true;
				forget();
				resolve({ pool, hello });
			},
			over: (problem) => fail(new Error(problem)),
		});
		interrupt.addEventListener("abort", stop, { once: true });
	});
}

/** Nothing of the machine's own AWS set-up, and nothing that leads elsewhere: where to send, and as whom, stands in every request. */
const environmentFor = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
	...Object.fromEntries(
		Object.entries(environment).filter(([name]) => !/^AWS_(?!CA_BUNDLE$)|^(?:https?|all|no)_proxy$/i.test(name)),
	),
	AWS_CONFIG_FILE: "/dev/null",
	AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
	AWS_EC2_METADATA_DISABLED: "true",
});

const nothing: RecordedRequest = { headers: {}, body: "" };

function send(
	pool: Pool,
	{ endpoint, region, credentials }: ClientSettings,
	operation: OperationName,
	input: JsonObject,
	{ signal, departed }: SendOptions,
): Promise<Sent> {
	const broken = (problem: string): Sent => ({ request: nothing, outcome: { kind: "transport", problem } });
	if (signal.aborted) return Promise.resolve(broken(transportProblem(undefined, signal)));
	return new Promise((resolve) => {
		let leaves = departed;
		const settled = (sent: Sent) => {
			signal.removeEventListener("abort", stop);
			resolve(sent);
		};
		const stop = () => {
			giveUp();
			settled(broken(transportProblem(undefined, signal)));
		};
		let giveUp: () => void = () => undefined;
		signal.addEventListener("abort", stop, { once: true });
		giveUp = pool.give(
			{ operation, input, endpoint, region, credentials },
			{
				departed() {
					leaves?.();
					leaves = undefined;
				},
				settled: (told) => settled(typeof told === "string" ? broken(told) : recorded(told, secretsOf(credentials))),
			},
		);
	});
}

/** What a program told, fit to be recorded. */
function recorded({ request = nothing, response, outcome }: Told, secrets: readonly string[]): Sent {
	const clean = <T extends { readonly headers: { readonly [name: string]: string }; readonly body: string }>(part: T): T => ({
		...part,
		headers: redactHeaders(part.headers, secrets),
		body: redactText(part.body, secrets),
	});
	return {
		request: clean(request),
		...(response === undefined ? {} : { response: clean(response) }),
		outcome: redactJson(outcome as unknown as Json, secrets) as unknown as Sent["outcome"],
	};
}
