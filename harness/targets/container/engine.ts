import type { ContainerRuntimeClient } from "testcontainers";
import { UnreachableError } from "../../cli/terminal.ts";
import { untilAborted } from "./until-aborted.ts";

/** Seconds within which an engine that is there says so. */
const patienceSeconds = 15;

/** The container engine that this machine, or `DOCKER_HOST`, has. Throws an UnreachableError where none answers. */
export async function connectEngine(environment: NodeJS.ProcessEnv, interrupt: AbortSignal): Promise<ContainerRuntimeClient> {
	// Heavy, so loaded only when a container is asked for.
	const { getContainerRuntimeClient } = await import("testcontainers");
	const signal = AbortSignal.any([interrupt, AbortSignal.timeout(patienceSeconds * 1000)]);
	try {
		return await untilAborted(getContainerRuntimeClient(), signal);
	} catch {
		interrupt.throwIfAborted();
		const where = environment["DOCKER_HOST"];
		throw new UnreachableError(
			`no container engine answers${where === undefined ? "" : ` at DOCKER_HOST, ${where}`}; is Docker running, and may you use it?`,
		);
	}
}

/**
 * Has Ryuk, a container of testcontainers' own, look after the run as well: it outlives even the machine's loss of this process and its watchdog.
 * False where it is switched off or cannot be had.
 */
export async function startReaper(
	engine: ContainerRuntimeClient,
	environment: NodeJS.ProcessEnv,
	interrupt: AbortSignal,
	tell: (line: string) => void,
): Promise<boolean> {
	if (environment["TESTCONTAINERS_RYUK_DISABLED"] === "true") return false;
	const { getReaper } = await import("testcontainers");
	try {
		await untilAborted(getReaper(engine), interrupt);
		return true;
	} catch (error) {
		interrupt.throwIfAborted();
		tell(`without Ryuk, which cannot be started (${reasonOf(error)}); the kit clears up by itself`);
		return false;
	}
}

/** What an engine says in an answer of its own, on one line. */
export function reasonOf(error: unknown): string {
	const json = error instanceof Error && "json" in error ? error.json : undefined;
	const told = typeof json === "object" && json !== null && "message" in json ? json.message : undefined;
	return String(told ?? (error instanceof Error ? error.message : error))
		.trim()
		.replace(/\s+/g, " ");
}
