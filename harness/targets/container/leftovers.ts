import { setTimeout as passing } from "node:timers/promises";
import type { ContainerRuntimeClient } from "testcontainers";

/** What speaks to the engine. */
export type Dockerode = ContainerRuntimeClient["container"]["dockerode"];

/** Carried by every container of a run, with the run's own value. */
export const runLabel = "swf-conformance.run";

/** 404: gone already. 409: its removal is under way. */
const isGoing = (error: unknown): boolean =>
	error instanceof Error && "statusCode" in error && (error.statusCode === 404 || error.statusCode === 409);

/** Removes the containers of a run with their volumes, and ends when the engine has none of them. Throws what the engine answers if it refuses. */
export async function removeLeftovers(dockerode: Dockerode, run: string, signal: AbortSignal): Promise<void> {
	const filters = { label: [`${runLabel}=${run}`] };
	for (;;) {
		const found = await dockerode.listContainers({ all: true, filters });
		if (found.length === 0) return;
		for (const { Id } of found) {
			await dockerode
				.getContainer(Id)
				.remove({ force: true, v: true })
				.catch((error: unknown) => {
					if (!isGoing(error)) throw error;
				});
		}
		await passing(50, undefined, { signal });
	}
}
