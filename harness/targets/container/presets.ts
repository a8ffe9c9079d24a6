import type { Readiness } from "./readiness.ts";

/** An emulator of SWF that comes as an image, and what it is started with. */
export interface Preset {
	/** The image without its tag. */
	readonly image: string;
	/** The tag that it is pinned to; `NAME:TAG` asks for another. */
	readonly tag: string;
	/** The port that it serves SWF on, inside of the container. */
	readonly port: number;
	readonly environment: Readonly<Record<string, string>>;
	/** Variables that it is given where the kit's own environment has them. */
	readonly passes: readonly string[];
	readonly readiness: Readiness;
	/** How many cases it takes at once. */
	readonly concurrency: number;
	/** Why these settings. */
	readonly about: string;
}

/** The emulators that `--target` knows by name. The only place where their images are pinned. */
export const presets = {
	/** https://docs.getmoto.org/en/latest/docs/server_mode.html */
	moto: {
		...{ image: "motoserver/moto", tag: "5.2.5", port: 5000 },
		...{ environment: {}, passes: [], readiness: { kind: "http", path: "/moto-api/" }, concurrency: 1 },
		about: "one case at a time: moto changes its state without locks",
	},
	/** https://docs.localstack.cloud/references/configuration/ */
	localstack: {
		...{ image: "localstack/localstack", tag: "4.14.0", port: 4566 },
		...{ environment: { SERVICES: "swf", DISABLE_EVENTS: "1" }, passes: ["LOCALSTACK_AUTH_TOKEN"] },
		...{ readiness: { kind: "http", path: "/_localstack/health" }, concurrency: 1 },
		about: "only SWF, no usage reports; the last release that starts without a token; moto inside, so one case at a time",
	},
	/** https://floci.io/floci/ */
	floci: {
		...{ image: "floci/floci", tag: "1.7.0", port: 4566 },
		...{ environment: { FLOCI_STORAGE_MODE: "memory" }, passes: [] },
		...{ readiness: { kind: "http", path: "/_localstack/health" }, concurrency: 4 },
		about: "keeps everything in memory",
	},
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof presets;

export const presetNames = Object.keys(presets) as readonly PresetName[];
