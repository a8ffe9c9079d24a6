import { InputError, type Problem } from "../scenario/problem.ts";
import { type Checkout, staleSources } from "./checkout.ts";
import { compileSource } from "./compile-source.ts";
import { createImporters } from "./importers.ts";

/** The kit's own sources, compiled as they change. */
export interface WatchedSources {
	/** What is wrong with them at the moment. */
	problems(): readonly Problem[];
	/** Takes in sources that changed, came or went. Whether a case that used these parts of the model may be affected; of one that was never played nobody knows. */
	take(paths: readonly string[]): Promise<(uses: readonly string[] | undefined) => boolean>;
}

/** Compiles what changed since it was compiled. */
export async function openWatchedSources(checkout: Checkout): Promise<WatchedSources> {
	const importers = createImporters(checkout.model);
	const wrong = new Map<string, readonly Problem[]>();
	const compile = async (path: string) => {
		try {
			await compileSource(path, checkout.outputOf(path));
			wrong.delete(path);
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			wrong.set(path, error.problems);
		}
	};
	const [stale, sources] = await Promise.all([staleSources(checkout), checkout.sources()]);
	await Promise.all([...stale.map(compile), importers.take(sources)]);
	return {
		problems: () => [...wrong.values()].flat(),
		async take(paths) {
			// What it reached before counts too: it may be gone from there.
			const before = paths.map(importers.reachOf);
			await Promise.all([...paths.map(compile), importers.take(paths)]);
			const reached = [...before, ...paths.map(importers.reachOf)];
			return (uses) =>
				uses === undefined || reached.some((reach) => reach === "everything" || uses.some((use) => reach.has(use)));
		},
	};
}
