#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { ComparisonFormat } from "../reports/compare/comparison-renderers.ts";
import { redactText, withoutKnown } from "../reports/redact.ts";
import type { ClausesFlags } from "./cli/clauses-command.ts";
import { kitVersion } from "./cli/corpus.ts";
import type { DoctorFlags } from "./cli/doctor-command.ts";
import type { JudgeFlags } from "./cli/judge-command.ts";
import type { ProxyFlags } from "./cli/proxy-command.ts";
import type { ReproduceFlags } from "./cli/reproduce-command.ts";
import type { RunFlags } from "./cli/run-command.ts";
import type { SdkGateFlags } from "./cli/sdk-gate-command.ts";
import type { ServeFlags } from "./cli/serve-command.ts";
import type { SweepFlags } from "./cli/sweep-command.ts";
import { addTargetOptions } from "./cli/target-flags.ts";
import { type ExitCode, exitCodes, type Terminal, UnreachableError, UsageError } from "./cli/terminal.ts";
import { InputError } from "./scenario/problem.ts";
import { errorText, UnwrittenError } from "./unwritten.ts";

const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
const secrets = [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN].filter((secret) => secret !== undefined);

/** What is printed may come from anywhere, and ends up in logs. */
const hushed = (text: string): string => (secrets.length === 0 ? text : redactText(text, secrets));

const terminal: Terminal = {
	out: (text) => process.stdout.write(hushed(text)),
	err: (text) => process.stderr.write(hushed(text)),
	program: (text) => void process.stdout.write(withoutKnown(text, secrets)),
	isLive: process.stderr.isTTY === true && process.env["CI"] === undefined,
	color: process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined && process.env["TERM"] !== "dumb",
	width: process.stdout.columns ?? 100,
};

/** What somebody, a supervisor or a terminal that is closed ends a process with. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first signal ends the run and lets it write what was measured; the second ends the process. */
function interruptible(): AbortSignal {
	const interrupt = new AbortController();
	// Every call under way listens to it.
	setMaxListeners(0, interrupt.signal);
	const stop = () => {
		if (interrupt.signal.aborted) process.exit(exitCodes.interrupted);
		terminal.err("\ninterrupted: clearing up and writing what was measured; once more to stop at once\n");
		interrupt.abort(new Error("the run was interrupted"));
	};
	for (const signal of signals) process.on(signal, stop);
	return interrupt.signal;
}

/** The first signal lets a server finish what it has begun, the second ends the process. */
function stoppable(): AbortSignal {
	const stop = new AbortController();
	for (const signal of signals) process.once(signal, () => stop.abort());
	return stop.signal;
}

/** The SDK announces in every process that it will leave this version of Node; that is for those who build the kit. */
function hushTheSdk(): void {
	process.removeAllListeners("warning");
	process.on("warning", (warning) => {
		if (!warning.message.startsWith("NodeVersionSupportWarning")) terminal.err(`${warning.name}: ${warning.message}\n`);
	});
}

const positive = (what: string, whole: boolean) => (text: string) => {
	const value = Number(text);
	if (!(value > 0) || !Number.isFinite(value) || (whole && !Number.isInteger(value)))
		throw new InvalidArgumentError(`expected ${what}`);
	return value;
};

const notNegative = (text: string) => {
	const value = Number(text);
	if (!(value >= 0) || text.trim() === "") throw new InvalidArgumentError("expected a number of seconds, 0 or more");
	return value;
};

const port = (text: string) => {
	const value = Number(text);
	if (!/^\d+$/.test(text) || value > 65_535) throw new InvalidArgumentError("expected a port, 0 to 65535; 0 picks a free one");
	return value;
};

const collect = (value: string, before: readonly string[]) => [...before, value];

const addReportOptions = (command: Command): Command =>
	addOutputOptions(command).option("--expectations <file>", "what is known to fail on the target, and why");

function addOutputOptions(command: Command): Command {
	return command
		.option("--report <format[=file]>", "write this format, to this file; repeatable; all formats without it", collect, [])
		.option("--out <folder>", "where reports and evidence go", "reports/out")
		.option("--quiet", "no progress and no summary", false);
}

