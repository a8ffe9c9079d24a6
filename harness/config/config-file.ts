import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { readText } from "../cli/read-text.ts";
import { entryOf, readYaml } from "../scenario/located.ts";
import { InputError } from "../scenario/problem.ts";
import { createReader } from "../scenario/reader.ts";
import { type NamedTarget, readTarget } from "./read-target.ts";

/** The configuration that is read without being named, if the working directory has one. */
export const defaultConfigFile = "swf-conformance.config.yaml";

export type Config = Readonly<Record<string, NamedTarget>>;

/**
 * Reads a configuration file, by its schema specs/config.schema.json. Throws an InputError with everything that is wrong with it.
 *
 * @param features what a target may lack or have
 * @param taken names that `--target` knows already
 */
export function parseConfigFile(text: string, file: string, features: readonly string[], taken: readonly string[]): Config {
	const reader = createReader(file);
	const root = readYaml(text, file);
	reader.onlyKeys(root, ["targets"], "the configuration");
	const targets = entryOf(root, "targets")?.value;
	if (targets === undefined && root.kind === "map") reader.refuse(root.at, "the configuration has targets");
	const entries = targets === undefined ? [] : reader.entries(targets, "targets");
	const named = entries.map(({ key, keyAt, value }) => {
		if (!/^[A-Za-z0-9][\w.-]*$/.test(key))
			reader.refuse(keyAt, "the name of a target is letters, digits, dots, dashes and underscores");
		if (taken.includes(key)) reader.refuse(keyAt, `${key} is a target of the kit's own; take another name`);
		return [key, readTarget(value, { reader, features, folder: dirname(file) })] as const;
	});
	if (reader.problems.length > 0) throw new InputError(reader.problems);
	return Object.fromEntries(named);
}

/**
 * Reads a configuration: the one that is named, or that of the working directory if there is one.
 *
 * @throws {UsageError} where it cannot be read, an InputError with everything that is wrong with it
 */
export async function loadConfigFile(
	named: string | undefined,
	features: () => Promise<readonly string[]>,
	taken: readonly string[],
): Promise<{ readonly file: string; readonly targets: Config }> {
	const file = named ?? defaultConfigFile;
	if (named === undefined && !existsSync(file)) return { file, targets: {} };
	const text = await readText(file, named === undefined ? "" : "--config ");
	return { file, targets: parseConfigFile(text, file, await features(), taken) };
}
