import { createHash } from "node:crypto";
import { relative } from "node:path";
import { newRunToken } from "../run.ts";
import type { Left } from "../sweep/clear-things.ts";
import { beginLedger, ledgerIn } from "../sweep/ledger-file.ts";
import type { RunLedger } from "../sweep/run-ledger.ts";
import type { Target } from "../targets/target.ts";

/** What a run is about whose ledger is kept. */
export interface LedgerContext {
	readonly target: Target;
	/** The folder of its reports, which is there. */
	readonly out: string;
	/** The version of the kit. */
	readonly kit: string;
	/** ISO 8601. */
	readonly started: string;
	readonly tell: (line: string) => void;
}

/** Plays with a ledger on disk if the target outlives the run, and tells how to clear what is left. */
export async function withLedger(
	{ target, out, kit, started, tell }: LedgerContext,
	play: (kept: { readonly ledger?: RunLedger }) => Promise<readonly Left[]>,
): Promise<void> {
	if (target.ephemeral) {
		await play({});
		return;
	}
	const { name, endpoint, region, account } = target;
	await using file = await beginLedger(out, {
		...{ ledger: "swf-conformance", format: 1, kit, target: name, endpoint, region },
		...(account === undefined ? { accessKey: markOfKey(target) } : { account }),
		...{ runToken: newRunToken(), started },
	});
	if (file.earlier !== undefined) tell(`an earlier run left something behind: ${sweeps(file.earlier)}`);
	const left = await play({ ledger: file.ledger });
	if (left.length > 0) tell(`${left.length === 1 ? "1 thing is" : `${left.length} things are`} left: ${sweeps(ledgerIn(out))}`);
}

/** Tells access keys apart without telling one: an account that nobody names goes by its key. */
export const markOfKey = (target: Target): string =>
	createHash("sha256").update(target.session("ledger").credentials.accessKeyId).digest("hex").slice(0, 8);

const sweeps = (file: string): string => `swf-conformance sweep ${relative(process.cwd(), file) || file}`;