async function createProgram(done: (code: ExitCode) => void): Promise<Command> {
	const program = new Command("swf-conformance")
		.description("Plays scenarios against any endpoint that speaks Amazon SWF and reports how it differs.")
		.version(await kitVersion())
		.showSuggestionAfterError()
		.exitOverride();

	addReportOptions(
		addTargetOptions(
			program
				.command("run")
				.description("play scenarios against a target and report")
				.argument("[pattern...]", "globs over case ids, as 'termination/**'; all without them"),
		)
			.option("--client <client>", "sdk, sdk:PATH, exec:COMMAND or wire; sdk without it")
			.option("--concurrency <n>", "cases played at once", positive("a whole number, 1 or more", true))
			.option("--max-wait <seconds>", "skip cases that let more service time pass on a wall clock", notNegative)
			.option("--patience <factor>", "multiply every time that scenarios are ready to wait", positive("a number above 0", false))
			.option(
				"--deadline <seconds>",
				"how long an answer may take; 10 without it",
				positive("a number of seconds above 0", false),
			)
			.option("--give-up <seconds>", "how long to look for a target that stopped answering; 30 without it", notNegative)
			.option("--max-run <seconds>", "end the run after so long; 3600 without it", positive("a number of seconds above 0", false))
			.option("--accept-cost <usd>", "what a run on aws:REGION may cost; it stops there", positive("an amount above 0", false))
			.option("--dry-run", "tell what a run on aws:REGION would do and cost, and send nothing")
			.option("--domain <name>", "a registered domain for a run on aws:REGION to play in; without it one is registered")
			.option("--own-domains", "let a run on aws:REGION register more domains, for the cases that are about them"),
	).action(async (patterns: string[], flags: RunFlags) => {
		const { runCommand } = await import("./cli/run-command.ts");
		done(await runCommand(patterns, flags, terminal, interruptible(), process.env));
	});

	addReportOptions(
		program
			.command("judge")
			.description("judge recorded evidence again, without its target")
			.argument("<evidence>", "evidence.ndjson of a run")
			.option("--partial", "of evidence that was cut off, judge what there is", false),
	).action(async (file: string, flags: JudgeFlags) => {
		const { judgeCommand } = await import("./cli/judge-command.ts");
		done(await judgeCommand(file, flags, terminal));
	});

	program
		.command("compare")
		.description("tell what changed from one report to another; ends with 1 on a regression only")
		.argument("<base>", "report.json of the run that things worked in")
		.argument("<head>", "report.json of the run that is in question")
		.addOption(new Option("--format <format>", "text, markdown or json").choices(["text", "markdown", "json"]).default("text"))
		.action(async (base: string, head: string, { format }: { format: ComparisonFormat }) => {
			const { compareCommand } = await import("./cli/compare-command.ts");
			done(await compareCommand(base, head, format, terminal));
		});

	program
		.command("reproduce")
		.description("write out what shows a case without this kit: a script, or an issue for a tracker")
		.argument("<id>", "a case id")
		.addOption(new Option("--as <form>", "what to write").choices(["aws-cli", "curl", "sdk-js", "issue"]).makeOptionMandatory())
		.option("--report <file>", "report.json of the run in which it failed; without it and --evidence, the model is asked")
		.option("--evidence <file>", "evidence.ndjson of that run, which has long requests as a whole")
		.option("--endpoint <url>", "where a script sends to, unless told otherwise; where it was recorded without it")
		.action(async (id: string, flags: ReproduceFlags) => {
			const { reproduceCommand } = await import("./cli/reproduce-command.ts");
			done(await reproduceCommand(id, flags, terminal, interruptible()));
		});

	program
		.command("list")
		.description("tell which cases there are")
		.argument("[pattern...]", "globs over case ids")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (patterns: string[], flags: { format: "text" | "json" }) => {
			const { listCommand } = await import("./cli/list-command.ts");
			done(await listCommand(patterns, flags.format, terminal));
		});

	program
		.command("targets")
		.description("tell which emulators --target knows by name, and what each is started with")
		.action(async () => {
			const { targetsCommand } = await import("./cli/targets-command.ts");
			done(targetsCommand(terminal));
		});

	program
		.command("explain")
		.description("tell what a case claims, on what it rests and what would be sent")
		.argument("<id>", "a case id or a glob")
		.action(async (id: string) => {
			const { explainCommand } = await import("./cli/explain-command.ts");
			done(await explainCommand(id, terminal));
		});

	program
		.command("check")
		.description("hold recorded histories and exchanges against the contract and the laws of histories")
		.argument("<file...>", "JSON of a history, of its pages or events, or lines of {operation, request, status, headers, body}")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (files: string[], { format }: { format: "text" | "json" }) => {
			const { checkCommand } = await import("./cli/check-command.ts");
			done(await checkCommand(files, format, terminal));
		});

	program
		.command("clauses")
		.description("tell what the contract says, on which authority, and what tests it")
		.option("--area <area>", "only this area, as termination")
		.option("--uncovered", "only what nothing tests, with the reason", false)
		.option("--unreached <report>", "only what no case of this run came to; ends with 1 if there is any")
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (flags: ClausesFlags) => {
			const { clausesCommand } = await import("./cli/clauses-command.ts");
			done(await clausesCommand(flags, terminal));
		});

	program
		.command("lint")
		.description("check scenario files; without any named, all of the suites and the ledger of clauses")
		.argument("[file...]", "scenario files")
		.action(async (files: string[]) => {
			const { lintCommand } = await import("./cli/lint-command.ts");
			done(await lintCommand(files, terminal));
		});

	program
		.command("sweep")
		.description("clear what a run left behind at its target, and nothing but what its ledger lists")
		.argument("<ledger>", "ledger.ndjson, beside the reports of the run")
		.option("--target <target>", "where the run was played, if the ledger's word for it does not lead there any more")
		.option("--config <file>", "names targets, as for run")
		.option("--dry-run", "tell what may be left, and ask nobody", false)
		.action(async (file: string, flags: SweepFlags) => {
			const { sweepCommand } = await import("./cli/sweep-command.ts");
			done(await sweepCommand(file, flags, terminal, stoppable(), process.env));
		});

	addTargetOptions(
		program
			.command("doctor")
			.description("tell what may be in the way of a run at a target, without changing anything there")
			.argument("[pattern...]", "globs over the ids of the cases that are to be played; all without them"),
	)
		.option("--domain <name>", "a registered domain to play in, as for run")
		.option("--policy", "print the least IAM policy that the cases need, and ask nobody", false)
		.addOption(new Option("--format <format>", "text or json").choices(["text", "json"]).default("text"))
		.action(async (patterns: string[], flags: DoctorFlags) => {
			const { doctorCommand } = await import("./cli/doctor-command.ts");
			done(await doctorCommand(patterns, flags, terminal, stoppable(), process.env));
		});

	program
		.command("serve")
		.description("serve the reference model over HTTP; prints one line of JSON with its address when ready")
		.option("--config <file>", "YAML or JSON with any of these settings; flags win over it")
		.option("--port <port>", "0 picks a free one, and is what is used without it", port)
		.option("--host <host>", "address to listen on; 127.0.0.1 without it")
		.option("--region <region>", "region of requests that name none; us-east-1 without it")
		.option("--account <account>", "twelve digits; without it each access key has an account of its own")
		.addOption(
			new Option("--clock <clock>", "wall, or virtual: moved only through /_swf/clock/elapse").choices(["wall", "virtual"]),
		)
		.addOption(new Option("--auth <auth>", "accept any signature, or verify it").choices(["accept", "verify"]))
		.option("--principals <file>", "who may call, with access keys and IAM policies")
		.option("--limits <file>", "limits to lower or switch off, a file or {…}")
		.option("--visibility-lag <seconds>", "how far lists and counts of executions lag behind", notNegative)
		.option("--lambda <file>", "what Lambda functions do, a file or {…}")
		.option("--log", "one line of JSON on standard error for each request")
		.action(async (flags: ServeFlags) => {
			const { serveCommand } = await import("./cli/serve-command.ts");
			done(await serveCommand(flags, terminal, stoppable()));
		});

	program
		.command("sdk-gate")
		.description("compare two builds of @aws-sdk/client-swf: what they send, how they retry, how they read answers and faults")
		.requiredOption("--baseline <path>", "the build in use: its package folder, or a folder with (or being) node_modules")
		.requiredOption("--candidate <path>", "the build to go over to")
		.option("--accepted <file>", "breaking differences that are known and accepted, and why")
		.addOption(new Option("--format <format>", "how the report is written").choices(["text", "json", "markdown"]).default("text"))
		.option("--out <file>", "write the report here instead of to standard output")
		.option("--cases <pattern...>", "globs over the cases of the suites that are played with both; all without them")
		.option("--no-suites", "compare on the wire only")
		.action(async (flags: SdkGateFlags) => {
			const { sdkGateCommand } = await import("./cli/sdk-gate-command.ts");
			done(await sdkGateCommand(flags, { terminal, interrupt: interruptible() }));
		});

	addOutputOptions(
		program
			.command("proxy")
			.description(
				"stand between your tests and an endpoint, check what passes and report at the end; prints one line of JSON when ready",
			)
			.requiredOption("--to <url>", "where requests go on to")
			.option("--port <port>", "0 picks a free one, and is what is used without it", port)
			.option("--host <host>", "address to listen on; 127.0.0.1 without it")
			.option("--rewrite-host", "send on the upstream's name as Host; signatures then no longer fit", false),
	).action(async (flags: ProxyFlags) => {
		const { proxyCommand } = await import("./cli/proxy-command.ts");
		done(await proxyCommand(flags, terminal, stoppable(), secrets));
	});
	return program;
}

