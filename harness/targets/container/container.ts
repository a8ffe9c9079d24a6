import { randomUUID } from "node:crypto";
import { setTimeout as passing } from "node:timers/promises";
import type { ContainerRuntimeClient, StartedTestContainer, WaitStrategy } from "testcontainers";
import { UnreachableError } from "../../cli/terminal.ts";
import type { TargetOptions } from "../target.ts";
import type { ContainerLog } from "./container-log.ts";
import type { ContainerSettings } from "./container-settings.ts";
import { type ContainerWatch, createWatch } from "./container-watch.ts";
import { reasonOf, startReaper } from "./engine.ts";
import { removeLeftovers, runLabel } from "./leftovers.ts";
import { readinessText, untilReady } from "./readiness.ts";
import { untilAborted } from "./until-aborted.ts";
import { startWatchdog } from "./watchdog.ts";

/** A container that serves. Closing it removes it. */
export interface ServingContainer extends AsyncDisposable {
	/** Its port as seen from here, as http://127.0.0.1:32768. */
	readonly address: string;
	/** Aborted when it ended by itself. */
	readonly gone: AbortSignal;
}

/** Seconds that the engine gets to remove a container. */
const removalSeconds = 60;

/** Starts a container and waits until it serves. Whatever happens, none stays behind: neither of a start that fails, nor if this process is killed. */
export async function startContainer(
	engine: ContainerRuntimeClient,
	settings: Required<ContainerSettings>,
	log: ContainerLog,
	{ environment, interrupt, tell }: Pick<TargetOptions, "environment" | "interrupt" | "tell">,
): Promise<ServingContainer> {
	const run = randomUUID();
	const watch = createWatch(engine.container.dockerode, log, settings.startupSeconds);
	const stop = AbortSignal.any([interrupt, watch.gone, watch.late]);
	const watchdog = await startWatchdog(run);
	/** False where the engine does not do it; the watchdog then goes on trying for a while. */
	const clear = async (): Promise<boolean> => {
		try {
			await removeLeftovers(engine.container.dockerode, run, AbortSignal.timeout(removalSeconds * 1000));
			await watch.ended();
			return true;
		} catch (error) {
			tell(`the container with the label ${runLabel}=${run} could not be removed: ${reasonOf(error)}`);
			return false;
		}
	};
	const reaped = await startReaper(engine, environment, interrupt, tell);
	const starting = create(engine, settings, { run, reaped, stop, watch, log });
	try {
		const started = await untilAborted(starting, stop);
		watch.ready();
		return {
			address: addressOf(engine, started.getMappedPort(settings.port)),
			gone: watch.gone,
			async [Symbol.asyncDispose]() {
				if (await clear()) watchdog.dismiss();
				await log.close();
			},
		};
	} catch (error) {
		// Before it is taken away, which would be one more end of it.
		const why = failureOf(settings, watch, error);
		await clear();
		// What the engine was asked for before comes to its end now; a container that was being created is there only then.
		await Promise.race([starting.catch(() => undefined), passing(removalSeconds * 1000, undefined, { ref: false })]);
		if (await clear()) watchdog.dismiss();
		await log.close();
		interrupt.throwIfAborted();
		throw new UnreachableError(`${settings.image}: ${why}.\n${lastWords(log)}`);
	}
}

interface Creation {
	readonly run: string;
	/** Whether Ryuk looks after it as well. */
	readonly reaped: boolean;
	readonly stop: AbortSignal;
	readonly watch: ContainerWatch;
	readonly log: ContainerLog;
}

async function create(
	engine: ContainerRuntimeClient,
	{ image, port, environment, readiness }: Required<ContainerSettings>,
	{ run, reaped, stop, watch, log }: Creation,
): Promise<StartedTestContainer> {
	const { GenericContainer } = await import("testcontainers");
	class WatchedContainer extends GenericContainer {
		protected override async containerCreated(id: string): Promise<void> {
			stop.throwIfAborted();
			await watch.begin(id);
		}
	}
	const strategy: WaitStrategy = {
		waitUntilReady: (_, ports) => untilReady(readiness, addressOf(engine, ports.getBinding(port)), log.heard, stop),
		// How long that may take is watched from outside.
		withStartupTimeout: () => strategy,
		isStartupTimeoutSet: () => true,
		getStartupTimeout: () => Number.POSITIVE_INFINITY,
	};
	return new WatchedContainer(image)
		.withAutoCleanup(reaped)
		.withLabels({ [runLabel]: run })
		.withEnvironment(environment)
		.withExposedPorts(port)
		.withWaitStrategy(strategy)
		.start();
}

/** A name may mean several addresses, of which the engine's port is that of one. */
function addressOf({ info: { containerRuntime } }: ContainerRuntimeClient, port: number): string {
	const { address, family } = containerRuntime.hostIps[0] ?? { address: containerRuntime.host, family: 4 };
	return `http://${family === 6 ? `[${address}]` : address}:${port}`;
}

function failureOf({ readiness, startupSeconds }: ContainerSettings, watch: ContainerWatch, error: unknown): string {
	if (watch.gone.aborted) return `${reasonOf(watch.gone.reason)} before it was ready`;
	if (watch.late.aborted) return `the container was not ready within ${startupSeconds} s (${readinessText(readiness)})`;
	return `the container cannot be started: ${reasonOf(error)}`;
}

function lastWords(log: ContainerLog): string {
	const last = log.last();
	return last.length === 0 ? "It printed nothing." : `The last that it printed, of ${log.file}:\n  ${last.join("\n  ")}`;
}
