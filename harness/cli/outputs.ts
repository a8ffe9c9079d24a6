import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type LineFile, openLineFile, spareFolder } from "../line-file.ts";
import { errorText } from "../unwritten.ts";
import { type Terminal, UsageError } from "./terminal.ts";
import { fileOf, parseWantedReport, type WantedReport } from "./write-reports.ts";

/** Where a command writes to. */
export interface Outputs {
	readonly folder: string;
	/** None for the usual formats. */
	readonly wanted: readonly WantedReport[];
	/** The folder for what cannot be written where it should be. */
	readonly spare: () => Promise<string>;
	/** Opens a file of the folder that is written line by line. */
	readonly open: (name: string) => Promise<LineFile>;
}

/** Makes the folders that a command writes to. Throws a UsageError where it could not write a report at the end, before it begins. */
export async function prepareOutputs(
	{ out, report }: { readonly out: string; readonly report: readonly string[] },
	terminal: Terminal,
): Promise<Outputs> {
	const wanted = report.map(parseWantedReport);
	await refuseUnwritable(`--out ${out}`, out);
	for (const [index, each] of wanted.entries()) await refuseUnwritableFile(`--report ${report[index]}`, fileOf(each, out));
	const spare = spareFolder();
	return {
		folder: out,
		wanted,
		spare,
		open: (name) => openLineFile(join(out, name), { spare, tell: (line) => terminal.err(`swf-conformance: ${line}\n`) }),
	};
}

const refuse = (what: string, error: unknown): never => {
	throw new UsageError(`${what}: cannot be written to, ${errorText(error)}`);
};

async function refuseUnwritable(what: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true })
		.then(() => access(folder, constants.W_OK | constants.X_OK))
		.catch((error: unknown) => refuse(what, error));
}

async function refuseUnwritableFile(what: string, path: string): Promise<void> {
	const found = await stat(resolve(path)).catch(() => undefined);
	if (found?.isDirectory() === true) refuse(what, new Error("it is a folder; name a file"));
	if (found === undefined || found.isFile()) await refuseUnwritable(what, dirname(resolve(path)));
	else await access(path, constants.W_OK).catch((error: unknown) => refuse(what, error));
}
