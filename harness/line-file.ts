import type { Stats } from "node:fs";
import { type FileHandle, mkdir, mkdtemp, open, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { errorText, UnwrittenError } from "./unwritten.ts";

/** Where a line lies in its file, in bytes. */
export interface Span {
	readonly offset: number;
	readonly bytes: number;
}

/** A file that is written line by line while something goes on, and read again. */
export interface LineFile extends AsyncDisposable {
	/** Where what was written lies. */
	readonly path: string;
	/** Lines are written in the order of the calls. Rejects with an UnwrittenError when there is no place left to write to. */
	write(line: string): Promise<Span>;
	/** Reads a line that was written. */
	read(span: Span): Promise<string>;
	/** Sees to it that what was written is found under `path`, whatever has become of the folder. To be called once all is written. */
	settle(): Promise<void>;
}

/** What a line file needs of its surroundings. */
export interface LineFileOptions {
	/** Tells one line: where the rest goes, and why. */
	readonly tell: (line: string) => void;
	/** The folder that is written to when the file cannot be. */
	readonly spare?: () => Promise<string>;
	readonly openFile?: typeof open;
}

/** A folder among the temporary ones, made when it is first needed. */
export function spareFolder(): () => Promise<string> {
	let made: Promise<string> | undefined;
	return () => {
		made ??= mkdtemp(join(tmpdir(), "swf-conformance-kept-"));
		return made;
	};
}

/**
 * Opens a file anew. When it can no longer be written to, as on a full disk, what it holds is copied to the spare folder and goes on
 * there. Rejects with the system's error where it cannot be opened.
 */
export async function openLineFile(
	first: string,
	{ tell, spare = spareFolder(), openFile = open }: LineFileOptions,
): Promise<LineFile> {
	let path = first;
	let handle = await openFile(path, "w+");
	let size = 0;
	let isSpare = false;
	let queue: Promise<unknown> = Promise.resolve();

	/** Goes on in a copy under another path. */
	async function moveTo(next: string, flags: "w+" | "wx+"): Promise<void> {
		await mkdir(dirname(next), { recursive: true });
		const copy = await openFile(next, flags);
		try {
			await copyInto(copy);
		} catch (error) {
			await copy.close();
			await rm(next, { force: true });
			throw error;
		}
		await handle.close();
		[path, handle] = [next, copy];
	}

	async function copyInto(copy: FileHandle): Promise<void> {
		const piece = Buffer.alloc(1 << 16);
		for (let at = 0; at < size; ) {
			const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, size - at), at);
			if (bytesRead === 0) throw new Error(`${path} has become shorter`);
			await writeAll(copy, piece.subarray(0, bytesRead), at);
			at += bytesRead;
		}
	}

	async function moveToSpare(cause: unknown): Promise<void> {
		const [lost, own] = [path, await handle.stat()];
		try {
			if (isSpare) throw cause;
			await moveTo(join(await spare(), basename(first)), "w+");
			isSpare = true;
		} catch (error) {
			// What is half a line is of no use to anybody.
			await handle.truncate(size).catch(() => undefined);
			const also = error === cause ? "" : `; nor can ${tmpdir()} be written to: ${errorText(error)}`;
			throw new UnwrittenError(`${lost}: ${errorText(cause)}${also}. What was measured until then is in ${lost}`);
		}
		// Half of it in its old place would be taken for the whole; a device stays, and so does what is somebody else's.
		if (own.isFile() && isSame(own, await stat(lost).catch(() => undefined))) await rm(lost, { force: true });
		tell(`${lost}: ${errorText(cause)}; what is measured is kept in ${path}`);
	}

	async function append(bytes: Buffer): Promise<Span> {
		const offset = size;
		try {
			await writeAll(handle, bytes, offset);
		} catch (error) {
			await moveToSpare(error);
			await writeAll(handle, bytes, offset);
		}
		size += bytes.length;
		return { offset, bytes: bytes.length };
	}

	return {
		get path() {
			return path;
		},
		write(line) {
			const written = queue.then(() => append(Buffer.from(line)));
			queue = written.catch(() => undefined);
			return written;
		},
		async read({ offset, bytes }) {
			const line = Buffer.alloc(bytes);
			for (let at = 0; at < bytes; ) {
				const { bytesRead } = await handle.read(line, at, bytes - at, offset + at);
				if (bytesRead === 0) throw new Error(`${path} has become shorter`);
				at += bytesRead;
			}
			return line.toString("utf8");
		},
		async settle() {
			await queue;
			const [own, found] = await Promise.all([handle.stat(), stat(path).catch(() => undefined)]);
			if (isSame(own, found)) return;
			if (found === undefined && (await moveTo(path, "wx+").then(...kept))) return;
			await moveToSpare(new Error("it was taken away"));
		},
		async [Symbol.asyncDispose]() {
			await queue;
			await handle.close();
		},
	};
}

const isSame = (one: Stats, other: Stats | undefined): boolean => one.ino === other?.ino && one.dev === other.dev;

const kept = [() => true, () => false] as const;

/** A disk that is nearly full takes a part; the rest is refused when it is asked to take that. */
async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
	for (let done = 0; done < bytes.length; ) {
		const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
		if (bytesWritten === 0) throw new Error("it takes no more");
		done += bytesWritten;
	}
}
