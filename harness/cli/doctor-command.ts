import { tmpdir } from "node:os";
import { domainRefusal } from "../aws/one-domain.ts";
import { wireClients } from "../clients/wire.ts";
import { actionsUsed } from "../doctor/actions-used.ts";
import { examineTarget, isOutOfReach } from "../doctor/examine-target.ts";
import { leastPolicy } from "../doctor/least-policy.ts";
import { renderFound } from "../doctor/render-found.ts";
import { newRunToken } from "../run.ts";
import { openTarget, targetForms } from "../targets/target-kinds.ts";
import { loadOwnCorpus, selectOrRefuse } from "./corpus.ts";
import type { TargetFlags } from "./target-flags.ts";
import { type ExitCode, exitCodes, type Terminal, UsageError } from "./terminal.ts";
import { wantedTarget } from "./wanted-target.ts";

export interface DoctorFlags extends TargetFlags {
	/** A domain that is there already, for runs with --domain. */
	readonly domain?: string;
	/** Print the least policy, and ask nobody. */
	readonly policy: boolean;
	readonly format: "text" | "json";
}

/** `swf-conformance doctor`: what may be in the way of a run, before one is begun. Nothing is changed at the target. */
export async function doctorCommand(
	patterns: readonly string[],
	{ domain, policy: isPolicyOnly, format, ...flags }: DoctorFlags,
	terminal: Terminal,
	interrupt: AbortSignal,
	ownEnvironment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
	const { scenarios, vocabulary } = await loadOwnCorpus();
	const selected = selectOrRefuse(scenarios, patterns);
	const { form: text, environment, container } = await wantedTarget(flags, ownEnvironment, async () => vocabulary.features);
	const cases = domain === undefined ? selected : selected.filter((each) => domainRefusal(each, true, false) === undefined);
	const given = domain === undefined ? {} : { domain };
	const print = (value: unknown) => terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
	// The account is masked wherever it is known, and `*` is right too: a policy is of one account.
	const policyIn = (region: string) => leastPolicy(cases, { region, account: "*", ...given });
	if (isPolicyOnly) {
		print(policyIn(text.startsWith("aws:") ? text.slice("aws:".length) : "*"));
		return exitCodes.fine;
	}
	const tell = (line: string) => terminal.err(`${line}\n`);
	// Nothing that is asked here costs anything.
	await using target = await openTarget(text, {
		environment,
		interrupt,
		container,
		out: tmpdir(),
		tell,
		allowed: { acceptCost: 0 },
	});
	if (target === undefined) throw new UsageError(`--target ${text}: expected ${targetForms}`);
	const clients = wireClients();
	const need = { actions: actionsUsed(cases, domain !== undefined), ...given, nobody: `swf-conformance-doctor-${newRunToken()}` };
	const results = await examineTarget(target, clients, need, interrupt).finally(clients.dispose);
	const { name, endpoint, region, account } = target;
	if (format === "json") print({ target: name, endpoint, region, account, found: results, policy: policyIn(region) });
	else terminal.out(renderFound(results));
	if (interrupt.aborted) return exitCodes.interrupted;
	if (isOutOfReach(results)) return exitCodes.unreachable;
	return results.some(({ standing }) => standing === "bad") ? exitCodes.failures : exitCodes.fine;
}
