#!/usr/bin/env node
import { setMaxListeners } from "node:events";
import { setFlagsFromString } from "node:v8";
import { Command, CommanderError } from "commander";
import { redactText, withoutKnown } from "../reports/redact.ts";
import { commandText } from "./cli/command-text.ts";
import { commands } from "./cli/commands/commands.ts";
import { tellEndings } from "./cli/commands/exit-codes.ts";
import { kitVersion } from "./cli/corpus.ts";
import { type ExitCode, exitCodes, type Terminal, UnreachableError, UsageError } from "./cli/terminal.ts";
import { unobeyed } from "./cli/unobeyed.ts";
import { InputError } from "./scenario/problem.ts";
import { errorText, UnwrittenError } from "./unwritten.ts";

const { AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
const secrets = [AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN].filter((secret) => secret !== undefined);

/** What is printed may come from anywhere, and ends up in logs, which a runner may obey. */
const hushed = (text: string): string => {
	const said = secrets.length === 0 ? text : redactText(text, secrets);
	return process.env["GITHUB_ACTIONS"] === undefined ? said : unobeyed(said);
};

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

async function createProgram(done: (code: ExitCode) => void): Promise<Command> {
	const program = new Command("swf-conformance")
		.description("Plays scenarios against any endpoint that speaks Amazon SWF and reports how it differs.")
		.version(await kitVersion())
		.showSuggestionAfterError()
		.configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
		.exitOverride();

	const command = commandText(process.argv.slice(2), secrets);
	const surroundings = { terminal, environment: process.env, secrets, command, interruptible, stoppable, done };
	for (const define of commands) define(program, surroundings);
	tellEndings(program);
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
