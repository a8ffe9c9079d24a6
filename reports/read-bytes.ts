import { open, readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ReportError } from "./report-error.ts";

/** A document, and never lines, may be packed. */
export const isPacked = (file: string): boolean => file.endsWith(".gz");

/** Bytes that a packed report may have when it is unpacked: a small file can unpack to more than there is memory. */
const mostUnpacked = 256 * 1024 * 1024;

/**
 * All that a file holds, unpacked where it is packed.
 *
 * @throws {ReportError} where it cannot be unpacked
 */
export async function readBytes(file: string): Promise<Buffer> {
	if (!isPacked(file)) return await readWhole(file);
	const packed = await readFile(file);
	try {
		return await promisify(gunzip)(packed, { maxOutputLength: mostUnpacked });
	} catch {
		throw new ReportError(file, "expected a report packed by gzip, of at most 256 MiB unpacked", "unpack it, and name that file");
	}
}

/** At once, which takes half the time that `readFile` takes; but not what has no size, as a pipe, or has grown. */
async function readWhole(file: string): Promise<Buffer> {
	const handle = await open(file);
	try {
		const { size } = await handle.stat();
		const { buffer, bytesRead } = size === 0 ? noBytes : await handle.read(Buffer.allocUnsafe(size), 0, size, 0);
		return bytesRead > 0 && bytesRead === size ? buffer : await handle.readFile();
	} finally {
		await handle.close();
	}
}

const noBytes = { buffer: Buffer.alloc(0), bytesRead: 0 };
