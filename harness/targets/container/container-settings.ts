import type { Readiness } from "./readiness.ts";

/** What a container is started with. */
export interface ContainerSettings {
	readonly image: string;
	/** Inside of the container. Where it is absent, the one that the image says it serves. */
	readonly port?: number;
	readonly environment: Readonly<Record<string, string>>;
	readonly readiness: Readiness;
	/** Seconds from its start until it has to be ready. */
	readonly startupSeconds: number;
	/** How many cases it takes at once by default. */
	readonly concurrency: number;
}

/** What the command line or a configuration file says about a container; it wins over a preset. */
export interface ContainerWishes {
	readonly port?: number;
	readonly environment?: Readonly<Record<string, string>>;
	readonly readiness?: Readiness;
	readonly startupSeconds?: number;
}
