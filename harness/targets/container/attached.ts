import { PassThrough, type Readable } from "node:stream";
import type { Dockerode } from "./leftovers.ts";

/** Everything that a container prints from here on, errors among it; ends when it can print no more. */
export async function outputOf(dockerode: Dockerode, id: string): Promise<Readable> {
	const attached = await dockerode.getContainer(id).attach({ stream: true, stdout: true, stderr: true });
	const output = new PassThrough();
	dockerode.modem.demuxStream(attached, output, output);
	// What reads it slowly must slow the container down, not fill the memory.
	attached.on("data", () => {
		if (!output.writableNeedDrain) return;
		attached.pause();
		output.once("drain", () => attached.resume());
	});
	for (const end of ["end", "close", "error"]) attached.once(end, () => output.end());
	return output;
}
