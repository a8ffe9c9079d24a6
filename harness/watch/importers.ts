import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Which sources import which, kept up to date. */
export interface Importers {
	/** Reads sources anew; one that is gone imports nothing. */
	take(paths: readonly string[]): Promise<void>;
	/**
	 * What a change of a source can reach: what the tables of operations and decisions list, as `operations/start-workflow-execution`,
	 * or `everything`, where it is used elsewhere too.
	 */
	reachOf(path: string): ReadonlySet<string> | "everything";
}

/** @param model the folder of the model's sources */
export function createImporters(model: string): Importers {
	const imports = new Map<string, readonly string[]>();
	const isTable = (path: string) => path === join(model, "operations.ts") || path === join(model, "decisions.ts");
	/** What a table lists the source as, if one does. */
	const rowOf = (path: string): string | undefined => {
		const isListed = [...imports].some(([importer, all]) => isTable(importer) && all.includes(path));
		return isListed ? path.slice(model.length + 1).replace(/\.ts$/, "") : undefined;
	};
	return {
		async take(paths) {
			const read = paths.map(async (path) => imports.set(path, importsIn(await readFile(path, "utf8").catch(() => ""), path)));
			await Promise.all(read);
		},
		reachOf(path) {
			const rows = new Set<string>();
			const seen = new Set([path]);
			// Grows while it is gone through.
			for (const each of seen) {
				if (isTable(each) || !each.startsWith(model)) return "everything";
				const row = rowOf(each);
				if (row !== undefined) rows.add(row);
				for (const [importer, all] of imports)
					if (all.includes(each) && !(isTable(importer) && row !== undefined)) seen.add(importer);
			}
			return rows;
		},
	};
}

/** What a source imports of its own kind; types are gone when it is played. */
const importsIn = (text: string, path: string): readonly string[] =>
	[...text.matchAll(/^(?:import|export) (?!type\b)[^;]*?from "(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm)].map((found) =>
		join(dirname(path), found[1] ?? found[2] ?? ""),
	);
