import { text } from "node:stream/consumers";
import { setTimeout as passing } from "node:timers/promises";
import { removeLeftovers } from "./leftovers.ts";
import { dismissal } from "./watchdog.ts";

/** Seconds after the end of the kit in which the engine may still finish what it was asked for, as the creation of a container. */
const patienceSeconds = 10;

const [, , run = ""] = process.argv;
if ((await text(process.stdin)) !== dismissal) {
	const { getContainerRuntimeClient } = await import("testcontainers");
	const { container } = await getContainerRuntimeClient();
	const until = performance.now() + patienceSeconds * 1000;
	while (performance.now() < until) {
		await removeLeftovers(container.dockerode, run, AbortSignal.timeout(patienceSeconds * 1000));
		await passing(500);
	}
}
