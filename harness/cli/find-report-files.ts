import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { packageRoot } from "./corpus.ts";
import { UsageError } from "./terminal.ts";

/** In a folder that holds a report in several forms the first of these is read. */
const names = ["report.json", "report.json.gz", "report.ndjson"];

const published = join("reports", "published");

/**
 * The reports that somebody names: files, or folders that are searched for them; what is published without any.
 *
 * @throws {UsageError} where a name leads to none
 */
export async function findReportFiles(given: readonly string[]): Promise<readonly string[]> {
	const paths = given.length > 0 ? given : [existsSync(published) ? published : join(packageRoot, published)];
	const found = await Promise.all(paths.map(reportsAt));
	return [...new Set(found.flat())];
}

async function reportsAt(path: string): Promise<readonly string[]> {
	const kind = await stat(path).catch(() => undefined);
	// What is not there is told by whoever reads it.
	if (kind?.isDirectory() !== true) {
		if (kind === undefined && path.endsWith(published))
			throw new UsageError("no report is named, and none is published here; name some");
		return [path];
	}
	const folders = new Map<string, string[]>();
	for (const entry of await readdir(path, { recursive: true, withFileTypes: true }))
		if (entry.isFile() && names.includes(entry.name))
			folders.set(entry.parentPath, [...(folders.get(entry.parentPath) ?? []), entry.name]);
	if (folders.size === 0) throw new UsageError(`${path}: expected ${names.join(", ")} somewhere in this folder; name a report`);
	return [...folders].map(([folder, its]) => join(folder, names.find((name) => its.includes(name)) ?? "")).sort();
}
