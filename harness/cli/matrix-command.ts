import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { buildMatrix } from "../../reports/matrix/build-matrix.ts";
import { type MatrixFormat, matrixRenderers } from "../../reports/matrix/matrix-renderers.ts";
import { latestVersion, readCatalog } from "../profiles/catalog.ts";
import { errorText } from "../unwritten.ts";
import { loadOwnCorpus, packageRoot } from "./corpus.ts";
import { findReportFiles } from "./find-report-files.ts";
import { readProfiles } from "./read-profiles.ts";
import { openReportFile } from "./read-report-file.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface MatrixFlags {
	readonly format: MatrixFormat;
	/** Printed without it. */
	readonly out?: string;
	readonly profile: readonly string[];
}

/** `swf-conformance matrix`: reports beside one another. Whatever they say, it ends with 0. */
export async function matrixCommand(given: readonly string[], flags: MatrixFlags, terminal: Terminal): Promise<ExitCode> {
	const [corpus, files] = await Promise.all([loadOwnCorpus(), findReportFiles(given)]);
	const profiles = await readProfiles(flags.profile.length > 0 ? flags.profile : await usualProfiles(), corpus);
	const from = flags.out === undefined ? "." : dirname(flags.out);
	const inputs = await Promise.all(
		files.map(async (file) => ({ file, ...pageBeside(file, from), report: await openReportFile(file) })),
	);
	const pieces = matrixRenderers[flags.format](await buildMatrix(inputs, profiles));
	if (flags.out === undefined) for await (const piece of pieces) terminal.out(piece);
	else await written(flags.out, pieces);
	return exitCodes.fine;
}

/** All that are defined, as they were frozen last: what is published must not change by a case that is added. */
async function usualProfiles(): Promise<readonly string[]> {
	const catalog = await readCatalog(packageRoot);
	const version = latestVersion(catalog);
	return Object.keys(catalog.profiles).map((name) => (version === 0 ? name : `${name}@${version}`));
}

/** The page of a report, as seen from where the matrix is to be, if one lies beside the report. */
function pageBeside(file: string, from: string): { readonly page?: string } {
	const page = join(dirname(file), "report.html");
	if (!existsSync(page)) return {};
	return { page: relative(from, page).split(sep).map(encodeURIComponent).join("/") };
}

async function written(out: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
	try {
		await writeWhole(
			out,
			(async function* () {
				yield* pieces;
			})(),
		);
	} catch (error) {
		if (error instanceof Error && "syscall" in error)
			throw new UsageError(`--out ${out}: cannot be written, ${errorText(error)}`);
		throw error;
	}
}
