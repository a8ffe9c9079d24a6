import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import type { BuildFailure, Plugin } from "esbuild";
import { InputError } from "../scenario/problem.ts";

/**
 * Compiles one source as the build does, but without a look at its types; takes its output away where the source is gone. Throws an
 * InputError with what is wrong with it.
 */
export async function compileSource(source: string, output: string): Promise<void> {
	if (!existsSync(source)) return rm(output, { force: true });
	// Only a checkout has sources, and with them what compiles them.
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		...{ entryPoints: [source], bundle: true, plugins: [apart], write: false, logLevel: "silent" },
		...{ format: "esm", platform: "node", target: "es2022" },
	}).catch((error: unknown) => {
		throw isFailure(error) ? problemsOf(error, source) : error;
	});
	await mkdir(dirname(output), { recursive: true });
	await writeFile(output, outputFiles[0]?.contents ?? "");
}

/** Leaves every import where it is, under the name of what it is compiled to. */
const apart: Plugin = {
	name: "apart",
	setup: ({ onResolve }) =>
		onResolve({ filter: /^/ }, ({ kind, path }) =>
			kind === "entry-point" ? undefined : { path: path.replace(/^(\..*)\.ts$/, "$1.js"), external: true },
		),
};

const isFailure = (error: unknown): error is BuildFailure => error instanceof Error && "errors" in error;

const problemsOf = ({ errors }: BuildFailure, source: string): InputError =>
	new InputError(
		errors.map(({ location, text }) => ({
			file: relative(process.cwd(), source),
			at: { line: location?.line ?? 1, column: (location?.column ?? 0) + 1 },
			message: text,
		})),
	);
