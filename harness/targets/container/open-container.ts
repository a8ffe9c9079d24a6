import { join } from "node:path";
import { redactNamed } from "../../../reports/redact.ts";
import { UsageError } from "../../cli/terminal.ts";
import { openEndpoint } from "../endpoint.ts";
import type { Target, TargetOptions } from "../target.ts";
import { startContainer } from "./container.ts";
import { openContainerLog } from "./container-log.ts";
import type { ContainerSettings, ContainerWishes } from "./container-settings.ts";
import { connectEngine } from "./engine.ts";
import { type FoundImage, findImage } from "./image.ts";
import { type Preset, type PresetName, presets } from "./presets.ts";

const defaultStartupSeconds = 60;

/** The settings of `image:NAME:TAG`; undefined where there is no name. */
export function settingsOfImage(
	text: string,
	{ readiness = { kind: "port" }, ...wishes }: ContainerWishes,
): ContainerSettings | undefined {
	const image = text.slice("image:".length);
	if (!/^[a-z0-9][^\s]*$/i.test(image)) return undefined;
	return { image, environment: {}, startupSeconds: defaultStartupSeconds, concurrency: 4, ...wishes, readiness };
}

/** The settings of a preset, as `moto`, or of another version of it, as `moto:5.2.4`; undefined where the text is neither. */
export function settingsOfPreset(
	text: string,
	wishes: ContainerWishes,
	environment: NodeJS.ProcessEnv,
): ContainerSettings | undefined {
	const [name = "", tag, ...rest] = text.split(":");
	if (!isPreset(name) || tag === "" || rest.length > 0) return undefined;
	const { image, tag: pinned, port, environment: own, passes, readiness, concurrency }: Preset = presets[name];
	const passed = passes.flatMap((variable) => {
		const value = environment[variable];
		return value === undefined ? [] : [[variable, value] as const];
	});
	return {
		...{ image: `${image}:${tag ?? pinned}`, port, readiness, concurrency, startupSeconds: defaultStartupSeconds },
		...wishes,
		environment: { ...own, ...Object.fromEntries(passed), ...wishes.environment },
	};
}

const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name);

/** Starts a container for the run, and takes it away when it is closed. Throws an UnreachableError, with what it printed last, if it does not get ready. */
export async function openContainer(name: string, settings: ContainerSettings, options: TargetOptions): Promise<Target> {
	const { environment, interrupt, out, tell } = options;
	const engine = await connectEngine(environment, interrupt);
	const image = await findImage(engine, settings.image, interrupt, tell);
	const port = settings.port ?? onlyPort(image);
	const awaited = settings.readiness.kind === "log" ? settings.readiness.text : undefined;
	const log = await openContainerLog(join(out, "container.log"), secretsOf(settings), awaited);
	tell(`starting ${image.name} (${image.digest ?? image.id})`);
	const began = performance.now();
	const container = await startContainer(engine, { ...settings, port }, log, options);
	tell(
		`${image.name} is ready at ${container.address} after ${((performance.now() - began) / 1000).toFixed(1)} s; it prints to ${log.file}`,
	);
	const endpoint = openEndpoint(container.address, environment);
	if (endpoint === undefined) throw new Error(`${container.address} is no address`);
	const { ports: _, ...known } = image;
	return {
		...endpoint,
		...{ name, ephemeral: true, concurrency: settings.concurrency, image: known, gone: container.gone },
		[Symbol.asyncDispose]: () => container[Symbol.asyncDispose](),
	};
}

/** The port that an image serves, if it says one. Throws a UsageError if it says none or several. */
function onlyPort({ name, ports }: FoundImage): number {
	const [only, ...more] = ports;
	if (only !== undefined && more.length === 0) return only;
	const told = only === undefined ? "says no port that it serves" : `says several ports, ${ports.join(", ")}`;
	throw new UsageError(`the image ${name} ${told}; say which is SWF's with --target-port`);
}

/** Values of the container's environment that its log must not tell. */
const secretsOf = ({ environment }: ContainerSettings): readonly string[] =>
	Object.entries(environment).flatMap(([name, value]) => (isSecret(name, value) ? [value] : []));

const isSecret = (name: string, value: string): boolean =>
	/(token|secret|password|key)$/i.test(name) || redactNamed(name, value) !== value;
