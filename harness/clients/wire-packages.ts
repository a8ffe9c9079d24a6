import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { isJsonObject, type JsonObject } from "../../specs/wire/json.ts";

/** Versions by name, sorted by name. */
export type PackageVersions = { readonly [name: string]: string };

/** What a package.json says; undefined where there is none or it is no JSON object. */
export function manifestOf(file: string): JsonObject | undefined {
	if (!existsSync(file)) return undefined;
	try {
		const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
		return isJsonObject(manifest) ? manifest : undefined;
	} catch {
		// No manifest, then: whoever asked says what is missing.
		return undefined;
	}
}

/** Where credentials come from, and declarations without code: they put no byte of a call on the wire. */
const besideTheWire = /^@(aws-sdk|smithy)\/(types$|credential-provider|token-providers|nested-clients|client-)/;

/**
 * The AWS and Smithy packages that a package reaches by its dependencies, itself included, with the versions that Node resolves. A client names most of
 * them by range: the same version of it, installed on another day, may write other bytes.
 *
 * @param manifest the package.json to begin with
 */
export function wirePackages(manifest: string): PackageVersions {
	const found = new Map<string, string>();
	const pending = [realpathSync(manifest)];
	const seen = new Set(pending);
	for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
		const { name, version, dependencies } = manifestOf(file) ?? {};
		const before = found.get(String(name));
		const own = String(version);
		found.set(String(name), before === undefined || before === own ? own : `${before}, ${own}`);
		for (const dependency of isJsonObject(dependencies) ? Object.keys(dependencies) : []) {
			if (!/^@(aws-sdk|smithy|aws-crypto)\//.test(dependency) || besideTheWire.test(dependency)) continue;
			const next = resolvedFrom(dirname(file), dependency);
			if (next !== undefined && !seen.has(next)) {
				seen.add(next);
				pending.push(next);
			}
		}
	}
	return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** As Node looks for a package: in node_modules of the folder, then of the one above. */
function resolvedFrom(folder: string, name: string): string | undefined {
	const file = join(folder, "node_modules", name, "package.json");
	if (existsSync(file)) return realpathSync(file);
	const parent = dirname(folder);
	return parent === folder ? undefined : resolvedFrom(parent, name);
}
