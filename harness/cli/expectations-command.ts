import { parseExpectationsFile, refuseUnversioned } from "../expectations/expectations-file.ts";
import { editText } from "../expectations/update/edit-text.ts";
import { planUpdate, type Update } from "../expectations/update/plan-update.ts";
import { describeProblem } from "../scenario/problem.ts";
import { loadOwnCorpus } from "./corpus.ts";
import { readReportFile } from "./read-report-file.ts";
import { readText } from "./read-text.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";
import { writeWhole } from "./write-whole.ts";

export interface ExpectationsFlags {
	readonly report: readonly string[];
	readonly targetVersion?: string;
	readonly dryRun?: true;
}

/** `swf-conformance expectations update`: makes a file expect what reports of its target found, and tells each change. */
export async function updateExpectations(file: string, flags: ExpectationsFlags, terminal: Terminal): Promise<ExitCode> {
	const { scenarios, vocabulary } = await loadOwnCorpus();
	const text = await readText(file);
	const expectations = parseExpectationsFile(text, file, vocabulary.features, "taken");
	const reports = await Promise.all(flags.report.map(readReportFile));
	const version = flags.targetVersion ?? reports[0]?.target.version;
	refuseUnversioned(expectations, version);
	const today =
		reports
			.map(({ started }) => started.slice(0, 10))
			.sort()
			.at(-1) ?? "";
	const update = planUpdate(
		expectations,
		reports.flatMap(({ cases }) => cases),
		scenarios.map(({ id }) => id),
		{ today, ...(version === undefined ? {} : { version }) },
	);
	for (const line of toldOf(file, update)) terminal.out(`${line}\n`);
	const edited = editText(text, file, update, today);
	// An edit that broke the file would be a defect here, and must not reach it.
	parseExpectationsFile(edited, file, vocabulary.features, "taken");
	if (edited === text) terminal.out(`${file}: nothing to change\n`);
	else if (flags.dryRun !== true) await writeWhole(file, pieces(edited));
	return exitCodes.fine;
}

async function* pieces(text: string): AsyncIterable<string> {
	yield text;
}

const toldOf = (file: string, { changes, additions }: Update): readonly string[] => [
	...changes.map(({ entry: { at, cases }, keep }) =>
		describeProblem({
			...{ file, at },
			message: keep.length === 0 ? `takes ${cases} away` : `narrows ${cases} to ${keep.join(", ")}`,
		}),
	),
	...additions.map(
		({ cases, found }) => `${file}: adds ${cases.join(", ")}; write the reason, a run refuses it before: ${found}`,
	),
];
