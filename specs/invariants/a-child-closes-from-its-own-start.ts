import { closesChild } from "./support/event-kinds.ts";
import { breachOf, named, ofEachEvent } from "./support/invariant.ts";
import { shown } from "./support/json-members.ts";
import { referred } from "./support/references.ts";

/** `startedEventId` and `initiatedEventId` of the event that tells of a child's close are about the same child. */
export const aChildClosesFromItsOwnStart = ofEachEvent((event, events) => {
	const started = closesChild(event.eventType)
		? referred(events, event, "startedEventId", "ChildWorkflowExecutionStarted")
		: undefined;
	if (started === undefined) return [];
	const { initiatedEventId: expected } = started.attributes;
	const { initiatedEventId: observed } = event.attributes;
	if (expected === observed) return [];
	const message = `${named(event)} names the announcement of another child than ${named(started)}`;
	return [breachOf(event, message, "initiatedEventId", { expected: shown(expected), observed: shown(observed) })];
});
