import type { Command } from "commander";
import type { ExitCode, Terminal } from "../terminal.ts";

/** What a command finds around it. */
export interface Surroundings {
	readonly terminal: Terminal;
	readonly environment: NodeJS.ProcessEnv;
	/** What must not stand in anything that is printed. */
	readonly secrets: readonly string[];
	/** What was typed, ready for a shell, without secrets. */
	readonly command: string;
	/** Takes signals from now on: the first ends the run and lets it write what was measured, the second ends the process. */
	interruptible(): AbortSignal;
	/** Takes signals from now on: the first lets a server finish what it has begun, the second ends the process. */
	stoppable(): AbortSignal;
	/** To be told what the command ended with. */
	done(code: ExitCode): void;
}

/** Adds a command to the program: its words and its flags. What it does is loaded only when it is asked for. */
export type DefineCommand = (program: Command, surroundings: Surroundings) => void;
