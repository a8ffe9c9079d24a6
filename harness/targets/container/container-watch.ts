import { outputOf } from "./attached.ts";
import type { ContainerLog } from "./container-log.ts";
import { reasonOf } from "./engine.ts";
import type { Dockerode } from "./leftovers.ts";

/** What is to be known of a container while it runs. */
export interface ContainerWatch {
	/** Aborted when it ended by itself. */
	readonly gone: AbortSignal;
	/** Aborted when it was not ready in time. */
	readonly late: AbortSignal;
	/** Between its creation and its start: from then on nothing that it does is missed. */
	begin(id: string): Promise<void>;
	ready(): void;
	/** When everything that it printed is known. */
	ended(): Promise<void>;
}

export function createWatch(dockerode: Dockerode, log: ContainerLog, startupSeconds: number): ContainerWatch {
	const gone = new AbortController();
	const late = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let following: Promise<void> = Promise.resolve();
	return {
		gone: gone.signal,
		late: late.signal,
		async begin(id) {
			const output = await outputOf(dockerode, id);
			following = log.follow(output).then(async () => {
				const { StatusCode: code }: { readonly StatusCode: number } = await dockerode.getContainer(id).wait();
				gone.abort(new Error(`the container ended with exit code ${code}`));
			});
			following.catch((error: unknown) => gone.abort(new Error(`the container was lost: ${reasonOf(error)}`)));
			timer = setTimeout(() => late.abort(), startupSeconds * 1000);
		},
		ready: () => clearTimeout(timer),
		async ended() {
			clearTimeout(timer);
			await following.catch(() => undefined);
		},
	};
}
