import type { ContainerRuntimeClient } from "testcontainers";
import { UnreachableError } from "../../cli/terminal.ts";
import type { TargetImage } from "../target.ts";
import { reasonOf } from "./engine.ts";
import { createPullProgress, type PullEvent } from "./pull-progress.ts";
import { untilAborted } from "./until-aborted.ts";

/** An image that the engine has, and the ports that it says it serves. */
export interface FoundImage extends TargetImage {
	readonly ports: readonly number[];
}

/** Finds an image, pulling it where the engine does not have it. Throws an UnreachableError where it cannot be had. */
export async function findImage(
	engine: ContainerRuntimeClient,
	name: string,
	interrupt: AbortSignal,
	tell: (line: string) => void,
): Promise<FoundImage> {
	const found = await inspect(engine, name);
	if (found !== undefined) return found;
	tell(`pulling ${name}`);
	try {
		await pull(engine, name, interrupt, tell);
	} catch (error) {
		interrupt.throwIfAborted();
		// With what `docker login` left behind; of that the library knows.
		await untilAborted(pullAsConfigured(engine, name), interrupt).catch(() => interrupt.throwIfAborted());
		if ((await inspect(engine, name)) === undefined)
			throw new UnreachableError(`the image ${name} is not here and cannot be pulled: ${reasonOf(error)}`);
	}
	const pulled = await inspect(engine, name);
	if (pulled === undefined) throw new UnreachableError(`the image ${name} is not there although it was pulled`);
	return pulled;
}

async function pullAsConfigured(engine: ContainerRuntimeClient, name: string): Promise<void> {
	const { ImageName } = await import("testcontainers");
	await engine.image.pull(ImageName.fromString(name));
}

async function pull(
	{ container: { dockerode } }: ContainerRuntimeClient,
	name: string,
	interrupt: AbortSignal,
	tell: (line: string) => void,
): Promise<void> {
	const stream: NodeJS.ReadableStream = await dockerode.pull(name, { abortSignal: interrupt });
	const progress = createPullProgress((line) => tell(`pulling ${name}: ${line}`));
	const done = new Promise<void>((resolve, reject) => {
		dockerode.modem.followProgress(
			stream,
			(error) => (error === null ? resolve() : reject(error)),
			(event: PullEvent) => progress.take(event, performance.now()),
		);
	});
	await untilAborted(done, interrupt);
}

async function inspect({ container: { dockerode } }: ContainerRuntimeClient, name: string): Promise<FoundImage | undefined> {
	const image = await dockerode
		.getImage(name)
		.inspect()
		.catch((error: unknown) => {
			if (error instanceof Error && "statusCode" in error && error.statusCode === 404) return undefined;
			throw error;
		});
	if (image === undefined) return undefined;
	const [digest] = (image.RepoDigests ?? []).flatMap((each) => each.split("@")[1] ?? []);
	return {
		name,
		id: image.Id,
		...(digest === undefined ? {} : { digest }),
		ports: Object.keys(image.Config.ExposedPorts ?? {}).flatMap((port) =>
			port.endsWith("/udp") ? [] : [Number.parseInt(port, 10)],
		),
	};
}
