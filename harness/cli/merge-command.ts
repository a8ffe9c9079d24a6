import { missingShards, type Part, problemsOf } from "../../reports/merge/belonging.ts";
import { mergeReports } from "../../reports/merge/merge-reports.ts";
import type { ReportFrame } from "../../reports/report.ts";
import { type JudgeContext, profilesOf, unmetOf } from "../assemble-report.ts";
import type { ExpectationsFile } from "../expectations/expectations-file.ts";
import type { Corpus } from "../scenario/corpus.ts";
import { kitVersion, loadOwnCorpus } from "./corpus.ts";
import { prepareOutputs } from "./outputs.ts";
import { readProfiles } from "./read-profiles.ts";
import { openReportFile } from "./read-report-file.ts";
import { type RunFlags, readExpectations } from "./run-command.ts";
import { tellReport } from "./tell-report.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";

export interface MergeFlags extends Pick<RunFlags, "report" | "expectations" | "out" | "quiet"> {
	/** Take shards that were cut off, and do without those that are missing. */
	readonly partial: boolean;
}

/** `swf-conformance merge`: joins the reports of several shards to that of the run that they are parts of, and ends with what that would have ended with. */
export async function mergeCommand(files: readonly string[], flags: MergeFlags, terminal: Terminal): Promise<ExitCode> {
	const { partial } = flags;
	const parts: Part[] = [];
	for (const file of files) parts.push({ file, report: await openReportFile(file, { partial }) });
	const problems = [...(await ofAnotherKit(parts)), ...problemsOf(parts, partial)];
	if (problems.length > 0)
		throw new UsageError(`these reports cannot be joined\n${problems.map((line) => `  ${line}`).join("\n")}`);
	const reports = parts.map(({ report }) => report);
	const frames = reports.map(({ frame }) => frame);
	const corpus = await loadOwnCorpus();
	const context = await contextOf(frames, corpus, flags);
	const outputs = await prepareOutputs(flags, terminal);
	const missing = missingShards(parts);
	const isPartial = missing.length > 0 || reports.some(({ isCut }) => isCut === true);
	const whole = mergeReports(reports, isPartial, (entries) => ({
		...unmetOf(entries, context, corpus.scenarios),
		...profilesOf(entries, context),
	}));
	for (const shard of missing) terminal.err(`${shard} is missing; only what there is was joined\n`);
	for (const { file, report } of parts)
		if (report.isCut === true)
			terminal.err(`${file}: cut off after ${report.entries.length} cases; only what there is was joined\n`);
	const code = await tellReport(whole, outputs, flags, terminal);
	return whole.frame.interrupted && code !== exitCodes.unwritten ? exitCodes.interrupted : code;
}

/** What is decided of all cases is decided by the suites that they are of. */
async function ofAnotherKit(parts: readonly Part[]): Promise<readonly string[]> {
	const version = await kitVersion();
	return parts.flatMap(({ file, report: { frame } }) =>
		frame.kit.version === version ? [] : [`${file}: kit.version is ${JSON.stringify(frame.kit.version)}; this kit is ${version}`],
	);
}

async function contextOf(frames: readonly ReportFrame[], corpus: Corpus, flags: MergeFlags): Promise<JudgeContext> {
	const started = frames.map((frame) => frame.started).reduce((one, other) => (one < other ? one : other));
	const version = frames[0]?.target.version;
	const profiles = frames.flatMap((frame) => frame.profiles ?? []).map(({ name }) => name);
	return {
		expectations: await expectationsOf(frames, corpus, flags.expectations),
		profiles: await readProfiles([...new Set(profiles)], corpus),
		today: started.slice(0, 10),
		...(version === undefined ? {} : { version }),
		// No case is judged again.
		replayOptions: "",
	};
}

/** Entries are known by their places, which name the file as the shards had it. */
async function expectationsOf(
	[frame]: readonly ReportFrame[],
	corpus: Corpus,
	given: string | undefined,
): Promise<ExpectationsFile | undefined> {
	const { expectations: file, expectationsDigest: digest } = frame ?? {};
	if (file === undefined) {
		if (given !== undefined) throw new UsageError(`--expectations ${given}: the shards had no expectations file`);
		return undefined;
	}
	const path = given ?? file;
	const expectations = await readExpectations(path, corpus);
	if (expectations === undefined || expectations.digest !== digest)
		throw new UsageError(`--expectations ${path}: not what the shards had, ${digest}; name the file with which they ran`);
	return { ...expectations, file };
}
