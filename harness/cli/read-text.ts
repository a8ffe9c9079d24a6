import { readFile } from "node:fs/promises";
import { errorText } from "../unwritten.ts";
import { UsageError } from "./terminal.ts";

/**
 * The text of a file that somebody named on the command line.
 *
 * @param flag what it was named with, as `--expectations `, where it was no argument
 * @throws {UsageError} where it cannot be read
 */
export const readText = (file: string, flag = ""): Promise<string> =>
	readFile(file, "utf8").catch((error: unknown) => {
		throw new UsageError(`${flag}${file}: cannot be read, ${errorText(error)}`);
	});
