import { createHash } from "node:crypto";
import type { CaseReport, Report, ReportClause, ReportExchange } from "../reports/report.ts";
import { summarize } from "../reports/summarize.ts";
import type { Clause } from "../specs/clause.ts";
import type { Evidence, Exchange } from "./evidence.ts";
import type { EvidenceHeader } from "./evidence-file.ts";
import { applyExpectations, type ExpectationsFile } from "./expectations-file.ts";
import { judge, levelOfCase } from "./judge.ts";
import type { Plan } from "./plan.ts";
import type { Scenario } from "./scenario/scenario.ts";

/** What judging needs beside the evidence. */
export interface JudgeContext {
	readonly expectations: ExpectationsFile | undefined;
	/** YYYY-MM-DD */
	readonly today: string;
	/** What the replay command names beside the case, as `--target … --client …`. */
	readonly replayOptions: string;
}

export function reportCase(scenario: Scenario, evidence: Evidence, context: JudgeContext): CaseReport {
	const { findings, observations, level, reached, ...judged } = judge(scenario, evidence);
	const { verdict, reason } =
		context.expectations === undefined
			? judged
			: { ...judged, ...applyExpectations(scenario.id, judged.verdict, context.expectations, context.today) };
	return {
		id: scenario.id,
		digest: scenario.digest,
		verdict,
		level,
		clauses: scenario.clauses,
		...(reason === undefined ? {} : { reason }),
		findings,
		observations,
		durationMs: evidence.durationMs,
		checks: { reached, declared: scenario.declaredChecks },
		replay: replay(scenario, context),
		exchanges: evidence.exchanges.map(reportExchange),
	};
}

/** The command that plays only this case again. */
const replay = ({ id }: Scenario, { replayOptions }: JudgeContext) => `swf-conformance run ${id}${replayOptions}`;

export const reportUnplayed = ({ scenario, verdict, reason }: Plan["skip"][number], context: JudgeContext): CaseReport => ({
	id: scenario.id,
	digest: scenario.digest,
	verdict,
	level: levelOfCase(scenario),
	clauses: scenario.clauses,
	reason,
	findings: [],
	observations: [],
	durationMs: 0,
	checks: { reached: 0, declared: scenario.declaredChecks },
	replay: replay(scenario, context),
	exchanges: [],
});

export const reportExchange = ({
	step,
	operation,
	sentAfterMs,
	durationMs,
	request,
	response,
	outcome,
}: Exchange): ReportExchange => ({
	step,
	operation,
	sentAfterMs,
	durationMs,
	request,
	...(response === undefined ? {} : { response }),
	...("problem" in outcome ? { problem: outcome.problem } : {}),
});

const reportClause = ({ id, text, sources, standing, level }: Clause): ReportClause => ({ id, text, sources, standing, level });

/** Everything a report says that is not about one case. */
export interface ReportFrame {
	readonly header: EvidenceHeader;
	readonly ended: string;
	readonly interrupted: boolean;
	readonly expectations: ExpectationsFile | undefined;
	readonly clauses: ReadonlyMap<string, Clause>;
	/** The scenarios that the cases belong to, for the digest of the suites. */
	readonly scenarios: readonly Scenario[];
}

/** The digest by which two reports are known to be about the same suites. */
const suitesDigest = (scenarios: readonly Scenario[]): string => {
	const hash = createHash("sha256");
	for (const { id, digest } of [...scenarios].sort((one, other) => compare(one.id, other.id))) hash.update(`${id} ${digest}\n`);
	return hash.digest("hex").slice(0, 16);
};

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

export function assembleReport(cases: readonly CaseReport[], frame: ReportFrame): Report {
	const { header, ended, interrupted, expectations, clauses, scenarios } = frame;
	const sorted = [...cases].sort((one, other) => compare(one.id, other.id));
	const cited = [
		...new Set(sorted.flatMap(({ clauses, findings }) => [...clauses, ...findings.map(({ clause }) => clause)])),
	].sort();
	return {
		report: "swf-conformance",
		format: 1,
		kit: { version: header.kit, node: process.versions.node, suites: suitesDigest(scenarios) },
		target: header.target,
		client: header.client,
		clock: header.clock,
		started: header.started,
		ended,
		interrupted,
		...(expectations === undefined ? {} : { expectations: expectations.file }),
		summary: summarize(sorted),
		clauses: Object.fromEntries(
			cited.flatMap((id) => {
				const clause = clauses.get(id);
				return clause === undefined ? [] : [[id, reportClause(clause)]];
			}),
		),
		cases: sorted,
	};
}
