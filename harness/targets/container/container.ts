import { randomUUID } from "node:crypto";
import { setTimeout as passing } from "node:timers/promises";
import type { ContainerRuntimeClient, StartedTestContainer, WaitStrategy } from "testcontainers";
import { UnreachableError } from "../../cli/terminal.ts";
import type { TargetOptions } from "../target.ts";
import { outputOf } from "./attached.ts";
import type { ContainerLog } from "./container-log.ts";
import type { ContainerSettings } from "./container-settings.ts";
import { reasonOf, startReaper } from "./engine.ts";
import { type Dockerode, removeLeftovers, runLabel } from "./leftovers.ts";
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
	const clear = async () => {
		await removeLeftovers(engine.container.dockerode, run, AbortSignal.timeout(removalSeconds * 1000));
		await watch.ended();
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
				await clear().then(watchdog.dismiss, (error: unknown) =>
					tell(`the container ${started.getName()} could not be removed: ${reasonOf(error)}`),
				);
				await log.close();
			},
		};
	} catch (error) {
		// Before it is taken away, which would be one more end of it.
		const why = failureOf(settings, watch, error);
		await clear();
		// What the engine was asked for before comes to its end now; a container that was being created is there only then.
		await Promise.race([starting.catch(() => undefined), passing(removalSeconds * 1000, undefined, { ref: false })]);
		await clear();
		watchdog.dismiss();
		await log.close();
		interrupt.throwIfAborted();
		throw new UnreachableError(`${settings.image}: ${why}.\n${lastWords(log)}`);
	}
}

type Watch = ReturnType<typeof createWatch>;

/** What is to be known of a container while it runs. */
function createWatch(dockerode: Dockerode, log: ContainerLog, startupSeconds: number) {
	const gone = new AbortController();
	const late = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	let following: Promise<void> = Promise.resolve();
	return {
		gone: gone.signal,
		late: late.signal,
		/** Between its creation and its start: from then on nothing that it does is missed. */
		async begin(id: string): Promise<void> {
			const output = await outputOf(dockerode, id);
			following = log.follow(output).then(async () => {
				const { StatusCode: code }: { readonly StatusCode: number } = await dockerode.getContainer(id).wait();
				gone.abort(new Error(`the container ended with exit code ${code}`));
			});
			following.catch((error: unknown) => gone.abort(new Error(`the container was lost: ${reasonOf(error)}`)));
			timer = setTimeout(() => late.abort(), startupSeconds * 1000);
		},
		ready: () => clearTimeout(timer),
		async ended(): Promise<void> {
			clearTimeout(timer);
			await following.catch(() => undefined);
		},
	};
}

interface Creation {
	readonly run: string;
	/** Whether Ryuk looks after it as well. */
	readonly reaped: boolean;
	readonly stop: AbortSignal;
	readonly watch: Watch;
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

function failureOf({ readiness, startupSeconds }: ContainerSettings, watch: Watch, error: unknown): string {
	if (watch.gone.aborted) return `${reasonOf(watch.gone.reason)} before it was ready`;
	if (watch.late.aborted) return `the container was not ready within ${startupSeconds} s (${readinessText(readiness)})`;
	return `the container cannot be started: ${reasonOf(error)}`;
}

function lastWords(log: ContainerLog): string {
	const last = log.last();
	return last.length === 0 ? "It printed nothing." : `The last that it printed, of ${log.file}:\n  ${last.join("\n  ")}`;
}
