import type { DecisionAttributes, DecisionType } from "../../wire/decision.ts";
import type { Draft } from "../../wire/history-event.ts";
import type { Principal } from "../access/policy.ts";
import type { Execution } from "../execution.ts";
import type { Ids } from "../ids.ts";
import type { Model } from "../model.ts";

/** What a decision is judged by: the run as the decisions before it in the batch have left it. */
export interface DecisionContext {
	readonly model: Model;
	readonly execution: Execution;
	/** What every event of the batch refers to. */
	readonly completed: { readonly decisionTaskCompletedEventId: number };
	readonly ids: Ids;
	/** Who decides; without one everything is allowed. */
	readonly principal?: Principal;
}

/** Turns a decision into its one event; a decision that cannot be carried out becomes the event that says so. */
export type DecisionRule<Type extends DecisionType> = (context: DecisionContext, attributes: DecisionAttributes<Type>) => Draft;
