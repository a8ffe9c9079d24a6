import type { EventType } from "../wire/history-event.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

const outcomes: ReadonlySet<EventType> = new Set([
	"ExternalWorkflowExecutionSignaled",
	"SignalExternalWorkflowExecutionFailed",
	"ExternalWorkflowExecutionCancelRequested",
	"RequestCancelExternalWorkflowExecutionFailed",
]);

/** A signal or a request to cancel that one execution sends another is delivered or fails, once at most. */
export const anExternalRequestHasOneOutcome = ofEvents((events) =>
	namedTwice(events, outcomes, "initiatedEventId", (first) => `${named(first)} told what became of it already`),
);
