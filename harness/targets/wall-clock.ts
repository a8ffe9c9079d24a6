import { setTimeout as passing } from "node:timers/promises";
import type { Clock } from "./target.ts";

/** The wall's clock: service time passes as ours does. The only place where the harness waits for time alone. */
export const wallClock: Clock = {
	kind: "wall",
	elapse: (seconds, _parked, signal) => passing(seconds * 1000, undefined, { signal }),
};
