import { existsSync } from "node:fs";

/**
 * A file of the package that is no code, by its path there. It lies above this file both in the sources and in `dist/`.
 *
 * @throws where the package is not whole
 */
export function packageFile(path: string, from = new URL("./", import.meta.url)): URL {
	const file = new URL(path, from);
	if (existsSync(file)) return file;
	const parent = new URL("../", from);
	if (parent.href === from.href) throw new Error(`${path} is missing; install swf-conformance again`);
	return packageFile(path, parent);
}
