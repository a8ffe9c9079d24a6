import { closesExecution } from "./event-kinds.ts";
import type { RecordedEvent } from "./observed.ts";

/** The WorkflowExecutionStarted that a history begins with. */
export const startOf = (events: readonly RecordedEvent[]): RecordedEvent | undefined =>
	events[0]?.eventType === "WorkflowExecutionStarted" ? events[0] : undefined;

/** What WorkflowExecutionStarted keeps of the request, the decision or the run that led to it. */
export const startMembers = [
	"childPolicy",
	"executionStartToCloseTimeout",
	"input",
	"lambdaRole",
	"tagList",
	"taskList",
	"taskPriority",
	"taskStartToCloseTimeout",
	"workflowType",
];

/** The event that closed the execution, as far as its history is known. */
export const closeOf = (events: readonly RecordedEvent[]): RecordedEvent | undefined =>
	events.find(({ eventType }) => closesExecution(eventType));
