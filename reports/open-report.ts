import { open, readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { incoherenceOf } from "./coherence.ts";
import { type Line, linesOf } from "./lines.ts";
import { readReport, refuseOthers } from "./read-report.ts";
import { redactCase, redactEntry, redactFrame } from "./redact-report.ts";
import type { CaseEntry, CaseReport, Report, ReportClause, ReportSource } from "./report.ts";
import { ReportError } from "./report-error.ts";
import { frameOf, type ReportEnding, type ReportLine } from "./report-lines.ts";
import { byId, entryOf, sourceOf } from "./report-source.ts";
import { reportSchemas } from "./schemas.ts";
import { summarize } from "./summarize.ts";

type Of<Record extends ReportLine["record"]> = Extract<ReportLine, { readonly record: Record }>;

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

const readDocument = async (file: string): Promise<Report> =>
	readReport(isPacked(file) ? await unpacked(file) : await readFile(file, "utf8"), file);

/** A document, and never lines, may be packed. */
const isPacked = (file: string): boolean => file.endsWith(".gz");

/** Bytes that a packed report may have when it is unpacked: a small file can unpack to more than there is memory. */
const mostUnpacked = 256 * 1024 * 1024;

async function unpacked(file: string): Promise<string> {
	const packed = await readFile(file);
	try {
		return (await promisify(gunzip)(packed, { maxOutputLength: mostUnpacked })).toString("utf8");
	} catch {
		throw new ReportError(file, "expected a report packed by gzip, of at most 256 MiB unpacked", "unpack it, and name that file");
	}
}

async function hasLines(file: string): Promise<boolean> {
	if (isPacked(file)) return false;
	for await (const line of linesOf(file)) return parsed(line)?.record === "header";
	return false;
}

type Entry = CaseEntry & Pick<Line, "offset" | "bytes">;

async function openLines(file: string, partial: boolean): Promise<ReportSource> {
	const { line: problemOf } = await reportSchemas();
	const refuse = (number: number, problem: string, remedy = "take the report as the run wrote it"): never => {
		throw new ReportError(file, `line ${number}: ${problem}`, remedy);
	};
	let header: Of<"header"> | undefined;
	let footer: Of<"footer"> | undefined;
	let [last, isCut] = [0, false];
	const clauses = new Map<string, ReportClause>();
	const entries: Entry[] = [];
	for await (const line of linesOf(file)) {
		if (footer !== undefined) refuse(line.number, "there is more after the footer");
		// Only a last line may be half a line; what that means is told below.
		if (isCut) refuse(last, "not a line of a report");
		last = line.number;
		const record = parsed(line);
		isCut = record === undefined;
		if (record === undefined) continue;
		if (last === 1) refuseOthers(record, file);
		const problem =
			problemOf(record) ??
			((record.record === "header") === (header === undefined) ? undefined : "expected one header, and first");
		if (problem !== undefined) refuse(last, problem);
		if (record.record === "header") header = record;
		else if (record.record === "footer") footer = record;
		else if (record.record === "clause") clauses.set(record.clause.id, record.clause);
		else entries.push({ ...redactEntry(entryOf(record.case)), offset: line.offset, bytes: line.bytes });
	}
	if (header === undefined || (footer === undefined && !partial))
		return refuse(last, `the report ends without its footer: it was cut off after ${entries.length} cases`, whenCut);
	const sorted = entries.toSorted(byId);
	const ending = footer === undefined ? await endingOf(file, sorted) : withoutRecord(footer);
	const frame = frameOf(withoutRecord(header), [...clauses.values()], ending);
	const incoherence = incoherenceOf({ ...frame, cases: sorted });
	if (incoherence !== undefined) refuse(last, incoherence);
	return {
		frame: redactFrame(frame),
		...(footer === undefined ? { isCut: true } : {}),
		entries: sorted,
		async *cases(wanted = () => true) {
			const handle = await open(file);
			try {
				for (const entry of sorted) {
					if (!wanted(entry)) continue;
					const { buffer } = await handle.read(Buffer.alloc(entry.bytes), 0, entry.bytes, entry.offset);
					yield redactCase((JSON.parse(buffer.toString("utf8")) as Of<"case">).case);
				}
			} finally {
				await handle.close();
			}
		},
	};
}

const whenCut = "run it again, judge its evidence with `judge --partial`, or join what there is of shards with `merge --partial`";

/** What is known of the end of a run that nobody told of. */
const endingOf = async (file: string, entries: readonly CaseEntry[]): Promise<ReportEnding> => ({
	...{ ended: (await stat(file)).mtime.toISOString(), interrupted: true, summary: summarize(entries) },
});

function withoutRecord<Record extends Of<"header"> | Of<"footer">>({ record: _, ...rest }: Record): Omit<Record, "record"> {
	return rest;
}

function parsed({ text }: Line): ReportLine | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null && "record" in value ? (value as ReportLine) : undefined;
	} catch {
		return undefined;
	}
}
