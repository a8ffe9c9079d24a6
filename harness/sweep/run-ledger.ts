import type { Sent } from "../clients/client.ts";
import type { Guard, GuardedCall } from "../targets/guard.ts";
import { type Thing, thingsMade } from "./things-made.ts";

/** Something that a run asked for, and what became of it. */
export interface Entry {
	/** Its position in the ledger, from 0. */
	readonly number: number;
	readonly thing: Thing;
	/** `asked` until an answer comes: till then it may be there or not. */
	readonly state: "asked" | Became;
	/** Of an execution whose start was answered. */
	readonly runId?: string;
}

export type Became = "made" | "refused" | "cleared";

/** One line of a ledger after its header. */
export type LedgerLine =
	| { readonly entry: number; readonly asks: Thing }
	| { readonly became: Became; readonly entries: readonly number[]; readonly runId?: string };

/** Everything that a run makes, written down before it is asked for. */
export interface RunLedger {
	/** Unique to the run, and part of every name that the run thinks up. */
	readonly runToken: string;
	readonly entries: readonly Entry[];
	/** Opens a page, for what one case makes. */
	page(): LedgerPage;
	/** Notes that nothing is left of these. */
	cleared(entries: readonly Entry[]): void;
}

/** Stands around the requests of one case and writes down what they make. */
export interface LedgerPage extends Guard {
	readonly entries: readonly Entry[];
	/** Notes that nothing is left of these. */
	cleared(entries: readonly Entry[]): void;
}

/** Whether something may be there still. */
export const isLeft = ({ state }: Entry): boolean => state === "asked" || state === "made";

/**
 * @param keep writes a line; settles when it would outlive a crash. Without it the ledger is in memory only
 * @param earlier what is in it already
 */
export function createRunLedger(
	runToken: string,
	keep: (line: LedgerLine) => Promise<void> = async () => undefined,
	earlier: readonly Entry[] = [],
): RunLedger {
	const entries: Entry[] = [...earlier];
	const add = (thing: Thing): Entry => {
		const entry: Entry = { number: entries.length, thing, state: "asked" };
		entries.push(entry);
		return entry;
	};
	const become = (of: readonly Entry[], became: Became, known: { readonly runId?: string } = {}) => {
		if (of.length === 0) return;
		for (const { number } of of) entries[number] = { ...(entries[number] as Entry), state: became, ...known };
		// Not waited for: without this line a thing is looked for in vain, and a file that cannot be written to refuses the next request.
		keep({ became, entries: of.map(({ number }) => number), ...known }).catch(() => undefined);
	};
	const cleared = (of: readonly Entry[]) => become(of, "cleared");
	const page = (): LedgerPage => {
		const own: Entry[] = [];
		const asked = new WeakMap<GuardedCall, readonly Entry[]>();
		const origins = new Map<string, string>();
		return {
			get entries() {
				return own.flatMap(({ number }) => entries[number] ?? []);
			},
			cleared,
			async before(call) {
				const added = thingsMade(call.operation, call.input, origins).map(add);
				if (added.length === 0) return;
				own.push(...added);
				asked.set(call, added);
				await Promise.all(added.map(({ number, thing }) => keep({ entry: number, asks: thing })));
			},
			async after(call, sent) {
				noteOrigin(call, sent, origins);
				const became = outcomeOf(call, sent);
				if (became !== undefined) become(asked.get(call) ?? [], became, runIdIn(call, sent));
				return false;
			},
		};
	};
	return { runToken, entries, page, cleared };
}

function noteOrigin({ operation, input: { domain } }: GuardedCall, { outcome }: Sent, origins: Map<string, string>): void {
	if (operation !== "PollForDecisionTask" || outcome.kind !== "answer" || typeof domain !== "string") return;
	const { taskToken } = outcome.output;
	if (typeof taskToken === "string" && taskToken !== "") origins.set(taskToken, domain);
}

/** What an answer tells of the things asked for; undefined where they may be there or not. A child is started, or not, after its decision was taken. */
function outcomeOf({ operation }: GuardedCall, { outcome, response }: Sent): Became | undefined {
	// What a client cannot express is not sent.
	if (outcome.kind === "inexpressible" || (outcome.kind === "fault" && (response?.status ?? 0) < 500)) return "refused";
	return outcome.kind === "answer" && operation !== "RespondDecisionTaskCompleted" ? "made" : undefined;
}

/** Of SWF; what is longer is none, and a ledger is not for a target to fill. */
const longestRunId = 64;

function runIdIn({ operation }: GuardedCall, { outcome }: Sent): { readonly runId?: string } {
	const runId = operation === "StartWorkflowExecution" && outcome.kind === "answer" ? outcome.output["runId"] : undefined;
	return typeof runId === "string" && runId.length <= longestRunId ? { runId } : {};
}
