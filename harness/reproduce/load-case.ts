import { linesOf } from "../../reports/lines.ts";
import { redactReport } from "../../reports/redact-report.ts";
import { reportCase } from "../assemble-report.ts";
import { readReportFile } from "../cli/read-report-file.ts";
import { replayOptions } from "../cli/replay-options.ts";
import { UsageError } from "../cli/terminal.ts";
import { wireClients } from "../clients/wire.ts";
import type { Evidence } from "../evidence.ts";
import { createEvidenceReader, type EvidenceHeader } from "../evidence-file.ts";
import { reportClause } from "../report-log.ts";
import { run } from "../run.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { openMock } from "../targets/mock.ts";
import type { RecordedCase } from "./recorded-case.ts";

/** A case of a report. */
export async function caseOfReport(id: string, file: string, { scenarios }: Corpus): Promise<RecordedCase> {
	const report = await readReportFile(file);
	const found = report.cases.find((each) => each.id === id);
	if (found === undefined) throw noSuchCase(id, file, report.cases);
	const { cases, target, client, kit, clauses } = redactReport({ ...report, cases: [found] });
	const [one = found] = cases;
	const scenario = scenarios.find((each) => each.id === id && (one.digest === undefined || one.digest === each.digest));
	return { one, target, client, kit: kit.version, clauses, isModel: false, ...(scenario === undefined ? {} : { scenario }) };
}

/** A case of recorded evidence, judged anew. */
export async function caseOfEvidence(id: string, file: string, corpus: Corpus): Promise<RecordedCase> {
	const reader = createEvidenceReader(file);
	let found: Evidence | undefined;
	const ids: { readonly id: string }[] = [];
	for await (const line of linesOf(file)) {
		const evidence = reader.take(line);
		if (evidence?.id === id) found = evidence;
		else if (evidence !== undefined) ids.push({ id: evidence.id });
	}
	// One case is enough, also of a run that was killed.
	const { header } = reader.end({ partial: true });
	if (found === undefined) throw noSuchCase(id, file, ids);
	const scenario = corpus.scenarios.find((each) => each.id === id);
	if (scenario === undefined || scenario.digest !== found.digest)
		throw new UsageError(
			`${file}: the scenario ${id} has changed since, or is none of these suites; name the report of the run instead, --report report.json`,
		);
	return judgedCase(scenario, found, { header, clauses: corpus.vocabulary.clauses, isModel: false });
}

/** A case as the model plays it: what is sent, and what is answered by the book. */
export async function caseOfModel(id: string, corpus: Corpus, version: string, interrupt: AbortSignal): Promise<RecordedCase> {
	const scenario = corpus.scenarios.find((each) => each.id === id);
	if (scenario === undefined) throw noSuchCase(id, "the suites", corpus.scenarios);
	const target = await openMock();
	const kind = wireClients();
	const seen: Evidence[] = [];
	try {
		const played = (_: Scenario, evidence: Evidence) => void seen.push(evidence);
		await run([scenario], target, kind, { concurrency: 1, patience: 1, interrupt, now: () => performance.now(), played });
	} finally {
		kind.dispose();
		await target[Symbol.asyncDispose]();
	}
	const [evidence] = seen;
	if (evidence === undefined) throw new UsageError(`${id} was not played: interrupted`);
	const header: EvidenceHeader = {
		...{ evidence: "swf-conformance", format: 1, kit: version, clock: target.clock, started: new Date().toISOString() },
		target: { name: target.name, endpoint: target.endpoint, region: target.region },
		client: { name: kind.name, version: kind.version },
	};
	return judgedCase(scenario, evidence, { header, clauses: corpus.vocabulary.clauses, isModel: true });
}

/** What evidence is judged with. */
export interface Judged {
	readonly header: EvidenceHeader;
	readonly clauses: Corpus["vocabulary"]["clauses"];
	readonly isModel: boolean;
}

/** What was recorded of a case, judged. */
export function judgedCase(scenario: Scenario, evidence: Evidence, { header, clauses, isModel }: Judged): RecordedCase {
	const { target, client, kit } = header;
	const one = reportCase(scenario, evidence, {
		...{ expectations: undefined, today: header.started.slice(0, 10) },
		replayOptions: replayOptions(target.name, client.name),
	});
	const cited = [...one.clauses, ...one.findings.map(({ clause }) => clause)].flatMap((id) => clauses.get(id) ?? []);
	const exchanges = one.exchanges.map((exchange, position) => {
		const input = evidence.exchanges[position]?.input;
		return { ...exchange, ...(input === undefined ? {} : { input }) };
	});
	return {
		...{ one: { ...one, exchanges }, target, client, kit, scenario, isModel },
		clauses: Object.fromEntries(cited.map((clause) => [clause.id, reportClause(clause)])),
	};
}

const noSuchCase = (id: string, where: string, cases: readonly { readonly id: string }[]): UsageError =>
	new UsageError(
		`there is no case ${id} in ${where}.${didYouMean(
			id,
			cases.map((each) => each.id),
		)}`,
	);
