import type { ReportSource } from "../../reports/report.ts";
import { areaOf } from "../../specs/clause.ts";
import { clausesExpected, figures, isTested, type LedgerEntry, ledger } from "../ledger.ts";
import { rules } from "../rules.ts";
import { didYouMean } from "../scenario/problem.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { loadOwnCorpus } from "./corpus.ts";
import { openReportFile } from "./read-report-file.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";

export interface ClausesFlags {
	readonly uncovered: boolean;
	readonly area?: string;
	readonly format: "text" | "json";
	/** The report of a run; only the clauses that it did not reach are told. */
	readonly unreached?: string;
}

/** `swf-conformance clauses`: what the contract says, on which authority, and what tests it. */
export async function clausesCommand(flags: ClausesFlags, terminal: Terminal): Promise<ExitCode> {
	const corpus = await loadOwnCorpus();
	const entries = ofArea(ledger(corpus, rules), flags.area);
	if (flags.unreached !== undefined) {
		const reached = await clausesReached(await openReportFile(flags.unreached), corpus.scenarios);
		const missing = entries.filter(({ clause, scenarios }) => scenarios.length > 0 && !reached.has(clause.id));
		for (const entry of missing) terminal.out(`${entry.clause.id} is reached by no case of the run; ${testsOf(entry)}\n`);
		return missing.length === 0 ? exitCodes.fine : exitCodes.failures;
	}
	const told = flags.uncovered ? entries.filter((entry) => !isTested(entry)) : entries;
	terminal.out(flags.format === "json" ? asJson(told, entries) : asText(told, entries));
	return exitCodes.fine;
}

function ofArea(entries: readonly LedgerEntry[], area: string | undefined): readonly LedgerEntry[] {
	if (area === undefined) return entries;
	const areas = [...new Set(entries.map(({ clause }) => areaOf(clause.id)))];
	if (!areas.includes(area))
		throw new UsageError(`there is no area ${area}.${didYouMean(area, areas)} There are ${areas.join(", ")}`);
	return entries.filter(({ clause }) => areaOf(clause.id) === area);
}

/** The clauses of the cases that came to the end of their expectations, whatever these said of the target. */
async function clausesReached({ cases }: ReportSource, scenarios: readonly Scenario[]): Promise<ReadonlySet<string>> {
	const complete = new Set<string>();
	for await (const { id, checks } of cases()) if (checks.reached >= checks.declared) complete.add(id);
	return new Set(scenarios.filter(({ id }) => complete.has(id)).flatMap((scenario) => [...clausesExpected(scenario)]));
}

function testsOf({ scenarios, rules: held, clause }: LedgerEntry): string {
	const tests = [...scenarios, ...held.map(({ kind, name }) => `the ${kind} ${name}`)];
	return tests.length > 0 ? `tested by ${tests.join(", ")}` : `not tested: ${line(clause.untested ?? "no reason is given")}`;
}

const line = (text: string): string => text.trim().replace(/\s+/g, " ");

function describe(entry: LedgerEntry): readonly string[] {
	const { id, standing, level, text, sources, contested } = entry.clause;
	return [
		`${id} (${level}, ${standing})`,
		`  ${line(text)}`,
		...Object.entries(contested).map(([name, reading]) => `  reading ${name}: ${line(reading)}`),
		...sources.map((source) => `  source: ${line(source)}`),
		`  ${testsOf(entry)}`,
	];
}

function asText(told: readonly LedgerEntry[], entries: readonly LedgerEntry[]): string {
	const rows = figures(entries);
	const sum = (of: "clauses" | "tested" | "untested") => rows.reduce((total, row) => total + row[of], 0);
	const table = [...rows, { area: "all", clauses: sum("clauses"), tested: sum("tested"), untested: sum("untested") }];
	const width = Math.max(...table.map(({ area }) => area.length));
	const row = (area: string, ...cells: readonly (number | string)[]) =>
		`${area.padEnd(width)}${cells.map((cell) => String(cell).padStart(14)).join("")}`;
	return [
		...told.flatMap((entry) => [...describe(entry), ""]),
		row("", "clauses", "tested", "reason given"),
		...table.map(({ area, clauses, tested, untested }) => row(area, clauses, tested, untested)),
		"",
	].join("\n");
}

function asJson(told: readonly LedgerEntry[], entries: readonly LedgerEntry[]): string {
	const clauses = told.map(({ clause, scenarios, rules: held }) => {
		const { line: _, ...said } = clause;
		const named = (kind: (typeof held)[number]["kind"]) => held.filter((rule) => rule.kind === kind).map(({ name }) => name);
		return { ...said, testedBy: { scenarios, invariants: named("invariant"), contractRules: named("contract rule") } };
	});
	return `${JSON.stringify({ areas: figures(entries), clauses }, null, "\t")}\n`;
}
