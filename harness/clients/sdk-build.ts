import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type * as swf from "@aws-sdk/client-swf";
import type { OperationName } from "../../specs/wire/contract.ts";
import { UsageError } from "../cli/terminal.ts";
import { manifestOf, type PackageVersions, wirePackages } from "./wire-packages.ts";

export const sdkPackage = "@aws-sdk/client-swf";

/** A class of commands, as the SDK has one for each operation. */
export type CommandClass = new (input: never) => swf.ListDomainsCommand;

/** One build of @aws-sdk/client-swf, loaded. */
export interface SdkBuild {
	/** Where its package is. */
	readonly folder: string;
	readonly version: string;
	/** Exact versions of the packages that it puts bytes on the wire with. */
	readonly packages: PackageVersions;
	readonly SWFClient: typeof swf.SWFClient;
	readonly SWFServiceException: typeof swf.SWFServiceException;
	/** The class of a command; undefined where the build has no such operation. */
	commandOf(operation: OperationName): CommandClass | undefined;
	/** All that it exports. */
	readonly exports: Readonly<Record<string, unknown>>;
}

/** The build that comes with the kit. */
export const installedSdk = (): SdkBuild => load(createRequire(import.meta.url).resolve(`${sdkPackage}/package.json`));

/**
 * The build that a folder holds: the package itself, a node_modules folder, or a folder with one or that resolves the package as Node does.
 *
 * @throws {UsageError} where there is none, or it does not load
 */
export function sdkBuildIn(path: string): SdkBuild {
	const folder = resolve(path);
	const manifest = manifestFile(folder);
	if (manifest === undefined) throw refusal(path, `there is no ${sdkPackage} in it; \`npm install ${sdkPackage}@VERSION\` there`);
	try {
		return load(manifest);
	} catch (error) {
		const why = error instanceof Error ? error.message.split("\n")[0] : String(error);
		throw refusal(path, `its ${sdkPackage} cannot be loaded (${why})`);
	}
}

const refusal = (path: string, message: string) => new UsageError(`${path}: ${message}`);

function manifestFile(folder: string): string | undefined {
	if (manifestOf(join(folder, "package.json"))?.["name"] === sdkPackage) return join(folder, "package.json");
	const within = [join(folder, "node_modules"), folder].map((modules) => join(modules, sdkPackage, "package.json"));
	const direct = within.find((file) => existsSync(file));
	if (direct !== undefined) return direct;
	// A folder that is no package would find whatever lies above it.
	if (!existsSync(join(folder, "package.json"))) return undefined;
	try {
		return createRequire(join(folder, "package.json")).resolve(`${sdkPackage}/package.json`);
	} catch {
		// Nothing that Node would find from there: the caller says so.
		return undefined;
	}
}

function load(manifest: string): SdkBuild {
	const require = createRequire(manifest);
	const folder = resolve(manifest, "..");
	const exports = require(folder) as Readonly<Record<string, unknown>>;
	const { SWFClient, SWFServiceException } = exports as unknown as typeof swf;
	if (typeof SWFClient !== "function" || typeof SWFServiceException !== "function") {
		throw new Error("it exports no SWFClient and SWFServiceException");
	}
	return {
		folder,
		version: String(manifestOf(manifest)?.["version"]),
		packages: wirePackages(manifest),
		SWFClient,
		SWFServiceException,
		commandOf: (operation) => exports[`${operation}Command`] as CommandClass | undefined,
		exports,
	};
}
