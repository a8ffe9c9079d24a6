import { setTimeout as passing } from "node:timers/promises";

/** Pauses between looks at something that is on its way: short at first, never longer than half a second unless at least so much is asked for. */
export function pauses(signal: AbortSignal): (least?: number) => Promise<void> {
	let milliseconds = 20;
	return async (least = 0) => {
		await passing(Math.max(milliseconds, least), undefined, { signal }).catch((error: unknown) => {
			// Cut short: whoever waits looks at the signal.
			if (!signal.aborted) throw error;
		});
		milliseconds = Math.min(milliseconds * 2, 500);
	};
}
