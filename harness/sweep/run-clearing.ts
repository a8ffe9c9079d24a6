import type { Evidence } from "../evidence.ts";
import type { Recorder } from "../play/recorder.ts";
import { GaveUp } from "../targets/guard.ts";
import type { Ask } from "./ask-patiently.ts";
import { createClearing, type Left } from "./clear-things.ts";
import { isLeft, type LedgerPage, type RunLedger } from "./run-ledger.ts";
import { settledExecutions } from "./settled-executions.ts";

/** Clears up behind a run, apart from what is measured, and also when it is interrupted. */
export interface RunClearing {
	/** After a case: its types, and executions that the case did not see closed. Where the line is broken they wait for the end. */
	afterCase(page: LedgerPage, evidence: Evidence): Promise<void>;
	/** After the last case: all that the ledger lists still, domains too. Returns what could not be cleared. */
	afterRun(): Promise<readonly Left[]>;
}

/** How long clearing up may take after a run that nobody paces: what is left then is for `sweep`. */
const mostMilliseconds = 60_000;

/** @param over ends the clearing up after cases */
export function createRunClearing(ledger: RunLedger, ask: Ask, over: AbortSignal, isPaced: boolean): RunClearing {
	const during = createClearing(ledger, ask, over);
	return {
		async afterCase(page, evidence) {
			ledger.cleared(settledExecutions(page.entries, evidence));
			if (evidence.trouble?.kind === "transport") return;
			await during.clear(page.entries.filter(({ thing }) => thing.kind !== "domain"));
		},
		async afterRun() {
			const left = () => ledger.entries.filter(isLeft);
			if (left().length === 0) return [];
			const most = isPaced ? new AbortController().signal : AbortSignal.timeout(mostMilliseconds);
			const clearing = createClearing(ledger, ask, most);
			await clearing.clear(left());
			return clearing.left;
		},
	};
}

/** Asks through a recorder of its own each time, and keeps no exchange: those of a whole run would fill the memory. */
export const asking =
	(createRecorder: () => Promise<Recorder>): Ask =>
	async (operation, input) => {
		const recorder = await createRecorder();
		try {
			const { index, outcome } = await recorder.call("clearing", operation, input);
			return recorder.exchanges[index] ?? { outcome };
		} catch (error) {
			if (error instanceof GaveUp) return { outcome: { kind: "transport", problem: error.message } };
			throw error;
		}
	};
