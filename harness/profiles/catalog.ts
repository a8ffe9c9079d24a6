import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Level } from "../../reports/report.ts";

/** What belongs to a profile. */
export interface ProfileDefinition {
	readonly about: string;
	/** The weakest level of the cases that it requires. */
	readonly level: Level;
	/** Globs over ids. */
	readonly cases: readonly string[];
	readonly except?: readonly string[];
}

/** What profiles mean. */
export interface Definitions {
	readonly profiles: { readonly [name: string]: ProfileDefinition };
	/** Of the profiles that suites are. */
	readonly suites: { readonly level: Level };
}

/** What profiles meant on one day, and the cases that there were. */
export interface Freeze extends Definitions {
	readonly version: number;
	/** YYYY-MM-DD */
	readonly on: string;
	readonly scenarios: {
		readonly [id: string]: { readonly digest: string; readonly rows: { readonly [level in Level]?: readonly string[] } };
	};
}

/** `specs/profiles.yaml`, which `specs/profiles.schema.json` describes. */
export interface Catalog extends Definitions {
	/** What frozen cases are called now. */
	readonly renamed: { readonly [id: string]: string };
	/** Why frozen cases are gone. */
	readonly removed: { readonly [id: string]: string };
	readonly versions: { readonly [version: string]: { readonly on: string; readonly digest: string } };
}

/** @param root the folder of the package, here as below */
export const catalogFile = (root: string): string => join(root, "specs", "profiles.yaml");

export const freezeFile = (root: string, version: number | string): string => join(root, "specs", "profiles", `${version}.json`);

/** The package's own files are held against their schema by its tests, and not again by whoever reads them. */
export const readCatalog = async (root: string): Promise<Catalog> => parse(await readFile(catalogFile(root), "utf8")) as Catalog;

export const readFreeze = async (root: string, version: number | string): Promise<Freeze> =>
	JSON.parse(await readFile(freezeFile(root, version), "utf8")) as Freeze;

/** The newest freeze that there is; 0 before the first. */
export const latestVersion = ({ versions }: Pick<Catalog, "versions">): number =>
	Math.max(0, ...Object.keys(versions).map(Number));
