import type { Guard } from "./guard.ts";

/** Guards as one, the first of them outermost: it waits first, and looks last at what came back. */
export const allGuards = (...guards: readonly (Guard | undefined)[]): Guard => {
	const present = guards.filter((guard) => guard !== undefined);
	return {
		async before(call, signal) {
			for (const guard of present) await guard.before(call, signal);
		},
		async after(call, sent, signal) {
			let again = false;
			for (const guard of present.toReversed()) again = (await guard.after(call, sent, signal)) || again;
			return again;
		},
	};
};
