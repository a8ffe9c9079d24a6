import { alsoShownBy, breachOf, named, ofRuns } from "./support/invariant.ts";
import { integerOf } from "./support/json-members.ts";
import { startOf } from "./support/start-of.ts";

/** The event of its parent that a child's start names announced an execution of that workflowId. */
export const aChildWasAnnouncedByItsParent = ofRuns(({ domain, workflowId, events }, { find }) => {
	const start = startOf(events);
	const parent = find(domain, start?.attributes["parentWorkflowExecution"]);
	const announced = parent?.events[(integerOf(start?.attributes, "parentInitiatedEventId") ?? 0) - 1];
	// An event beyond what is known of the parent may be there all the same.
	if (start === undefined || announced === undefined) return [];
	const isAnnouncement =
		announced.eventType === "StartChildWorkflowExecutionInitiated" && announced.attributes["workflowId"] === workflowId;
	if (isAnnouncement) return [];
	const breach = breachOf(
		start,
		`${named(start)} names ${named(announced)} of its parent, which did not announce it`,
		"parentInitiatedEventId",
	);
	return [alsoShownBy(announced, breach)];
});
