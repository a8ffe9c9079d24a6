import { readYaml } from "../../scenario/located.ts";
import { InputError } from "../../scenario/problem.ts";
import { optional, readBoolean, readWhole } from "../../scenario/read-scalars.ts";
import { createReader } from "../../scenario/reader.ts";
import type { ServiceOptions, ServiceSettings } from "../service.ts";
import { readSettings, settingNames } from "./parse-settings.ts";

/** All that `serve` can be told. */
export interface ServeConfig extends ServiceSettings {
	readonly port?: number;
	readonly host?: string;
	readonly clock?: ServiceOptions["clock"];
	/** Whether each request gets a line on standard error. */
	readonly log?: boolean;
}

/** Reads a configuration from YAML or JSON. Throws an InputError with everything that is wrong with it. */
export function parseConfig(text: string, file: string): ServeConfig {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, ["port", "host", "clock", "log", ...settingNames], "the configuration");
	const given = Object.entries(readSettings(root, reader)).filter(([, value]) => value !== undefined);
	const settings: ServiceSettings = Object.fromEntries(given);
	const config = {
		...settings,
		...optional(root, "port", (node) => readWhole(node, reader, "port", 65_535)),
		...optional(root, "host", (node) => reader.text(node, "host")),
		...optional(root, "clock", (node) => reader.oneOf<"wall" | "virtual">(node, ["wall", "virtual"], "clock")),
		...optional(root, "log", (node) => readBoolean(node, reader, "log")),
	};
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return config;
}
