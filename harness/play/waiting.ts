import { setTimeout as passing } from "node:timers/promises";

/** Pauses between looks at something that is on its way: short at first, never longer than half a second. */
export function pauses(signal: AbortSignal): () => Promise<void> {
	let milliseconds = 20;
	return async () => {
		await passing(milliseconds, undefined, { signal }).catch((error: unknown) => {
			// Cut short: whoever waits looks at the signal.
			if (!signal.aborted) throw error;
		});
		milliseconds = Math.min(milliseconds * 2, 500);
	};
}
