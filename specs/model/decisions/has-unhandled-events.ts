import type { Execution } from "../execution.ts";

/**
 * Whether something happened, since the decider took its task, that it has not seen: another decision task is pending then,
 * and a decision to close is refused as UNHANDLED_DECISION.
 *
 * https://docs.aws.amazon.com/amazonswf/latest/apireference/API_Decision.html
 */
export const hasUnhandledEvents = ({ pendingDecisionTask }: Execution): boolean => pendingDecisionTask !== undefined;
