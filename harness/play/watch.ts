import { setMaxListeners } from "node:events";
import { setTimeout as passing } from "node:timers/promises";

/** Keeps an eye on a target, so that one that is dead costs a run seconds and not a deadline for each of its calls. */
export interface Watch {
	/** Aborted once the target is given up, or the run's time is over; the message of its reason says which. */
	readonly over: AbortSignal;
	/** Resolves when the target is not being looked for: to be awaited before a case. */
	ready(): Promise<void>;
	/** After a case that ended in trouble of the line: looks for the target, and resolves when it answers or is given up. */
	look(): Promise<void>;
	/** Ends the run's time keeping. */
	stop(): void;
}

export interface WatchOptions {
	/** Asks the target for anything until the signal; what is wrong if it does not answer. */
	readonly probe: (signal: AbortSignal) => Promise<string | undefined>;
	/** How long a target that does not answer is looked for. */
	readonly giveUpSeconds: number;
	/** How long the run may take; without an end where it is absent. */
	readonly mostSeconds?: number;
	readonly interrupt: AbortSignal;
	/** Told by a target that knows by itself that it is gone; the message of the reason says how. */
	readonly gone?: AbortSignal;
	/** Milliseconds of a clock that never goes back. */
	readonly now: () => number;
}

/** Pauses between two looks, in milliseconds. */
const [shortestPause, longestPause] = [100, 5_000];

export function createWatch({ probe, giveUpSeconds, mostSeconds, interrupt, gone, now }: WatchOptions): Watch {
	const over = new AbortController();
	// Every case that is being played listens to it.
	setMaxListeners(0, over.signal);
	const end = (message: string) => over.abort(new Error(message));
	const leave = () => end(`the target is gone: ${messageOf(gone?.reason)}`);
	if (gone?.aborted === true) leave();
	gone?.addEventListener("abort", leave, { once: true });
	const timer =
		mostSeconds === undefined
			? undefined
			: setTimeout(() => end(`the run was not over within ${mostSeconds} s`), Math.min(mostSeconds * 1000, longestTimer));
	const ended = AbortSignal.any([over.signal, interrupt]);
	let looking: Promise<void> | undefined;

	async function find(): Promise<void> {
		const until = now() + giveUpSeconds * 1000;
		for (let pause = shortestPause; !ended.aborted; pause = Math.min(pause * 2, longestPause)) {
			const problem = await probe(ended);
			if (problem === undefined || ended.aborted) return;
			if (now() >= until) return end(`the target stopped answering (${problem}) and was given up after ${giveUpSeconds} s`);
			await passing(Math.min(pause, until - now()), undefined, { signal: ended }).catch((error: unknown) => {
				// Cut short: the loop looks at the signal.
				if (!ended.aborted) throw error;
			});
		}
	}

	return {
		over: over.signal,
		ready: async () => looking,
		look: () => {
			looking ??= find().finally(() => {
				looking = undefined;
			});
			return looking;
		},
		stop: () => {
			clearTimeout(timer);
			gone?.removeEventListener("abort", leave);
		},
	};
}

/** What setTimeout takes at most: above it fires at once. */
const longestTimer = 2 ** 31 - 1;

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason));
