import type { HistoryEvent } from "../../wire/history-event.ts";
import type { Value } from "../../wire/value.ts";
import type { Change, Execution } from "../execution.ts";
import { fromWire } from "../instant.ts";

/** The execution asked to be cancelled; what follows is up to its decider. */
export const cancelRequested: Change = { cancelRequested: true };

/**
 * The closed execution. Open tasks, timers and children stay as they are: a recording shows openActivityTasks 1 in an execution
 * that had closed.
 */
export const closed = (
	execution: Execution,
	event: HistoryEvent,
	status: Value<"CloseStatus">,
	childPolicy = execution.started.childPolicy,
): Change => ({ closure: { status, at: fromWire(event.eventTimestamp), childPolicy } });
