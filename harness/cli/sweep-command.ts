import { tmpdir } from "node:os";
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
import { loadOwnCorpus } from "./corpus.ts";
import { readText } from "./read-text.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError, unreachable } from "./terminal.ts";
import { wantedTarget } from "./wanted-target.ts";
import { markOfKey } from "./with-ledger.ts";

export interface SweepFlags {
	/** Where the things are, if the ledger's word for it does not lead there. */
	readonly target?: string;
	/** Where targets are named. */
	readonly config?: string;
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
	const { header, entries } = parseLedger(await readText(file), file);
	const things = thingsLeft(entries);
	if (flags.dryRun || things.length === 0) {
		for (const thing of things) terminal.out(`${described(thing)}\n`);
		terminal.out(
			things.length === 0 ? "nothing is left\n" : `${things.length} of these may be left at ${visibleLine(header.target)}\n`,
		);
		return exitCodes.fine;
	}
	await using target = await openSame(header, flags, terminal, interrupt, environment);
	const clients = wireClients();
	const connect = () => clients.connect(settingsOf(target, target.session("sweep")));
	const recorder = () => createRecorder(connect(), interrupt, () => performance.now(), target.guard);
	try {
		const problem = await probe(recorder());
		if (problem !== undefined && !interrupt.aborted) throw unreachable(target.endpoint, problem);
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
	{ target: name, endpoint, region, account, accessKey }: LedgerHeader,
	{ target: instead, config }: SweepFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	ownEnvironment: NodeJS.ProcessEnv,
): Promise<Target> {
	const text = instead ?? name;
	const given = { target: text, ...(config === undefined ? {} : { config }) };
	const wanted = await wantedTarget(given, ownEnvironment, async () => (await loadOwnCorpus()).vocabulary.features);
	const target = await openTarget(wanted.form, {
		environment: { ...wanted.environment, AWS_REGION: region },
		...{ interrupt, out: tmpdir(), tell: (line: string) => terminal.err(`${line}\n`) },
		// Terminating, deprecating and deleting cost nothing.
		allowed: { acceptCost: 0 },
	});
	if (target === undefined) throw new UsageError(`--target ${text}: expected ${targetForms}`);
	const differs = [
		...(instead === undefined && target.endpoint !== endpoint ? [`at ${endpoint}, and this is ${target.endpoint}`] : []),
		...(target.region === region ? [] : [`in region ${region}, and this is ${target.region}`]),
		...(target.account === account ? [] : [`in account ${account ?? "unknown"}, and this is ${target.account ?? "unknown"}`]),
		...(accessKey === undefined || accessKey === markOfKey(target)
			? []
			: ["with other credentials, which may be another account's"]),
	];
	if (differs.length === 0) return target;
	await target[Symbol.asyncDispose]();
	throw new UsageError(visibleLine(`the run was played ${differs.join("; ")}`));
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
