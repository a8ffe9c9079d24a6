import { compareVersions, validate } from "compare-versions";
import type { Profile } from "../profiles/profile.ts";
import { profileOutcome } from "../profiles/profile-outcome.ts";
import type { CaseReport, ReportSource, Score, Summary } from "../report.ts";
import { suiteOf, summarize } from "../summarize.ts";
import { shortened, visibleLine } from "../visible.ts";
import { clauseScores, extremes } from "./clause-scores.ts";
import type { DifferingCase, Matrix, MatrixCell, MatrixColumn } from "./matrix.ts";

/** A report that is to be a column. */
export interface MatrixInput {
	/** As it was named. */
	readonly file: string;
	/** Where its own page lies, as seen from the matrix, if there is one. */
	readonly page?: string;
	readonly report: ReportSource;
}

/** What a matrix keeps of a case. */
type Told = Pick<CaseReport, "id" | "verdict" | "level" | "clauses"> & Pick<DifferingCase, "what">;

/** Puts reports beside one another: each a column, each area a row. Their cases are read once, and one by one. */
export async function buildMatrix(inputs: readonly MatrixInput[], profiles: readonly Profile[]): Promise<Matrix> {
	const read: { readonly column: MatrixColumn; readonly cells: ReadonlyMap<string, MatrixCell> }[] = [];
	for (const input of inputs) {
		const cases: Told[] = [];
		for await (const one of input.report.cases()) cases.push(toldOf(one));
		read.push({ column: columnOf(input, cases, profiles), cells: cellsOf(cases) });
	}
	const sorted = read.toSorted(({ column: one }, { column: other }) => byTarget(one, other));
	const areas = [...new Set(sorted.flatMap(({ cells }) => [...cells.keys()]))].sort();
	return {
		...{ matrix: "swf-conformance", format: 1, columns: sorted.map(({ column }) => column) },
		areas: areas.map((area) => ({ area, cells: sorted.map(({ cells }) => cells.get(area) ?? null) })),
	};
}

const longestText = 300;

function toldOf({ id, verdict, level, clauses, reason, findings }: CaseReport): Told {
	const what = reason ?? findings.find((finding) => finding.level !== "MAY")?.message;
	return {
		...{ id, verdict, level, clauses },
		...(what === undefined ? {} : { what: shortened(visibleLine(what), longestText) }),
	};
}

function columnOf({ file, page, report }: MatrixInput, cases: readonly Told[], profiles: readonly Profile[]): MatrixColumn {
	const { kit, target, client, clock, started, interrupted, clauses } = report.frame;
	return {
		...{ file, ...(page === undefined ? {} : { page }), kit, target, client, clock, started, interrupted },
		...{ cases: cases.length, score: scoreOf(summarize(cases)) },
		profiles: profiles.map((profile) => ({
			outcome: profileOutcome(profile, cases),
			score: scoreOf(summarize(cases.filter(({ id }) => profile.required.has(id)))),
		})),
		...extremes(clauseScores(cases, clauses)),
	};
}

const scoreOf = ({ scored, failed, supported, divergence, coverage }: Score): Score => ({
	...{ scored, failed, supported, divergence, coverage },
});

const simple: ReadonlySet<string> = new Set(["pass", "skipped"]);

function cellsOf(cases: readonly Told[]): ReadonlyMap<string, MatrixCell> {
	const { suites }: Summary = summarize(cases);
	return new Map(
		Object.entries(suites).map(([area, score]) => {
			const differing = cases.filter((one) => suiteOf(one) === area && !simple.has(one.verdict));
			return [area, { ...scoreOf(score), differing: differing.map(differingOf) }];
		}),
	);
}

const differingOf = ({ id, verdict, what }: Told): DifferingCase => ({ id, verdict, ...(what === undefined ? {} : { what }) });

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byVersion = (one = "", other = ""): number =>
	validate(one) && validate(other) ? compareVersions(one, other) : byText(one, other);

const byTarget = (one: MatrixColumn, other: MatrixColumn): number =>
	byText(one.target.name, other.target.name) ||
	byVersion(one.target.version, other.target.version) ||
	byText(one.client.name, other.client.name) ||
	byText(one.file, other.file);
