import { open } from "node:fs/promises";
import { type Line, linesIn, linesOf } from "./lines.ts";
import { isPacked, readBytes } from "./read-bytes.ts";
import { readReport } from "./read-report.ts";
import { areLines, readReportLines } from "./read-report-lines.ts";
import { redactCase, redactEntry, redactFrame } from "./redact-report.ts";
import type { CaseEntry, CaseReport, Report, ReportSource } from "./report.ts";
import { ReportError } from "./report-error.ts";
import { entryOf, sourceOf } from "./report-source.ts";
import { withoutExchanges } from "./without-exchanges.ts";

/**
 * Opens a report that anybody may have written: one document, or the lines of `report.ndjson`, of which only one case at a time is in
 * memory.
 *
 * @param options.partial whether lines that were cut off are taken, as a report that was interrupted when the file was last written to
 * @throws {ReportError} where it is neither, of another format version, cut off, or contradicts itself.
 */
export const openReport = async (file: string, { partial } = { partial: false }): Promise<ReportSource> =>
	(await hasLines(file)) ? openLines(file, partial) : sourceOf(await readDocument(file));

/** Likewise, with all of its cases in memory; a document is as it stands in the file, secrets and all. */
export async function loadReport(file: string): Promise<Report> {
	if (!(await hasLines(file))) return readDocument(file);
	const { frame, cases } = await openLines(file, false);
	const all: CaseReport[] = [];
	for await (const one of cases()) all.push(one);
	return { ...frame, cases: all };
}

/** Likewise, but for the exchanges of its cases, of which there are none: for who compares verdicts and findings. */
export async function loadWithoutExchanges(file: string): Promise<Report> {
	const bytes = withoutExchanges(await readBytes(file));
	try {
		if (!(await areLines(linesIn([bytes])))) return await readReport(bytes.toString("utf8"), file);
		const { frame, cases } = await readReportLines(file, linesIn([bytes]), false, (one) => one);
		return { ...frame, cases };
	} catch (error) {
		if (!(error instanceof ReportError)) throw error;
		// What is wrong, and where, is told of the file as it is.
		return loadReport(file);
	}
}

const readDocument = async (file: string): Promise<Report> => readReport((await readBytes(file)).toString("utf8"), file);

const hasLines = async (file: string): Promise<boolean> => !isPacked(file) && areLines(linesOf(file));

type Entry = CaseEntry & Pick<Line, "offset" | "bytes">;

async function openLines(file: string, partial: boolean): Promise<ReportSource> {
	const { frame, isCut, cases } = await readReportLines(file, linesOf(file), partial, (one, { offset, bytes }): Entry => {
		return { ...redactEntry(entryOf(one)), offset, bytes };
	});
	return {
		frame: redactFrame(frame),
		...(isCut ? { isCut } : {}),
		entries: cases,
		async *cases(wanted = () => true) {
			const handle = await open(file);
			try {
				for (const entry of cases) {
					if (!wanted(entry)) continue;
					const { buffer } = await handle.read(Buffer.alloc(entry.bytes), 0, entry.bytes, entry.offset);
					yield redactCase((JSON.parse(buffer.toString("utf8")) as { readonly case: CaseReport }).case);
				}
			} finally {
				await handle.close();
			}
		},
	};
}
