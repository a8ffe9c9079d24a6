import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** The kit's own sources, where it is played from a clone of its repository; a package has none. */
export interface Checkout {
	readonly model: string;
	/** Folders that have sources. */
	readonly trees: readonly string[];
	isSource(path: string): boolean;
	/** What a source is compiled to. */
	outputOf(source: string): string;
	sources(): Promise<readonly string[]>;
}

/** What no play needs. */
const aside = /\.test(-d)?\.ts$|\.d\.ts$|\/(fixtures|provocations|examples|hostile|mutants|bench)\/|\/generate-[\w-]+\.ts$/;

/**
 * @param root the folder of the package
 * @param compiled the folder of its compiled code; absent where the sources are played as they are
 */
export function findCheckout(root: string, compiled: string | undefined): Checkout | undefined {
	const model = join(root, "specs", "model");
	if (compiled === undefined || !existsSync(join(model, "model.ts"))) return undefined;
	const trees = ["specs", "harness", "reports"].map((name) => join(root, name)).filter((tree) => existsSync(tree));
	const isSource = (path: string) => path.endsWith(".ts") && !aside.test(path.split(sep).join("/"));
	return {
		...{ model, trees, isSource },
		outputOf: (source) => join(compiled, relative(root, source)).replace(/\.ts$/, ".js"),
		async sources() {
			const found = await Promise.all(
				trees.map(async (tree) => (await readdir(tree, { recursive: true })).map((path) => join(tree, path))),
			);
			return found.flat().filter(isSource);
		},
	};
}

/** The sources that were changed after they were compiled, or never were. */
export async function staleSources(checkout: Checkout): Promise<readonly string[]> {
	const sources = await checkout.sources();
	const stale = await Promise.all(
		sources.map(async (source) => {
			const output = await stat(checkout.outputOf(source)).catch(() => undefined);
			return output === undefined || (await stat(source)).mtimeMs > output.mtimeMs ? [source] : [];
		}),
	);
	return stale.flat();
}
