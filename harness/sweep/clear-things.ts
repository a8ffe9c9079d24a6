import { type Ask, askPatiently, problemOf } from "./ask-patiently.ts";
import { typeRemoval } from "./remove-type.ts";
import { type Entry, isLeft, type RunLedger } from "./run-ledger.ts";
import { createCounter, type Tally } from "./tally.ts";
import { keyOf, type Thing } from "./things-made.ts";

/** Something that is there still, or may be. */
export interface Left {
	readonly thing: Thing;
	readonly why: string;
}

/** Clears what a ledger lists, and nothing else. It remembers what the target lacks, and when it stopped answering. */
export interface Clearing {
	/** Terminates, deletes and deprecates these: executions first, domains last. */
	clear(entries: readonly Entry[]): Promise<void>;
	readonly tally: Tally;
	/** What the ledger lists and is not known to be gone. */
	readonly left: readonly Left[];
}

/** How many things are cleared at once. */
const atOnce = 4;

/** Types are needed by no execution that is terminated, and a domain is best left when all in it is gone. */
const order: readonly (readonly Thing["kind"][])[] = [["execution"], ["workflowType", "activityType"], ["domain"]];

/** @param signal ends it after the requests under way */
export function createClearing(ledger: RunLedger, asks: Ask, signal: AbortSignal): Clearing {
	const ask = askPatiently(asks, signal);
	const counter = createCounter();
	const removeType = typeRemoval(ask, counter);
	const whys = new Map<string, string>();

	async function terminate(run: { readonly domain: string; readonly workflowId: string; readonly runId?: string }) {
		const came = await ask("TerminateWorkflowExecution", { ...run, childPolicy: "TERMINATE" });
		return counter.settled(came, "executionsTerminated", "UnknownResourceFault") ? undefined : problemOf(came);
	}

	async function deprecateDomain(name: string) {
		const came = await ask("DeprecateDomain", { name });
		const gone = ["UnknownResourceFault", "DomainDeprecatedFault"];
		return counter.settled(came, "domainsDeprecated", ...gone) ? undefined : problemOf(came);
	}

	/** Why it is there still. What no name of ours tells to be ours, an answer must have told: nothing of others is touched. */
	async function clearThing(thing: Thing, entries: readonly Entry[]): Promise<string | undefined> {
		const isNamed = isNamedByUs(thing, ledger);
		if (!isNamed && !entries.some(({ state }) => state === "made"))
			return "no answer told that this run made it, so that it may be somebody else's";
		if (thing.kind === "domain") return deprecateDomain(thing.domain);
		if (thing.kind !== "execution") return removeType(thing);
		const { domain, workflowId } = thing;
		if (isNamed) return terminate({ domain, workflowId });
		const runs = entries.flatMap(({ runId }) => (runId === undefined ? [] : [terminate({ domain, workflowId, runId })]));
		return (await Promise.all(runs)).find((why) => why !== undefined);
	}

	async function clearGroup(entries: readonly Entry[]): Promise<void> {
		const [first] = entries;
		if (first === undefined) return;
		const why = await clearThing(first.thing, entries);
		if (why === undefined) ledger.cleared(entries);
		else whys.set(keyOf(first.thing), why);
	}

	return {
		tally: counter.tally,
		get left() {
			const things = new Map(ledger.entries.filter(isLeft).map(({ thing }) => [keyOf(thing), thing]));
			return [...things].map(([key, thing]) => ({ thing, why: whys.get(key) ?? ask.stopped() ?? "it was not tried" }));
		},
		async clear(entries) {
			for (const kinds of order) {
				const groups = grouped(entries.filter((entry) => isLeft(entry) && kinds.includes(entry.thing.kind)));
				const worker = async () => {
					for (let group = groups.shift(); group !== undefined; group = groups.shift()) await clearGroup(group);
				};
				await Promise.all(Array.from({ length: atOnce }, worker));
			}
		},
	};
}

/** Whether the run thought up its name, or that of the domain that it is in. */
const isNamedByUs = (thing: Thing, { runToken, entries }: RunLedger): boolean =>
	[thing.domain, thing.kind === "execution" ? thing.workflowId : thing.kind === "domain" ? "" : thing.name].some((name) =>
		name.includes(runToken),
	) ||
	entries.some(
		({ thing: { kind, domain }, state }) =>
			kind === "domain" && domain === thing.domain && (state === "made" || state === "cleared"),
	);

/** Entries about the same thing, which a run may have asked for more than once. */
function grouped(entries: readonly Entry[]): (readonly Entry[])[] {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const key = keyOf(entry.thing);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [entry]);
		else group.push(entry);
	}
	return [...groups.values()];
}
