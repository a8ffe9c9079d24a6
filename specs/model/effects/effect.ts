import type { Execution } from "../execution.ts";
import type { Ids } from "../ids.ts";
import type { Instant } from "../instant.ts";
import type { Model } from "../model.ts";

/** What the service does on its own account when something is due. */
export interface EffectContext {
	readonly model: Model;
	readonly execution: Execution;
	/** The event that the deadline is about. */
	readonly eventId: number;
	readonly at: Instant;
	readonly ids: Ids;
}

/** Carries out what is due, or nothing when it is no longer called for. */
export type Effect = (context: EffectContext) => Model;
