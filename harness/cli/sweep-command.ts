import { readFile } from "node:fs/promises";
import { visibleLine } from "../../reports/visible.ts";
import { wireClients } from "../clients/wire.ts";
import { probe } from "../play/probe.ts";
import { createRecorder } from "../play/recorder.ts";
import { createClearing } from "../sweep/clear-things.ts";
import { resumeLedger } from "../sweep/ledger-file.ts";
import { type LedgerHeader, parseLedger } from "../sweep/parse-ledger.ts";
import { asking } from "../sweep/run-clearing.ts";
import { type Entry, isLeft } from "../sweep/run-ledger.ts";
import type { Tally } from "../sweep/tally.ts";
import { keyOf, type Thing } from "../sweep/things-made.ts";
import { settingsOf, type Target } from "../targets/target.ts";
import { openTarget, targetForms } from "../targets/target-kinds.ts";
import { type ExitCode, exitCodes, type Terminal, UnreachableError, UsageError } from "./terminal.ts";

export interface SweepFlags {
	/** Where the things are, if the ledger's word for it does not lead there. */
	readonly target?: string;
	readonly dryRun: boolean;
}

/** `swf-conformance sweep`: clears what a run left behind, and nothing but what its ledger lists. It can be interrupted and begun again. */
export async function sweepCommand(
	file: string,
	flags: SweepFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
	const { header, entries } = parseLedger(await readFile(file, "utf8"), file);
	const things = thingsLeft(entries);
	if (flags.dryRun || things.length === 0) {
		for (const thing of things) terminal.out(`${described(thing)}\n`);
		terminal.out(
			things.length === 0 ? "nothing is left\n" : `${things.length} of these may be left at ${visibleLine(header.target)}\n`,
		);
		return exitCodes.fine;
	}
	await using target = await openSame(header, flags.target, terminal, interrupt, environment);
	const clients = wireClients();
	const connect = () => clients.connect(settingsOf(target, target.session("sweep")));
	const recorder = () => createRecorder(connect(), interrupt, () => performance.now(), target.guard);
	try {
		const problem = await probe(recorder());
		if (problem !== undefined && !interrupt.aborted)
			throw new UnreachableError(`${target.endpoint} does not answer (${problem}); is it running, and is the address right?`);
		await using resumed = await resumeLedger(file);
		const clearing = createClearing(
			resumed.ledger,
			asking(async () => recorder()),
			interrupt,
		);
		await clearing.clear(resumed.ledger.entries);
		terminal.out(`${told(clearing.tally)}\n`);
		for (const { thing, why } of clearing.left) terminal.out(`left: ${described(thing)}: ${visibleLine(why)}\n`);
		if (interrupt.aborted) return exitCodes.interrupted;
		return clearing.left.length > 0 ? exitCodes.failures : exitCodes.fine;
	} finally {
		clients.dispose();
	}
}

const thingsLeft = (entries: readonly Entry[]): readonly Thing[] => [
	...new Map(entries.filter(isLeft).map(({ thing }) => [keyOf(thing), thing])).values(),
];

/** Opens the target that the run was played on, and refuses any other: what has the same name there is not ours. */
async function openSame(
	{ target: name, endpoint, region, account }: LedgerHeader,
	instead: string | undefined,
	terminal: Terminal,
	interrupt: AbortSignal,
	environment: NodeJS.ProcessEnv,
): Promise<Target> {
	const text = instead ?? name;
	const options = {
		environment: { AWS_REGION: region, ...environment },
		interrupt,
		out: ".",
		tell: (line: string) => terminal.err(`${line}\n`),
	};
	// Terminating, deprecating and deleting cost nothing.
	const target = await openTarget(text, { ...options, allowed: { acceptCost: 0 } });
	if (target === undefined) throw new UsageError(`--target ${text}: expected ${targetForms}`);
	const here = [target.endpoint, target.region, target.account ?? ""];
	const there = [instead === undefined ? endpoint : target.endpoint, region, account ?? ""];
	const other = here.findIndex((part, index) => part !== there[index]);
	if (other === -1) return target;
	await target[Symbol.asyncDispose]();
	const what = ["endpoint", "region", "account"][other];
	throw new UsageError(
		`the run was played at ${what} ${there[other] || "unknown"}, and this is ${what} ${here[other] || "unknown"}`,
	);
}

function described(thing: Thing): string {
	if (thing.kind === "domain") return visibleLine(`domain ${thing.domain}`);
	const what =
		thing.kind === "execution"
			? `execution ${thing.workflowId}`
			: `${thing.kind === "workflowType" ? "workflow type" : "activity type"} ${thing.name} ${thing.version}`;
	return visibleLine(`${what} in ${thing.domain}`);
}

const told = (tally: Tally): string =>
	[
		`${tally.executionsTerminated} executions terminated`,
		`${tally.typesDeprecated} types deprecated`,
		`${tally.typesDeleted} types deleted`,
		`${tally.domainsDeprecated} domains deprecated`,
		`${tally.goneBefore} gone before`,
	].join(", ");
