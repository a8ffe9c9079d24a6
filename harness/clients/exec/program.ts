import { type ChildProcess, spawn } from "node:child_process";
import { longestAnswer, mostValues } from "../client.ts";
import { countValues } from "../count-values.ts";
import { readLines } from "./read-lines.ts";

/** Room for an answer beside the response that it was read from, in bytes and in values of JSON. */
const longestLine = 4 * longestAnswer;
const mostValuesOfLine = 2 * mostValues;
/** Of what a program says on standard error, so much of the end is kept. */
const lastWords = 600;
/** Milliseconds that a program may take to end once its input has. */
const grace = 2_000;

/** A process that speaks in lines. */
export interface Program {
	write(line: string): void;
	/** Ends it and whatever it started, at once. */
	kill(): void;
	/** Ends its input, and soon what is left of it. */
	end(): void;
}

/** What a program does. */
export interface ProgramEvents {
	line(text: string): void;
	/**
	 * Called once. Says how it ended, in words that go on after "the client program", with the last of what it said on standard error. It is ended for
	 * printing more than any answer could be: that may be a target's doing, and no fault of its own.
	 */
	ended(how: string): void;
}

/** Ends a process and its whole group; those that are gone already are no trouble. */
function killGroup({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, "SIGKILL");
	} catch (error) {
		// EPERM: what is left of the group is a zombie.
		if (!(error instanceof Error && "code" in error && (error.code === "ESRCH" || error.code === "EPERM"))) throw error;
	}
}

const alive = new Set<ChildProcess>();
const killAll = () => {
	for (const child of alive) killGroup(child);
};

/**
 * Starts a program without a shell, as the head of a process group of its own: Ctrl-C at the terminal ends the run in good order and not the program under it.
 * It does not outlive this process, nor keep it alive.
 */
export function startProgram(command: string, words: readonly string[], env: NodeJS.ProcessEnv, events: ProgramEvents): Program {
	const child = spawn(command, words, { env, detached: true, stdio: "pipe" });
	if (alive.size === 0) process.on("exit", killAll);
	alive.add(child);
	let said = "";
	let over = false;
	let late: NodeJS.Timeout | undefined;
	const end = (how: string) => {
		if (over) return;
		over = true;
		clearTimeout(late);
		alive.delete(child);
		if (alive.size === 0) process.off("exit", killAll);
		const words = said.trim();
		events.ended(words === "" ? how : `${how}; its last words: ${words}`);
	};
	const endFor = (what: string) => {
		killGroup(child);
		end(`was ended: it printed ${what}`);
	};
	const line = (text: string) => {
		if (over) return;
		if (text.length > mostValuesOfLine && countValues(text) > mostValuesOfLine)
			endFor(`a line of more than ${mostValuesOfLine} values`);
		else events.line(text);
	};
	readLines(child.stdout, longestLine, line, () => endFor(`a line of more than ${longestLine} bytes`));
	child.stderr.on("data", (chunk: Buffer) => {
		said = (said + chunk.toString("utf8")).slice(-lastWords);
	});
	// A program that ends does not read what is written to it: how it ended tells more.
	child.stdin.on("error", () => undefined);
	child.on("error", (error) => end(`cannot be started (${"code" in error ? String(error.code) : error.message})`));
	child.on("exit", () => {
		killGroup(child);
		clearTimeout(late);
		// What left the group may still hold the output, so that it would never close.
		late = setTimeout(() => {
			child.stdout.destroy();
			child.stderr.destroy();
		}, grace).unref();
	});
	child.on("close", (code, signal) => end(signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`));
	child.unref();
	for (const pipe of [child.stdin, child.stdout, child.stderr])
		if ("unref" in pipe && typeof pipe.unref === "function") pipe.unref();
	return {
		write: (line) => child.stdin.write(line),
		kill: () => killGroup(child),
		end() {
			child.stdin.end();
			late = setTimeout(() => killGroup(child), grace);
		},
	};
}
