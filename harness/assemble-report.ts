import type { Profile } from "../reports/profiles/profile.ts";
import { profileOutcome } from "../reports/profiles/profile-outcome.ts";
import type { CaseReport, Report, ReportExchange, ReportSource } from "../reports/report.ts";
import type { ReportOpening } from "../reports/report-lines.ts";
import { suitesDigest } from "../reports/suites-digest.ts";
import type { Answers } from "./answers.ts";
import type { Evidence, Exchange } from "./evidence.ts";
import type { EvidenceHeader } from "./evidence-file.ts";
import { applyExpectations, type Found } from "./expectations/apply-expectations.ts";
import type { ExpectationsFile } from "./expectations/expectations-file.ts";
import { unmetEntries } from "./expectations/unmet-entries.ts";
import { judge, levelOfCase } from "./judge.ts";
import type { Plan } from "./plan.ts";
import type { Scenario } from "./scenario/scenario.ts";

/** What judging needs beside the evidence. */
export interface JudgeContext {
	readonly expectations: ExpectationsFile | undefined;
	/** YYYY-MM-DD */
	readonly today: string;
	/** Of the target, where it is known. */
	readonly version?: string;
	/** What the report is to say something of. */
	readonly profiles?: readonly Profile[];
	/** What the replay command names beside the case, as `--target … --client …`. */
	readonly replayOptions: string;
}

export function reportCase(scenario: Scenario, evidence: Evidence, context: JudgeContext): CaseReport {
	const { findings, observations, level, reached, ...judged } = judge(scenario, evidence);
	const { verdict, reason, expectedBy } = held({ ...judged, id: scenario.id, findings }, context);
	return {
		id: scenario.id,
		digest: scenario.digest,
		verdict,
		level,
		clauses: scenario.clauses,
		...(reason === undefined ? {} : { reason }),
		...(expectedBy === undefined ? {} : { expectedBy }),
		findings,
		observations,
		durationMs: evidence.durationMs,
		checks: { reached, declared: scenario.declaredChecks },
		replay: replay(scenario, context),
		exchanges: evidence.exchanges.map(reportExchange),
	};
}

const held = (found: Found, context: JudgeContext): Pick<CaseReport, "verdict" | "reason" | "expectedBy"> =>
	context.expectations === undefined ? found : { ...found, ...applyExpectations(found, context.expectations, context) };

/** What an ending report says of the expectations. */
export function unmetOf(
	{ entries }: Pick<ReportSource, "entries">,
	context: JudgeContext,
	scenarios: readonly Scenario[],
): Pick<Report, "unmet"> {
	if (context.expectations === undefined) return {};
	const ids = scenarios.map(({ id }) => id);
	const unmet = unmetEntries(context.expectations, entries, ids, context);
	return unmet.length === 0 ? {} : { unmet };
}

/** Likewise of what the answers said of the target. */
export function answersOf(answers: Answers): Pick<Report, "answers"> {
	const told = answers.told();
	return told === undefined ? {} : { answers: told };
}

/** What an ending report says of the profiles that were asked for. */
export const profilesOf = (
	{ entries }: Pick<ReportSource, "entries">,
	{ profiles = [] }: JudgeContext,
): Pick<Report, "profiles"> =>
	profiles.length === 0 ? {} : { profiles: profiles.map((profile) => profileOutcome(profile, entries)) };

/** The command that plays only this case again. */
const replay = ({ id }: Scenario, { replayOptions }: JudgeContext) => `swf-conformance run ${id}${replayOptions}`;

export const reportUnplayed = ({ scenario, verdict, reason }: Plan["skip"][number], context: JudgeContext): CaseReport => ({
	id: scenario.id,
	digest: scenario.digest,
	level: levelOfCase(scenario),
	clauses: scenario.clauses,
	...held({ id: scenario.id, verdict, reason, findings: [] }, context),
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

/** What a report says of the run as a whole, as far as that is known before the first case is played. */
export interface ReportAbout {
	readonly header: EvidenceHeader;
	readonly expectations: ExpectationsFile | undefined;
	/** The scenarios that the cases belong to, for the digest of the suites where the header has none. */
	readonly scenarios: readonly Scenario[];
}

export const reportOpening = ({ header, expectations, scenarios }: ReportAbout): ReportOpening => ({
	report: "swf-conformance",
	format: 1,
	kit: { version: header.kit, node: process.versions.node, suites: header.suites ?? suitesDigest(scenarios) },
	target: header.target,
	client: header.client,
	clock: header.clock,
	...(header.command === undefined ? {} : { command: header.command }),
	...(header.shard === undefined ? {} : { shard: header.shard }),
	started: header.started,
	...(expectations === undefined ? {} : { expectations: expectations.file, expectationsDigest: expectations.digest }),
});
