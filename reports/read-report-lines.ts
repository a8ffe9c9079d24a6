import { stat } from "node:fs/promises";
import { incoherenceOf } from "./coherence.ts";
import type { Line } from "./lines.ts";
import { refuseOthers } from "./read-report.ts";
import type { CaseReport, ReportClause, ReportFrame } from "./report.ts";
import { ReportError } from "./report-error.ts";
import { frameOf, type ReportEnding, type ReportLine } from "./report-lines.ts";
import { byId } from "./report-source.ts";
import { reportSchemas } from "./schemas.ts";
import { summarize } from "./summarize.ts";

type Of<Record extends ReportLine["record"]> = Extract<ReportLine, { readonly record: Record }>;

/** Whether it is a report line by line, and not one document. */
export async function areLines(lines: AsyncIterable<Line>): Promise<boolean> {
	for await (const line of lines) return parsed(line)?.record === "header";
	return false;
}

/**
 * Reads a report line by line, and keeps of it what is wanted.
 *
 * @param file for messages, and for when it was written to
 * @param partial whether lines that were cut off are taken, as a report that was interrupted when the file was last written to
 * @param keep what is to be kept of each case
 * @throws {ReportError} where it is none, of another format version, cut off, or contradicts itself
 */
export async function readReportLines<Kept extends Pick<CaseReport, "id" | "verdict" | "level">>(
	file: string,
	lines: AsyncIterable<Line>,
	partial: boolean,
	keep: (one: CaseReport, line: Line) => Kept,
): Promise<{ readonly frame: ReportFrame; readonly isCut: boolean; readonly cases: readonly Kept[] }> {
	const { line: problemOf } = await reportSchemas();
	const refuse = (number: number, problem: string, remedy = "take the report as the run wrote it"): never => {
		throw new ReportError(file, `line ${number}: ${problem}`, remedy);
	};
	let header: Of<"header"> | undefined;
	let footer: Of<"footer"> | undefined;
	let [last, isCut] = [0, false];
	const clauses = new Map<string, ReportClause>();
	const cases: Kept[] = [];
	for await (const line of lines) {
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
		else cases.push(keep(record.case, line));
	}
	if (header === undefined || (footer === undefined && !partial))
		return refuse(last, `the report ends without its footer: it was cut off after ${cases.length} cases`, whenCut);
	const sorted = cases.toSorted(byId);
	const ending = footer === undefined ? await endingOf(file, sorted) : withoutRecord(footer);
	const frame = frameOf(withoutRecord(header), [...clauses.values()], ending);
	const incoherence = incoherenceOf({ ...frame, cases: sorted });
	if (incoherence !== undefined) refuse(last, incoherence);
	return { frame, isCut: footer === undefined, cases: sorted };
}

const whenCut = "run it again, judge its evidence with `judge --partial`, or join what there is of shards with `merge --partial`";

/** What is known of the end of a run that nobody told of. */
const endingOf = async (file: string, cases: Parameters<typeof summarize>[0]): Promise<ReportEnding> => ({
	...{ ended: (await stat(file)).mtime.toISOString(), interrupted: true, summary: summarize(cases) },
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
