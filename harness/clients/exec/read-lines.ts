import type { Readable } from "node:stream";

/**
 * Calls back for every line of a stream, whole and without its end. A text after the last line end is no line. Reading stops at a line that is too long:
 * what writes the stream must not be able to fill the memory.
 *
 * @param longest characters, roughly: bytes are counted
 */
export function readLines(stream: Readable, longest: number, line: (text: string) => void, tooLong: () => void): void {
	let begun: Buffer[] = [];
	let length = 0;
	stream.on("data", (chunk: Buffer) => {
		let from = 0;
		for (let end = chunk.indexOf(10); end >= 0 && length <= longest; end = chunk.indexOf(10, from)) {
			const text = Buffer.concat([...begun, chunk.subarray(from, end)]).toString("utf8");
			begun = [];
			length = 0;
			from = end + 1;
			line(text);
		}
		if (length > longest) return;
		length += chunk.length - from;
		begun.push(chunk.subarray(from));
		if (length <= longest) return;
		begun = [];
		tooLong();
	});
}
