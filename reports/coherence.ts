import { isDeepStrictEqual } from "node:util";
import type { CaseReport, ReportFrame } from "./report.ts";
import { summarize } from "./summarize.ts";
import { shortened, visibleLine } from "./visible.ts";

/** What a report that fits the schema says against itself, if it does: figures are worth only what the cases bear out. */
export function incoherenceOf({
	cases,
	clauses,
	summary,
}: Pick<ReportFrame, "clauses" | "summary"> & {
	readonly cases: readonly Pick<CaseReport, "id" | "verdict" | "level">[];
}): string | undefined {
	const ids = new Set<string>();
	for (const { id } of cases) {
		if (ids.has(id)) return `the case ${named(id)} occurs more than once`;
		ids.add(id);
	}
	const misplaced = Object.entries(clauses).find(([id, clause]) => clause.id !== id);
	if (misplaced !== undefined) return `the clause under ${named(misplaced[0])} calls itself ${named(misplaced[1].id)}`;
	return isDeepStrictEqual(rounded(summary), rounded(summarize(cases))) ? undefined : "its summary is not that of its cases";
}

const named = (id: string): string => shortened(visibleLine(id), 100);

/** Other writers may keep fewer digits of a share. */
const rounded = (value: unknown): unknown => {
	if (typeof value === "number") return Math.round(value * 1_000) / 1_000;
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, rounded(member)]));
};
