import type { Evidence, Exchange } from "../evidence.ts";
import { type Allowance, clearingAllowance, weightOf } from "./allowance.ts";
import { follow } from "./recorder.ts";

/** Ends a case before its time: the run is interrupted or over, or the case has cost what it may cost. */
export interface CaseEnd {
	readonly signal: AbortSignal;
	/** Weighs the answer of an exchange. Returns why it is not to be kept, if it is more than the case may keep. */
	readonly weigh: (exchange: Exchange) => string | undefined;
	/** What answers may still weigh. */
	room(): number;
	/** Begins clearing up, which goes on after the end, and has an allowance of its own. */
	clear(): AbortSignal;
	/** What a case says that broke off because of the end. */
	trouble(): NonNullable<Evidence["trouble"]>;
	dispose(): void;
}

/** @param over ends all cases of a run, without being an interruption */
export function createCaseEnd(interrupt: AbortSignal, over?: AbortSignal, allowance?: Allowance): CaseEnd {
	const [playing, clearing] = [bounded("the case"), bounded("clearing up")];
	let spending = playing;
	const unfollow = [interrupt, over].map((ender) => (ender === undefined ? () => undefined : follow(ender, playing.end)));
	if (allowance !== undefined) playing.begin(allowance);
	return {
		signal: playing.end.signal,
		weigh: (exchange) => spending.spend(weightOf(exchange)),
		room: () => spending.room(),
		clear: () => {
			spending = clearing;
			if (allowance !== undefined) clearing.begin(clearingAllowance);
			return clearing.end.signal;
		},
		trouble: () =>
			interrupt.aborted
				? { kind: "interrupted", message: "the run was interrupted" }
				: { kind: "transport", message: messageOf(playing.end.signal.reason) },
		dispose: () => {
			playing.dispose();
			clearing.dispose();
			for (const each of unfollow) each();
		},
	};
}

/** Something that ends when its allowance is used up. */
function bounded(what: string) {
	const end = new AbortController();
	let left = Number.POSITIVE_INFINITY;
	let timer: NodeJS.Timeout | undefined;
	return {
		end,
		begin({ weight, milliseconds }: Allowance) {
			left = weight;
			timer = setTimeout(() => end.abort(new Error(`${what} was not over within ${milliseconds / 1000} s`)), milliseconds);
			// Where nothing else is under way, nothing is left to be ended.
			timer.unref();
		},
		spend(weight: number): string | undefined {
			left -= weight;
			if (left >= 0) return undefined;
			const problem = `the answers that ${what} got are more than it may keep`;
			end.abort(new Error(problem));
			return problem;
		},
		room: () => left,
		dispose: () => clearTimeout(timer),
	};
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
