import type { CaseReport, Finding, ReportClause, ReportFrame } from "./report.ts";

/** How many findings of one case are shown; the JSON report has them all. */
export const mostFindings = 10;

/** Where a finding was made: `MUST expectations, step 3, executionInfo.closeStatus`. */
export const placeOf = ({ level, check, step, at }: Finding): string =>
	[`${level} ${check}`, ...(step === undefined ? [] : [`step ${step}`]), ...(at === undefined ? [] : [at])].join(", ");

/** The clauses that the findings of a case break, or, where there are none, those that it cites. */
export const clausesOf = ({ findings, clauses }: CaseReport): readonly string[] =>
	findings.length === 0 ? clauses : [...new Set(findings.slice(0, mostFindings).map(({ clause }) => clause))];

/** A clause by its id; absent if the report does not carry it. */
export const clauseOf = ({ clauses }: Pick<ReportFrame, "clauses">, id: string): ReportClause | undefined =>
	Object.hasOwn(clauses, id) ? clauses[id] : undefined;

/** Says how many findings are not shown; nothing if all are. */
export const moreFindings = ({ findings, moreFindings = 0 }: CaseReport): readonly string[] => {
	const more = findings.length + moreFindings - mostFindings;
	return more > 0 ? [`… ${more} more finding${more === 1 ? "" : "s"} in the JSON report`] : [];
};
