import { closesExecution } from "./event-kinds.ts";
import type { RecordedEvent } from "./observed.ts";

/** The WorkflowExecutionStarted that a history begins with. */
export const startOf = (events: readonly RecordedEvent[]): RecordedEvent | undefined =>
	events[0]?.eventType === "WorkflowExecutionStarted" ? events[0] : undefined;

/** The event that closed the execution, as far as its history is known. */
export const closeOf = (events: readonly RecordedEvent[]): RecordedEvent | undefined =>
	events.find(({ eventType }) => closesExecution(eventType));
