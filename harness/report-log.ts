import { redactCase, redactFrame } from "../reports/redact-report.ts";
import type { CaseEntry, CaseReport, ReportClause, ReportFrame, ReportSource } from "../reports/report.ts";
import { clausesNamed, frameOf, lineOf, type ReportOpening } from "../reports/report-lines.ts";
import { byId, entryOf } from "../reports/report-source.ts";
import { summarize } from "../reports/summarize.ts";
import { withinRoom } from "../reports/within-room.ts";
import type { Clause } from "../specs/clause.ts";
import type { LineFile, Span } from "./line-file.ts";

/** A report that is written line by line while cases end; in memory it keeps what counts and finds them, and nothing that a target sent. */
export interface ReportLog {
	/** Rejects with an UnwrittenError when there is no place left to write to. */
	add(one: CaseReport): Promise<void>;
	/** Writes the footer, after which the file is whole. */
	end(ending: RunEnding): Promise<void>;
	/** The report of the cases there are, which are read from the file whenever they are rendered. */
	report(ending: RunEnding): ReportSource;
}

type RunEnding = Pick<ReportFrame, "ended" | "interrupted" | "answers" | "unmet" | "profiles">;

/** Begins a report with its header. */
export async function openReportLog(
	file: LineFile,
	given: ReportOpening,
	clauses: ReadonlyMap<string, Clause>,
): Promise<ReportLog> {
	const opening = redactFrame(given);
	const entries: (CaseEntry & Span)[] = [];
	const named = new Map<string, ReportClause>();
	let held = 0;
	await file.write(lineOf({ record: "header", ...opening }));
	return {
		async add(one) {
			const small = withinRoom(redactCase(one), held);
			const fresh = clausesNamed(small)
				.flatMap((id) => (named.has(id) ? [] : (clauses.get(id) ?? [])))
				.map(reportClause);
			for (const clause of fresh) named.set(clause.id, clause);
			const before = fresh.map((clause) => lineOf({ record: "clause", clause })).join("");
			const line = lineOf({ record: "case", case: small });
			held += line.length;
			// In one piece: each piece that is written takes time, however short it is.
			const { offset, bytes } = await file.write(before + line);
			const more = Buffer.byteLength(before);
			entries.push({ ...entryOf(small), offset: offset + more, bytes: bytes - more });
		},
		async end(ending) {
			await file.write(lineOf({ record: "footer", ...ending, summary: summarize(entries) }));
		},
		report(ending) {
			const sorted = entries.toSorted(byId);
			return {
				frame: frameOf(opening, [...named.values()], { ...ending, summary: summarize(sorted) }),
				entries: sorted,
				async *cases(wanted = () => true) {
					for (const entry of sorted) if (wanted(entry)) yield caseIn(await file.read(entry));
				},
			};
		},
	};
}

/** A clause as a report carries it. */
export const reportClause = ({ id, text, sources, standing, level }: Clause): ReportClause => ({
	id,
	text,
	sources,
	standing,
	level,
});

const caseIn = (line: string): CaseReport => (JSON.parse(line) as { readonly case: CaseReport }).case;
