import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { sdkClientsIn } from "../clients/sdk.ts";
import { sdkBuildIn } from "../clients/sdk-build.ts";
import { parseAccepted } from "../sdk-gate/accepted.ts";
import { compareOnTheSuites } from "../sdk-gate/compare-suites.ts";
import { compareOnTheWire } from "../sdk-gate/gate.ts";
import { assembleGateReport, reportedBuild } from "../sdk-gate/gate-report.ts";
import type { Probe } from "../sdk-gate/observation.ts";
import { probes as allProbes } from "../sdk-gate/probes/probes.ts";
import { type GateFormat, gateRenderers } from "../sdk-gate/render-gate.ts";
import { kitVersion, loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import { readText } from "./read-text.ts";
import { type ExitCode, exitCodes, type Terminal } from "./terminal.ts";

export interface SdkGateFlags {
	readonly baseline: string;
	readonly candidate: string;
	readonly accepted?: string;
	readonly format: GateFormat;
	/** Where the report goes instead of to standard output. */
	readonly out?: string;
	/** Whether the suites are played too. */
	readonly suites: boolean;
	/** Globs over the cases that are; all of them without it. */
	readonly cases?: readonly string[];
}

export interface SdkGateOptions {
	readonly terminal: Terminal;
	readonly interrupt: AbortSignal;
	/** What is tried on the wire; all that there is without it. */
	readonly probes?: readonly Probe[];
}

/** `swf-conformance sdk-gate`: puts two builds of the SDK to the same probes and suites, and fails where going over from one to the other breaks something. */
export async function sdkGateCommand(
	flags: SdkGateFlags,
	{ terminal, interrupt, probes = allProbes }: SdkGateOptions,
): Promise<ExitCode> {
	const accepted =
		flags.accepted === undefined ? [] : parseAccepted(await readText(flags.accepted, "--accepted "), flags.accepted);
	const [baseline, candidate] = [sdkBuildIn(flags.baseline), sdkBuildIn(flags.candidate)];
	try {
		terminal.err(`${probes.length} probes through ${baseline.version} and ${candidate.version}\n`);
		const onTheWire = await compareOnTheWire(baseline, candidate, { probes, interrupt });
		const scenarios = flags.suites ? selectOrRefuse((await loadOwnCorpus()).scenarios, flags.cases ?? []) : [];
		if (flags.suites) terminal.err(`${scenarios.length} cases of the suites through both\n`);
		const kinds = [sdkClientsIn(flags.baseline), sdkClientsIn(flags.candidate)] as const;
		const onTheSuites = flags.suites ? await compareOnTheSuites(...kinds, scenarios, interrupt) : [];
		const report = assembleGateReport([...onTheWire, ...onTheSuites], {
			kit: { version: await kitVersion(), node: process.versions.node },
			baseline: reportedBuild(flags.baseline, baseline),
			candidate: reportedBuild(flags.candidate, candidate),
			tried: { probes: probes.length, cases: scenarios.length },
			accepted,
		});
		await write(gateRenderers[flags.format](report), flags.out, terminal);
		return report.breaking > 0 ? exitCodes.failures : exitCodes.fine;
	} catch (error) {
		// Half a comparison would say that what was not tried is the same.
		if (interrupt.aborted) return exitCodes.interrupted;
		throw error;
	}
}

async function write(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
	if (file === undefined) return terminal.out(text);
	await mkdir(dirname(resolve(file)), { recursive: true });
	await writeFile(file, text);
	terminal.err(`report in ${file}\n`);
}
