import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { comparisonRenderers } from "../../reports/compare/comparison-renderers.ts";
import type { ReportFrame } from "../../reports/report.ts";
import { annotationLine } from "../../reports/workflow-command.ts";
import { compareFiles, exitCodeOf } from "../cli/compare-command.ts";
import { openReportFile } from "../cli/read-report-file.ts";
import { type ExitCode, exitCodes, UsageError } from "../cli/terminal.ts";
import { unobeyed } from "../cli/unobeyed.ts";
import { readInputs, type Wanted } from "./inputs.ts";
import { jobSummary, refusalPage } from "./job-summary.ts";
import { changesOf, figuresOf, type Outputs, outputLines } from "./outputs.ts";
import { stepExit } from "./step-exit.ts";

/** What the command line printed and ended with. */
export interface RunEnded {
	readonly code: ExitCode;
	/** The end of what it said on stderr. */
	readonly said: string;
}

export interface ActionSurroundings {
	readonly environment: NodeJS.ProcessEnv;
	/** Runs the command line, and prints what it prints. */
	readonly run: (args: readonly string[]) => Promise<RunEnded>;
	readonly print: (text: string) => void;
}

/** What the step tells of one thing that it did. */
interface Told {
	readonly pages: readonly string[];
	readonly outputs: Outputs;
}

const nothing: Told = { pages: [], outputs: {} };

/** The step of the GitHub Action: runs, compares, and tells the job. Returns what the step ends with. */
export async function action({ environment, run, print }: ActionSurroundings): Promise<ExitCode> {
	const began = new Date().toISOString();
	const wanted = readInputsOr(environment, print);
	const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = environment;
	if (wanted === undefined) {
		await tell(GITHUB_OUTPUT, outputLines({ "exit-code": exitCodes.badInput.toString() }));
		return exitCodes.badInput;
	}
	print("::group::swf-conformance run\n");
	const { code, said } = await run(wanted.args).finally(() => print("::endgroup::\n"));
	const frame = await freshFrame(wanted.folder, began);
	const report = frame === undefined ? refused(code, said, print) : await reported(wanted.folder, frame, print);
	const { told, compared } = frame === undefined ? { told: nothing, compared: undefined } : await comparedWith(wanted, print);
	await tell(GITHUB_STEP_SUMMARY, jobSummary([...report.pages, ...told.pages]));
	const outputs = { "exit-code": code.toString(), "report-folder": wanted.folder, ...report.outputs, ...told.outputs };
	await tell(GITHUB_OUTPUT, outputLines(outputs));
	return stepExit(wanted.failOn, code, compared);
}

/** Appends to a file of the runner's, if there is one: by hand there is none. */
const tell = async (file: string | undefined, text: string): Promise<void> => {
	if (file !== undefined && file !== "") await appendFile(file, text);
};

function readInputsOr(environment: NodeJS.ProcessEnv, print: (text: string) => void): Wanted | undefined {
	try {
		return readInputs(environment);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		print(annotationLine("error", { title: "swf-conformance" }, error.message));
		return undefined;
	}
}

/** The report of this run: there may be one of an earlier step in the folder. */
async function freshFrame(folder: string, began: string): Promise<ReportFrame | undefined> {
	const { frame } = await openReportFile(join(folder, "report.ndjson")).catch(ifUsage({ frame: undefined }));
	return frame === undefined || frame.started < began ? undefined : frame;
}

const ifUsage =
	<Instead>(instead: Instead) =>
	(error: unknown): Instead => {
		if (error instanceof UsageError) return instead;
		throw error;
	};

function refused(code: ExitCode, said: string, print: (text: string) => void): Told {
	print(annotationLine("error", { title: `swf-conformance ended with ${code}` }, said.trim()));
	return { pages: [refusalPage(code, said)], outputs: {} };
}

async function reported(folder: string, frame: ReportFrame, print: (text: string) => void): Promise<Told> {
	// What could not be written is told by the run itself.
	const written = (name: string) => readFile(join(folder, name), "utf8").catch(() => "");
	print(await written("report.annotations.txt"));
	return { pages: [await written("report.md")], outputs: { report: join(folder, "report.json"), ...figuresOf(frame) } };
}

async function comparedWith(
	{ baseline, folder }: Wanted,
	print: (text: string) => void,
): Promise<{ readonly told: Told; readonly compared: ExitCode | undefined }> {
	if (baseline === undefined) return { told: nothing, compared: undefined };
	try {
		const comparison = await compareFiles(baseline, join(folder, "report.ndjson"));
		let page = "";
		for await (const text of comparisonRenderers.markdown(comparison)) page += text;
		await writeFile(join(folder, "compare.md"), page);
		for (const text of comparisonRenderers.text(comparison)) print(unobeyed(text));
		return { told: { pages: [page], outputs: changesOf(comparison) }, compared: exitCodeOf(comparison) };
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		print(annotationLine("error", { title: "swf-conformance compare" }, error.message));
		return { told: nothing, compared: exitCodes.badInput };
	}
}
