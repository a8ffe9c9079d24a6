import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { exitCodes } from "../cli/terminal.ts";
import { action, type RunEnded } from "./action.ts";

/** What `action.yml` starts. */

const cli = fileURLToPath(new URL("../cli.js", import.meta.url));
/** Enough of what was said to tell why a run was refused. */
const longestSaid = 4_000;

function run(args: readonly string[]): Promise<RunEnded> {
	// In a group of its own: a runner that is told to stop signals this process, and once is enough.
	const child = spawn(process.execPath, [cli, ...args], {
		stdio: ["ignore", "inherit", "pipe"],
		detached: process.platform !== "win32",
	});
	let said = "";
	child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
		process.stderr.write(chunk);
		said = `${said}${chunk}`.slice(-longestSaid);
	});
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ code: codeOf(code), said }));
	});
}

const codeOf = (code: number | null) => Object.values(exitCodes).find((known) => known === code) ?? exitCodes.interrupted;

process.exitCode = await action({ environment: process.env, run, print: (text) => void process.stdout.write(text) });
