import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { renderers } from "../../reports/renderers.ts";
import type { CaseReport, Finding, Report, ReportSource } from "../../reports/report.ts";
import type { Clause } from "../../specs/clause.ts";
import { openLineFile } from "../line-file.ts";
import { openReportLog } from "../report-log.ts";

type Say = (text: string) => void;

const cases = 2_000;
/** Bytes of each of the two reports that are compared, before indentation makes about 100 MB of it. */
const compared = 65_000_000;
const rounds = 5;
const bounds: { readonly [format in keyof typeof renderers]?: string } = { html: "bound 3 s, 15 MB" };

/**
 * What it takes to render a report of 2,000 cases with the exchanges of a run, in each format, as a run renders it; and of twice as many.
 * And what it takes to compare two of 100 MB.
 *
 * @param run a report to take cases from
 * @param out a folder to write to
 * @param compare milliseconds that `compare` of two files takes
 */
export async function reportFigures(
	run: Report,
	out: string,
	compare: (file: string) => Promise<number>,
	say: Say,
): Promise<void> {
	const [once, twice] = [
		await logged(run, cases, join(out, "once.ndjson")),
		await logged(run, 2 * cases, join(out, "twice.ndjson")),
	];
	say(
		`rendering ${cases.toLocaleString("en")} cases      best of ${rounds}, and how much longer ${(2 * cases).toLocaleString("en")} take`,
	);
	for (const [format, { render }] of Object.entries(renderers)) {
		const file = join(out, `bench.${format}`);
		const cost = await best(() => write(render(once.report), file));
		const { size } = await stat(file);
		const double = await best(() => write(render(twice.report), file));
		const bound = bounds[format as keyof typeof renderers] ?? "bound 1 s";
		say(`  ${format.padEnd(24)} ${seconds(cost)}, ${megabytes(size)}; ${(double / cost).toFixed(2)} times  (${bound})`);
	}
	await Promise.all([once.close(), twice.close()]);
	const file = join(out, "compared.json");
	const large = await logged(run, cases, join(out, "large.ndjson"), compared / cases);
	await write(renderers.json.render(large.report), file);
	await large.close();
	const cost = await best(() => compare(file));
	say(
		`compare of two such        ${seconds(cost)} best of ${rounds}, process and all; ${megabytes((await stat(file)).size)} each  (bound 1 s)`,
	);
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

async function best(measure: () => Promise<number>): Promise<number> {
	const spent: number[] = [];
	for (let round = 0; round < rounds; round += 1) spent.push(await measure());
	return Math.min(...spent);
}

async function write(text: AsyncIterable<string>, file: string): Promise<number> {
	const began = performance.now();
	await pipeline(Readable.from(text), createWriteStream(file));
	return performance.now() - began;
}

/**
 * A report of so many cases, as a run has it at its end: those of another over and over, one in ten of them failed.
 *
 * @param bytes how much a case is to hold at least; as much as it does without it
 */
async function logged(
	{ cases: given, clauses, summary: _, unmet: __, ended, interrupted, ...opening }: Report,
	count: number,
	path: string,
	bytes = 0,
): Promise<{ readonly report: ReportSource; readonly close: () => Promise<void> }> {
	const file = await openLineFile(path, { tell: () => undefined });
	const known = new Map(
		Object.entries(clauses).map(([id, clause]): [string, Clause] => [id, { ...clause, contested: {}, line: 1 }]),
	);
	const log = await openReportLog(file, opening, known);
	for (let index = 0; index < count; index += 1) {
		const one = given[index % given.length];
		if (one !== undefined) await log.add(withFinding(filled({ ...one, id: `${one.id}-${index}` }, bytes), index));
	}
	return { report: log.report({ ended, interrupted }), close: async () => file[Symbol.asyncDispose]() };
}

function filled(one: CaseReport, bytes: number): CaseReport {
	const size = JSON.stringify(one.exchanges).length;
	const times = one.exchanges.length === 0 ? 1 : Math.max(1, Math.ceil(bytes / size));
	return { ...one, exchanges: Array.from({ length: times }, () => one.exchanges).flat() };
}

function withFinding(one: CaseReport, index: number): CaseReport {
	if (index % 10 > 0) return one;
	const finding: Finding = {
		...{ check: "expectations", clause: one.clauses[0] ?? "bench", level: "MUST", message: "expected a fault, got an answer" },
		...{ step: "1", expected: { fault: "UnknownResourceFault" }, observed: { answer: {} }, exchanges: [0] },
	};
	return { ...one, verdict: "fail", findings: [finding] };
}
