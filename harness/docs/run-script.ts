import { spawn } from "node:child_process";

/** How commands are run: in this folder, with this environment. */
export interface Shell {
	readonly folder: string;
	readonly environment: NodeJS.ProcessEnv;
}

export interface Ended {
	/** 137 where it took too long. */
	readonly exitCode: number;
	/** What was printed on either stream, in the order in which it came. */
	readonly output: string;
}

const longestMs = 600_000;

/** Runs commands as a reader would paste them, and stops at the first that fails. None may take longer than ten minutes. */
export function runScript(script: string, { folder, environment }: Shell): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const child = spawn("bash", ["-euo", "pipefail", "-c", `exec 2>&1\n${script}`], {
			cwd: folder,
			env: environment,
			stdio: ["ignore", "pipe", "inherit"],
			// The head of a group, so that what it started can be ended with it.
			detached: true,
		});
		const late = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, "SIGKILL"), longestMs);
		let output = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
		child.on("error", reject);
		child.on("close", (code) => {
			clearTimeout(late);
			resolve({ exitCode: code ?? 137, output });
		});
	});
}

export interface Server {
	/** Ends it as a reader would, by Ctrl-C, and tells how it ended. */
	stop(): Promise<Ended>;
}

/** Starts one command that goes on, and resolves when it has printed a line. Rejects if it ends before. */
export function startServer(script: string, { folder, environment }: Shell): Promise<Server> {
	return new Promise((resolve, reject) => {
		const child = spawn("bash", ["-c", `exec 2>&1 ${script}`], {
			cwd: folder,
			env: environment,
			stdio: ["ignore", "pipe", "inherit"],
		});
		let output = "";
		const ended = new Promise<Ended>((end) => child.on("close", (code) => end({ exitCode: code ?? 128, output })));
		child.on("error", reject);
		ended.then(({ exitCode }) => reject(new Error(`${script} ended with ${exitCode}: ${output}`)), reject);
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			output += text;
			if (!output.includes("\n")) return;
			resolve({
				stop: () => {
					child.kill("SIGINT");
					return ended;
				},
			});
		});
	});
}
