import { createWriteStream, rmSync } from "node:fs";
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Writes a file so that a reader finds either what was there before or all of it: beside it first, and then in its place. What is no
 * plain file, as a pipe or a device, is written to as it is. Rejects with the system's error, and then leaves nothing behind.
 */
export async function writeWhole(path: string, chunks: AsyncIterable<string>): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const found = await stat(path).catch(() => undefined);
	if (found !== undefined && !found.isFile()) {
		await pipeline(Readable.from(chunks), createWriteStream(path));
		return;
	}
	// A link stays one; what it leads to is replaced.
	const target = found === undefined ? path : await realpath(path);
	const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
	const remove = () => rmSync(part, { force: true });
	// Also when a second signal ends the process in the middle.
	process.once("exit", remove);
	try {
		// Opened before anything is asked for, so that it is there to be removed.
		const file = await open(part, "w");
		await pipeline(Readable.from(chunks), file.createWriteStream());
		await rename(part, target);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	} finally {
		process.off("exit", remove);
	}
}