/** Tells what went wrong in words for its reader; only a defect of the kit shows where in the code. */
function tellError(error: unknown): ExitCode {
	if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.badInput;
	if (error instanceof InputError) {
		const count = error.problems.length;
		terminal.err(`${error.message}\n${count} ${count === 1 ? "problem" : "problems"}\n`);
		return exitCodes.badInput;
	}
	if (error instanceof UsageError) {
		terminal.err(`swf-conformance: ${error.message}\n`);
		return exitCodes.badInput;
	}
	if (error instanceof UnwrittenError) {
		terminal.err(`swf-conformance: ${error.message}\n`);
		return exitCodes.unwritten;
	}
	if (error instanceof UnreachableError) {
		terminal.err(`swf-conformance: ${error.message}\n`);
		return exitCodes.unreachable;
	}
	if (error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error) {
		terminal.err(`swf-conformance: ${error.message}\n`);
		return exitCodes.badInput;
	}
	const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
	terminal.err(`swf-conformance: a defect of the kit; please report it.\n${redactText(trace)}\n`);
	return exitCodes.undecided;
}

/** A reader that has seen enough, as head, or a terminal that was closed, wants no more; on a full disk something is missing. */
function notPrinted(stream: NodeJS.WriteStream, error: NodeJS.ErrnoException): void {
	if (["EPIPE", "EIO", "ERR_STREAM_DESTROYED"].includes(error.code ?? "") || process.listenerCount("exit", missed) > 0) return;
	process.once("exit", missed);
	if (stream === process.stdout) terminal.err(`swf-conformance: standard output: ${errorText(error)}\n`);
}

const missed = () => {
	process.exitCode = exitCodes.unwritten;
};

hushTheSdk();
// Left to itself the heap grows to several times what is in use before it is swept: a run would take memory for nothing.
setFlagsFromString("--heap-growing-percent=60");
// What cannot be printed ends nothing: reports are written all the same.
for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => notPrinted(stream, error));
try {
	const program = await createProgram((code) => {
		process.exitCode = code;
	});
	await program.parseAsync();
} catch (error) {
	process.exitCode = tellError(error);
}
