import { breachOf, named, ofEachEvent } from "./support/invariant.ts";

/** WorkflowExecutionStarted names a parent and the event by which it announced the child, or neither. */
export const aStartNamesParentAndEventTogether = ofEachEvent((event) => {
	const { parentWorkflowExecution, parentInitiatedEventId } = event.attributes;
	if (event.eventType !== "WorkflowExecutionStarted" || typeof parentInitiatedEventId !== "number") return [];
	if (parentInitiatedEventId > 0 === (parentWorkflowExecution !== undefined)) return [];
	const message = `${named(event)} names ${parentInitiatedEventId > 0 ? "the event of a parent and no parent" : "a parent and no event of it"}`;
	return [breachOf(event, message, "parentInitiatedEventId", { observed: parentInitiatedEventId })];
});
