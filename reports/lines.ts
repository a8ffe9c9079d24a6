import { createReadStream } from "node:fs";

/** A line of a file, and where it lies there. */
export interface Line {
	/** Without its end. */
	readonly text: string;
	/** From 1. */
	readonly number: number;
	/** Bytes from the beginning of the file. */
	readonly offset: number;
	/** How long it is, without its end. */
	readonly bytes: number;
}

const lineBreak = 0x0a;

/** The lines of a file one by one, so that a file of any length takes the memory of its longest line. Empty ones are left out. */
export const linesOf = (file: string): AsyncIterable<Line> => linesIn(createReadStream(file, { highWaterMark: 1 << 18 }));

/** Likewise of what is read already, or as it is read. */
export async function* linesIn(chunks: Iterable<Buffer> | AsyncIterable<Buffer>): AsyncIterable<Line> {
	let [number, offset] = [0, 0];
	let begun: Buffer[] = [];
	const ended = (): readonly Line[] => {
		const bytes = Buffer.concat(begun);
		begun = [];
		number += 1;
		const line = { text: bytes.toString("utf8"), number, offset, bytes: bytes.length };
		offset += bytes.length + 1;
		return line.text.trim() === "" ? [] : [line];
	};
	for await (const chunk of chunks) {
		let from = 0;
		for (let end = chunk.indexOf(lineBreak); end !== -1; end = chunk.indexOf(lineBreak, from)) {
			begun.push(chunk.subarray(from, end));
			from = end + 1;
			yield* ended();
		}
		begun.push(chunk.subarray(from));
	}
	yield* ended();
}
