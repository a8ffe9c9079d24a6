import type { Evidence } from "../evidence.ts";
import type { Scenario } from "../scenario/scenario.ts";

/** What is observed of a case for which the target was given up: nothing, and why. */
export const unplayed = ({ id, digest }: Scenario, over: AbortSignal): Evidence => ({
	...{ id, digest, steps: [], exchanges: [], bindings: {}, uniqueSuffix: "", histories: [], durationMs: 0 },
	trouble: { kind: "transport", message: over.reason instanceof Error ? over.reason.message : String(over.reason) },
});
