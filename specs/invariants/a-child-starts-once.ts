import type { EventType } from "../wire/history-event.ts";
import { named, ofEvents } from "./support/invariant.ts";
import { namedTwice } from "./support/once.ts";

const outcomes: ReadonlySet<EventType> = new Set(["ChildWorkflowExecutionStarted", "StartChildWorkflowExecutionFailed"]);

/** A child that was announced starts or fails to, once at most. */
export const aChildStartsOnce = ofEvents((events) =>
	namedTwice(events, outcomes, "initiatedEventId", (first) => `${named(first)} told what became of it already`),
);
