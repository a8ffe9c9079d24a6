import type { CaseReport } from "../../reports/report.ts";

type Judged = Pick<CaseReport, "verdict" | "level" | "findings" | "observations">;

/**
 * Whether a case tells a mutant from the model.
 *
 * A scored case must say so to everybody, by a verdict of `fail` or `warn`. A case of level MAY fails nobody: it catches what makes
 * it end or read otherwise than it does on the model.
 */
export function catches(onMutant: Judged, onModel: Judged): boolean {
	if (onModel.level !== "MAY") return onMutant.verdict === "fail" || onMutant.verdict === "warn";
	return told(onMutant) !== told(onModel);
}

/**
 * What an informational case has to say, without what differs from run to run and without what any case would say: information about
 * the responses is the same whatever the case is about.
 */
const told = ({ verdict, findings, observations }: Judged): string =>
	JSON.stringify([
		verdict,
		findings
			.filter(({ check, level }) => check === "expectations" || level !== "MAY")
			.map(({ clause, step, at }) => [clause, step, at]),
		observations.map(({ clause, step, reading }) => [clause, step, reading]),
	]);
