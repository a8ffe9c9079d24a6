import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { redactText } from "../../../reports/redact.ts";
import { visibleLine } from "../../../reports/visible.ts";

/** What a container printed: kept in a file without secrets, and the end of it in memory. */
export interface ContainerLog {
	readonly file: string;
	/** Reads everything that is printed; ends when nothing more can come. */
	follow(output: Readable): Promise<void>;
	/** Ends when a line with the awaited text was printed; never, if none is. */
	readonly heard: Promise<void>;
	/** The last lines, oldest first. */
	last(): readonly string[];
	close(): Promise<void>;
}

const keptLines = 20;
/** Characters of one line, and of all lines in the file: a container may print without end. */
const longestLine = 16_384;
const longestFile = 16 * 1024 * 1024;

/**
 * @param secrets what must not get into the file, beside what looks like one
 * @param awaited a text that somebody waits for
 */
export async function openContainerLog(file: string, secrets: readonly string[], awaited?: string): Promise<ContainerLog> {
	await mkdir(dirname(file), { recursive: true });
	const stream = createWriteStream(file);
	await once(stream, "open");
	// A full disk must not end the run.
	stream.on("error", () => undefined);
	const kept: string[] = [];
	let hear: () => void = () => undefined;
	const heard = new Promise<void>((resolve) => {
		hear = resolve;
	});
	let written = 0;
	const take = (line: string) => {
		if (awaited !== undefined && line.includes(awaited)) hear();
		const shown = redactText(visibleLine(stripVTControlCharacters(line).replaceAll("\t", "    ")), secrets);
		kept.push(shown);
		if (kept.length > keptLines) kept.shift();
		if (written > longestFile) return;
		written += shown.length + 1;
		stream.write(written > longestFile ? "… what it printed later was left out\n" : `${shown}\n`);
	};
	return {
		file,
		heard,
		async follow(output) {
			for await (const line of linesOf(output)) {
				take(line);
				// Called when everything before it was written, or could not be.
				if (stream.writableNeedDrain) await new Promise<unknown>((written) => stream.write("", written));
			}
		},
		last: () => kept,
		close: () => new Promise((closed) => (stream.destroyed ? closed() : stream.end(closed))),
	};
}

async function* linesOf(output: Readable): AsyncGenerator<string> {
	let rest = "";
	for await (const chunk of output.setEncoding("utf8")) {
		const lines = `${rest}${String(chunk)}`.split(/\r?\n/);
		rest = lines.pop() ?? "";
		yield* lines.map((line) => line.slice(0, longestLine));
		rest = rest.slice(0, longestLine);
	}
	if (rest !== "") yield rest;
}
