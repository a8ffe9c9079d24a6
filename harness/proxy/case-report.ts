import type { CaseReport, Finding, Verdict } from "../../reports/report.ts";
import { reportExchange } from "../assemble-report.ts";
import type { Exchange } from "../evidence.ts";

/** Exchanges that show something, by their position among all that went by. */
export type Witnesses = ReadonlyMap<number, Exchange>;

/** What is said of a case beside its findings; its verdict is that without findings. */
export type Told = Pick<CaseReport, "id" | "clauses" | "replay" | "checks"> &
	Partial<Pick<CaseReport, "verdict" | "reason" | "durationMs">>;

/** A case of what went by. It has the exchanges that its findings point at, and no others. */
export function caseReport(told: Told, findings: readonly Finding[], witnesses: Witnesses): CaseReport {
	const shown = [...witnesses].filter(([position]) => findings.some(({ exchanges = [] }) => exchanges.includes(position)));
	const renumbered = new Map(shown.map(([position], index) => [position, index]));
	return {
		level: "MUST",
		observations: [],
		durationMs: 0,
		...told,
		verdict: verdictOf(findings, told.verdict),
		findings: findings.map((finding) => ({
			...finding,
			exchanges: (finding.exchanges ?? []).flatMap((position) => renumbered.get(position) ?? []),
		})),
		exchanges: shown.map(([, exchange]) => reportExchange(exchange)),
	};
}

/** A finding outweighs what else there is to say of a case, as it does of a scenario. */
function verdictOf(findings: readonly Finding[], otherwise: Verdict = "pass"): Verdict {
	if (findings.some(({ level }) => level === "MUST")) return "fail";
	return otherwise === "pass" && findings.some(({ level }) => level === "SHOULD") ? "warn" : otherwise;
}
