import type { CaseReport, Report, ReportClause, ReportFrame } from "./report.ts";

/** What is known of a report before the first case is played. */
export type ReportOpening = Omit<ReportFrame, keyof ReportEnding | "clauses">;

/** What is known after the last. */
export type ReportEnding = Pick<ReportFrame, "ended" | "interrupted" | "answers" | "unmet" | "profiles" | "summary">;

/**
 * One line of `report.ndjson`, the report as it is written while the run goes on: a header, each clause before the first case that names
 * it, each case when it ends, and a footer, without which the run was cut off. `specs/report-line.schema.json` is its published schema.
 */
export type ReportLine =
	| ({ readonly record: "header" } & ReportOpening)
	| { readonly record: "clause"; readonly clause: ReportClause }
	| { readonly record: "case"; readonly case: CaseReport }
	| ({ readonly record: "footer" } & ReportEnding);

/** The report that lines make up, but for its cases. */
export function frameOf(opening: ReportOpening, clauses: readonly ReportClause[], ending: ReportEnding): ReportFrame {
	const sorted = [...clauses].sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));
	const { summary, ...ended } = ending;
	return { ...opening, ...ended, summary, clauses: Object.fromEntries(sorted.map((clause) => [clause.id, clause])) };
}

/** A line as it is written, with its end. */
export const lineOf = (line: ReportLine): string => `${JSON.stringify(line)}\n`;

/** The clauses that a case names. */
export const clausesNamed = ({ clauses, findings, observations }: Report["cases"][number]): readonly string[] => [
	...new Set([...clauses, ...[...findings, ...observations].map(({ clause }) => clause)]),
];
