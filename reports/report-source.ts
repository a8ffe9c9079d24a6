import { redactCase, redactEntry, redactFrame } from "./redact-report.ts";
import type { CaseEntry, CaseReport, Report, ReportSource } from "./report.ts";

/** A report that is in memory as a whole, without its secrets. */
export function sourceOf({ cases, ...frame }: Report): ReportSource {
	const sorted = cases.toSorted(byId).map((one) => ({ one, entry: redactEntry(entryOf(one)) }));
	return {
		frame: redactFrame(frame),
		entries: sorted.map(({ entry }) => entry),
		async *cases(wanted = () => true) {
			for (const { one, entry } of sorted) if (wanted(entry)) yield redactCase(one);
		},
	};
}

/** What is kept of a case. */
export const entryOf = ({
	id,
	digest,
	verdict,
	level,
	durationMs,
	expectedBy,
	findings,
	observations,
}: CaseReport): CaseEntry => ({
	id,
	...(digest === undefined ? {} : { digest }),
	...{ verdict, level, durationMs },
	...(expectedBy === undefined ? {} : { expectedBy }),
	...{ findings: findings.length, observations: observations.length },
});

/** The order of cases in a report: by id, and the same on every machine. */
export const byId = ({ id: one }: Pick<CaseReport, "id">, { id: other }: Pick<CaseReport, "id">): number =>
	one < other ? -1 : one > other ? 1 : 0;
