import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process that outlives this one, however it ends, and then removes the containers of its run. */
export interface Watchdog {
	/** Everything was removed: there is nothing left for it to do. */
	dismiss(): void;
}

export const dismissal = "nothing is left\n";

/** Starts the process. It hears of the end of this one by the pipe between them, which even a kill closes. */
export async function startWatchdog(run: string): Promise<Watchdog> {
	const script = fileURLToPath(new URL("./watchdog-process.js", import.meta.url));
	// Of a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.
	const child = spawn(process.execPath, [script, run], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
	await once(child, "spawn");
	// If it was killed there is nothing to write to.
	child.stdin.on("error", () => undefined);
	child.unref();
	return { dismiss: () => child.stdin.end(dismissal) };
}
